import type { Logger } from '../ops/index.ts'

/** Tells the log what cannot be read, each thing once. */
export interface ProblemLog {
  /** Files that have something that cannot be read. */
  readonly size: number
  /** How many files have a problem of each kind: its sentence, without names and numbers. */
  readonly reasons: ReadonlyMap<string, number>
  /** Begins a pass over the corpus folder. */
  begin(): void
  /** A file, and a sentence for each of its problems: none if all is well. */
  report(file: string, problems: readonly string[]): void
  /** Ends a pass: tells what is left to be told, and what it did not report has no problem any more. */
  end(): void
}

/** Files with a problem of one kind that have a line of their own in the log of a pass, */
const TOLD_ALONE = 3
/** and names of further ones in the line that sums them up. */
const NAMED = 5

/**
 * Logs the problems of each file when they are new or have changed, not at every pass. A pass is what is
 * reported between `begin` and `end`; files that it did not report are forgotten. A folder may hold hundreds of pages with one fault: after the
 * first few of a kind the others share a line at the end of the pass.
 */
export function createProblemLog(log: Pick<Logger, 'warn'>): ProblemLog {
  const known = new Map<string, string>()
  const heard = new Set<string>()
  /** Of the problems that are new in a pass: the files of each kind, in order. */
  const told = new Map<string, string[]>()
  const tell = (file: string, problem: string) => {
    const reason = reasonOf(problem, file)
    const files = told.get(reason) ?? []
    told.set(reason, files)
    if (files.at(-1) !== file) files.push(file)
    if (files.length <= TOLD_ALONE) log.warn({ file }, problem)
  }
  const tellRest = () => {
    for (const [reason, all] of told) {
      const files = all.slice(TOLD_ALONE)
      const [first] = files
      if (first === undefined) continue
      const more = files.length > NAMED ? ' and others' : ''
      log.warn(
        { count: files.length, files: files.slice(0, NAMED) },
        `the same of ${files.length} more ${files.length === 1 ? 'file' : 'files'} (${files.slice(0, NAMED).join(', ')}${more}): ${reason}; paperboy doctor --json names all`,
      )
    }
    told.clear()
  }
  return {
    get size() {
      return known.size
    },
    get reasons() {
      return countReasons(Array.from(known, ([file, text]) => [file, text.split('\n')]))
    },
    begin: () => heard.clear(),
    report: (file, problems) => {
      heard.add(file)
      const text = problems.join('\n')
      if (text === (known.get(file) ?? '')) return
      if (text === '') known.delete(file)
      else known.set(file, text)
      for (const problem of problems) tell(file, problem)
    },
    end: () => {
      tellRest()
      for (const file of known.keys()) if (!heard.has(file)) known.delete(file)
    },
  }
}

/** How many files have a problem of each kind: its sentence, without names and numbers. */
export function countReasons(
  files: Iterable<readonly [file: string, problems: readonly string[]]>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [file, problems] of files)
    for (const reason of new Set(problems.map((it) => reasonOf(it, file))))
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}

/** What is alike in the problems of several files: the sentence up to what it advises, without the file and numbers. */
const reasonOf = (problem: string, file: string): string =>
  problem
    .replace(`cannot read page ${file}: `, '')
    .replace(`cannot read ${file}: `, '')
    .replace(`${file}: `, '')
    .replace(/[;:(].*$/su, '')
    .replace(/(?<![a-z]\d*)\d[\d,–-]*/giu, 'N')
    .trim()
