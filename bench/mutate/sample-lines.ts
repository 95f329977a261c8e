import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import type { MutationPart } from './parts.ts'

/** Lines that hold no mutant: blank ones, comments, imports, what only closes something. */
const EMPTY = /^\s*(?:$|\/\/|\/?\*|import |[)\]}]+[,;]?$)/

/**
 * A sample of the lines of a part that is too large to be mutated whole: the same lines for the same seed. Mutants that reach
 * over several lines are not among theirs.
 * @returns `file:fromLine-toLine`
 */
export function sampleLines({ code }: MutationPart, count: number, seed: string): readonly string[] {
  const rankOf = (place: string) => createHash('sha256').update(`${seed} ${place}`).digest('hex')
  return sourcesOf(code)
    .flatMap(linesOf)
    .map((place) => ({ place, rank: rankOf(place) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ place }) => place)
}

/** The files of the program that globs name. */
export const sourcesOf = (globs: readonly string[]): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && globs.some((glob) => matchesGlob(file, glob)))

const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (EMPTY.test(line) ? [] : [`${file}:${index + 1}-${index + 1}`]))
