import type { PeriodLength, TimelineEvent } from '../../../trends/index.ts'
import type { SafeHtml } from '../../markup/html.ts'

/** What is said of how often the papers speak of something. Counts come as they are shown. */
export interface TrendTexts {
  readonly usage: SafeHtml
  /** The week that begins on a day: `6月3日当周`. */
  readonly weekOf: (day: string) => string
  /** All articles of a line, the first and last period and the highest one. */
  readonly total: (query: string, count: string) => string
  readonly fromTo: (first: string, firstCount: string, last: string, lastCount: string) => string
  readonly most: (period: string, count: string) => string
  /** The same, of each thousand articles. */
  readonly perThousand: (first: string, last: string) => string
  /** Parts of a sentence as one. */
  readonly sentence: (parts: readonly string[]) => string
  /** Everything lies in one period. */
  readonly onlyIn: (period: string) => string
  /** `days`: those that were asked about; empty if all. */
  readonly none: (query: string, days: string) => string
  /** Articles whose day or year is not known. */
  readonly undated: (count: string) => string
  /** All that mention it are without a day. @param count of them */
  readonly allUndated: (query: string, count: string) => string
  readonly byWords: (query: string) => string
  /** More queries than a chart has lines. */
  readonly leftOut: (kept: number) => string
  readonly partial: string
  readonly timelineUsage: SafeHtml
  readonly timelineTitle: string
  /** What an article of a timeline is to it. */
  readonly kinds: Readonly<Record<TimelineEvent['kind'], string>>
  readonly buttons: {
    readonly trend: string
    readonly timeline: string
    readonly by: Readonly<Record<PeriodLength, string>>
  }
  readonly title: Readonly<Record<PeriodLength, string>>
}
