import { execFileSync } from 'node:child_process'
import { matchesGlob } from 'node:path'
import { MUTATION_PARTS, type MutationPart } from './parts.ts'

/** The lines that a change added or altered in a part. */
export interface ChangedPart {
  readonly name: string
  readonly part: MutationPart
  /** `file:fromLine-toLine` */
  readonly places: readonly string[]
}

/** The lines of `src/` that a change added or altered, by part; a file that several parts hold counts for the first. */
export function changedParts(base: string): readonly ChangedPart[] {
  const diff = execFileSync('git', ['diff', '--unified=0', '--no-color', `${base}...HEAD`, '--', 'src'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const found = placesOf(diff)
  const nameOf = (file: string) =>
    Object.entries(MUTATION_PARTS).find(([, { code }]) => code.some((glob) => matchesGlob(file, glob)))?.[0]
  return Object.entries(MUTATION_PARTS).flatMap(([name, part]) => {
    const places = found.flatMap((it) => (nameOf(it.file) === name ? it.places : []))
    return places.length > 0 ? [{ name, part, places }] : []
  })
}

/** Reads a diff without context. A piece from which lines were only taken away has nothing to mutate. */
export function placesOf(
  diff: string,
): readonly { readonly file: string; readonly places: readonly string[] }[] {
  return diff
    .split(/^diff --git /m)
    .slice(1)
    .flatMap((piece) => {
      const file = /^\+\+\+ b\/(.+)$/m.exec(piece)?.[1]
      if (file === undefined) return []
      const hunks = [...piece.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)]
      const places = hunks.flatMap(([, from = '', count = '1']) =>
        count === '0' ? [] : [`${file}:${from}-${Number(from) + Number(count) - 1}`],
      )
      return [{ file, places }]
    })
}
