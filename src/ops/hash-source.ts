import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Names a version of code: what it made can be told from what it makes now.
 * @param places files, and folders, which end in `/` and count with all that is below them
 * @returns 16 characters that change when a source file does
 */
export function hashSource(places: readonly URL[]): string {
  const hash = createHash('sha256')
  for (const place of places) for (const file of filesOf(place)) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function filesOf(place: URL): readonly URL[] {
  if (!place.pathname.endsWith('/')) return [place]
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => new URL(name.replaceAll('\\', '/'), place))
}
