import { type YearSigns, yearSigns } from './year-signs.ts'
import { OTHER_YEAR, YEAR_WEIGHTS } from './year-weights.ts'

/** How sure a year must be to be shown. */
const SURE = 0.99
/** Times told as if they had been that may lie after the day: one may be a slip, or a plan told without a word for it. */
const MOST_LATER = 1

/**
 * The year of a day, if what the text tells of years settles it.
 * @param monthDay `MM-DD`
 */
export function settleYear(text: string, monthDay: string): number | undefined {
  const years = yearSigns(text, monthDay)
  const scores = years.map((it) => scoreOf(it, YEAR_WEIGHTS))
  const best = Math.max(...scores)
  const all = scores.reduce((sum, it) => sum + Math.exp(it - best), Math.exp(OTHER_YEAR - best))
  const found = years[scores.indexOf(best)]
  return found !== undefined && 1 / all >= SURE && found.later <= MOST_LATER ? found.year : undefined
}

/** How much speaks for a year: a sign that stands twice weighs less than two. */
export function scoreOf({ counts }: YearSigns, weights: Readonly<Record<string, number>>): number {
  let score = 0
  for (const [sign, count] of counts) score += (weights[sign] ?? 0) * Math.log1p(count)
  return score
}
