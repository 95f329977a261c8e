/** Albums that are remembered; their pictures come at once. */
const MOST = 100

/** Tells the first picture of each album from the others, so that an album gets one answer. */
export function createAlbums(): (album: string | undefined) => boolean {
  const known = new Set<string>()
  return (album) => {
    if (album === undefined) return true
    if (known.has(album)) return false
    known.add(album)
    const [oldest] = known
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
    return true
  }
}
