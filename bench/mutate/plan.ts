import type { Mutant } from './plant.ts'

/** The environment variable that names the folder with `plan.json` and `results.jsonl`. */
export const MUTATE_FOLDER = 'MUTATE_FOLDER'

/** What the process that tries mutants is told, in `plan.json`. */
export interface Plan {
  readonly code: Readonly<Record<string, string>>
  /** In the order in which they are to be tried. */
  readonly mutants: readonly Mutant[]
  /** Test files, from the root. */
  readonly tests: readonly string[]
  /** Where it stops, in ms since 1970. */
  readonly endMs?: number
}

/** What became of a mutant: a test failed, none ended in time, all passed, or none came there. */
export type Verdict = 'noticed' | 'late' | 'lives' | 'no test comes here'

/** What something takes, in ms of the processor, and in ms in which nothing was to do. */
export interface Effort {
  readonly workMs: number
  readonly waitMs: number
}

/** Which tests of a file reach which mutants, and how often. */
export interface Reach extends Effort {
  readonly file: string
  /** The mutated files that it imports, itself or by way of others. */
  readonly uses: readonly string[]
  readonly tests: readonly { readonly id: string; readonly ms: number; readonly hits: Hits }[]
  /** While the file or its hooks were loaded. */
  readonly always: Hits
}

export type Hits = Readonly<Record<string, number>>

/** A line of `results.jsonl`: it is all that is left when a mutant hangs the process. */
export type Line =
  | { readonly reach: Reach }
  | { readonly broken: string }
  | { readonly trying: string }
  | ({ readonly id: string; readonly verdict: Verdict; readonly by?: string } & Partial<Effort>)
  | { readonly restart: true }
  | { readonly done: true }
