/** Blocks of a cluster or an index that keep changes away, by the numbers that a server gives them. */
const BLOCKS: Readonly<Record<string, { readonly setting: string; readonly isForRoom?: true }>> = {
  5: { setting: 'index.blocks.read_only' },
  6: { setting: 'cluster.blocks.read_only' },
  8: { setting: 'index.blocks.write' },
  10: { setting: 'cluster.blocks.create_index', isForRoom: true },
  12: { setting: 'index.blocks.read_only_allow_delete', isForRoom: true },
  13: { setting: 'cluster.blocks.read_only_allow_delete', isForRoom: true },
}
/** `blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded …]`: a status, a number, and words. */
const BLOCK = /blocked by: \[\w+\/(\d+)\//

/**
 * Why a server refuses what it understood, and what to do, in one line; undefined if another try may succeed. Full disks
 * are refused with 429, as a server is that has too much to do: only the block tells them apart.
 * @param where the server, as the beginning of the sentence
 */
export function refusalOf(where: string, status: number, reason: string): string | undefined {
  const block = BLOCKS[BLOCK.exec(reason)?.[1] ?? '']
  if (block?.isForRoom)
    return `${where} takes no changes (${short(reason)}): make room on its disks; if it takes none a minute later, remove the block ${block.setting}`
  if (block) return `${where} takes no changes (${short(reason)}): remove the block ${block.setting}`
  if (status === 404 && reason.startsWith('index_not_found_exception'))
    return `${where} has no such index (${short(reason)}): run paperboy index`
  if (status === 401) return `${where} wants a user: set SEARCH_USER and SEARCH_PASSWORD, or SEARCH_API_KEY`
  if (status === 403)
    return `${where} forbids it (${short(reason)}): give the user of SEARCH_USER the rights to read and write the index`
  return undefined
}

/** Of what a server says, what fits into a sentence. */
export const short = (text: string) => text.replaceAll(/\s+/gu, ' ').slice(0, 200)
