import { median } from '../statistics.ts'
import type { MadeCorpus } from './corpus/write-corpus.ts'
import { type EngineName, SAVED_BY } from './engines/engines.ts'
import type { Figures, MeasureName, Task } from './task.ts'

export interface Setting {
  /** Numbers of articles, ascending. */
  readonly sizes: readonly number[]
  readonly engines: readonly EngineName[]
  /** Processes for each measurement. */
  readonly runs: number
  readonly news: string
  readonly corpusOf: (articles: number) => MadeCorpus
}

/** One measurement that a table asks for. */
export interface TermClause {
  readonly measure: MeasureName
  readonly engine: EngineName
  readonly articles: number
}

export interface Bench extends Setting {
  /** The medians of what was measured, in the order of `wanted`; what two tables ask for is measured once. */
  medians(wanted: readonly TermClause[]): Promise<readonly Figures[]>
}

/** Engines save themselves when they are built, and these start from there. */
const NEEDS_BUILD: ReadonlySet<MeasureName> = new Set(['load', 'query', 'change', 'memory'])

/** Give the same every time. */
const SETTLED: ReadonlySet<MeasureName> = new Set(['relevance'])

/** @param measure makes one measurement; @param tell is told of each that is made */
export function createBench(
  setting: Setting,
  measure: (task: Task) => Promise<Figures>,
  tell: (text: string) => void,
): Bench {
  const known = new Map<string, Figures[]>()
  const keyOf = ({ measure, engine, articles }: TermClause) => `${measure} ${engine} ${articles}`
  const runsOf = (wanted: TermClause) => {
    const runs = known.get(keyOf(wanted)) ?? []
    known.set(keyOf(wanted), runs)
    return runs
  }
  const measureRun = async (wanted: TermClause, run: number): Promise<void> => {
    if (runsOf(wanted).length > run) return
    const { engine } = wanted
    if (NEEDS_BUILD.has(wanted.measure))
      await measureRun({ ...wanted, measure: 'build', engine: SAVED_BY[engine] ?? engine }, 0)
    const corpus = setting.corpusOf(wanted.articles)
    const name = `${keyOf(wanted)}, run ${run + 1}`
    const began = performance.now()
    try {
      runsOf(wanted).push(await measure({ measure: wanted.measure, engine, corpus, news: setting.news }))
      tell(`${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    } catch (error) {
      // What one engine does not bear must not cost hours of the others.
      runsOf(wanted).push({})
      tell(`${name} failed: ${String(error)}`)
    }
  }
  return {
    ...setting,
    medians: async (wanted) => {
      // Runs go round the engines: what else the machine does in a minute strikes all of them.
      for (let run = 0; run < setting.runs; run++)
        for (const it of wanted) if (run === 0 || !SETTLED.has(it.measure)) await measureRun(it, run)
      return wanted.map((it) => mediansOf(runsOf(it)))
    },
  }
}

export function mediansOf(runs: readonly Figures[]): Figures {
  const names = new Set(runs.flatMap((it) => Object.keys(it)))
  return Object.fromEntries(
    [...names].map((name) => [name, median(runs.flatMap((it) => it[name] ?? []))] as const),
  )
}
