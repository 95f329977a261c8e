import { execFileSync } from 'node:child_process'
import { matchesGlob } from 'node:path'
import { MUTATION_PARTS, type MutationPart } from './parts.ts'

/** Lines of one file that differ from an earlier commit, and the part that they belong to. */
export interface ChangedFile {
  readonly name: string
  readonly part: MutationPart
  /** `file:fromLine-toLine` */
  readonly places: readonly string[]
}

/** The lines of `src/` that a change added or altered, where they belong to a part: of several the first. */
export function changedLines(base: string): readonly ChangedFile[] {
  const diff = execFileSync('git', ['diff', '--unified=0', '--no-color', `${base}...HEAD`, '--', 'src'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return placesOf(diff).flatMap(({ file, places }) => {
    const found = Object.entries(MUTATION_PARTS).find(([, { code }]) =>
      code.some((glob) => matchesGlob(file, glob)),
    )
    return found && places.length > 0 ? [{ name: found[0], part: found[1], places }] : []
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
