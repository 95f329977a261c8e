import type { Logger } from '../ops/index.ts'

/** Tells the log what cannot be read, each thing once. */
export interface ProblemLog {
  /** Files that have something that cannot be read. */
  readonly size: number
  /** Begins a pass over the corpus folder. */
  begin(): void
  /** A file, and a sentence for each of its problems: none if all is well. */
  report(file: string, problems: readonly string[]): void
  /** Ends a pass: what it did not report has no problem any more. */
  end(): void
}

/**
 * Logs the problems of each file when they are new or have changed, not at every pass. A pass is what is
 * reported between `begin` and `end`; files that it did not report are forgotten.
 */
export function createProblemLog(log: Pick<Logger, 'warn'>): ProblemLog {
  const known = new Map<string, string>()
  const heard = new Set<string>()
  return {
    get size() {
      return known.size
    },
    begin: () => heard.clear(),
    report: (file, problems) => {
      heard.add(file)
      const text = problems.join('\n')
      if (text === (known.get(file) ?? '')) return
      if (text === '') known.delete(file)
      else known.set(file, text)
      for (const problem of problems) log.warn({ file }, problem)
    },
    end: () => {
      for (const file of known.keys()) if (!heard.has(file)) known.delete(file)
    },
  }
}
