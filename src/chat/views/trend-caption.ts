import type { SearchFilter } from '../../search/index.ts'
import { MOST_QUERIES, type Trend, type TrendLine, type TrendPoint } from '../../trends/index.ts'
import type { Texts } from '../texts/index.ts'
import { joinWords } from './join-words.ts'
import { renderPeriod } from './period-name.ts'
import { renderCount } from './source-line.ts'
import { MOST_NAMES, renderFilter, renderProblems } from './understood-line.ts'

/** What a trend says, in words: a sentence or two for each line, and what is not counted. */
export function renderCaption({ lines, by, leftOut, partial }: Trend, texts: Texts): readonly string[] {
  const { trends } = texts
  const isAlone = lines.length === 1
  return [
    ...lines.flatMap((line) => renderLineCaption(line, by, isAlone, texts)),
    ...(leftOut > 0 ? [trends.leftOut(MOST_QUERIES)] : []),
    ...(partial ? [trends.partial] : []),
  ]
}

/**
 * What one line of a trend says, and what is not counted in it, a sentence each.
 * @param isAlone whether no other line is compared with it
 */
export const renderLineCaption = (
  line: TrendLine,
  by: Trend['by'],
  isAlone: boolean,
  texts: Texts,
): readonly string[] => [...saysOf(line, by, isAlone, texts), ...remarksOf(line, texts)]

/** The caption as one text. */
export const captionOf = (trend: Trend, texts: Texts): string => renderCaption(trend, texts).join('\n')

function saysOf(line: TrendLine, by: Trend['by'], isAlone: boolean, texts: Texts): readonly string[] {
  const { trends } = texts
  // Where the archive has nothing, nothing can be said.
  const points = line.points.filter(({ per1000 }) => per1000 !== undefined)
  const filled = points.filter(({ count }) => count > 0)
  const [first, last, only] = [points[0], points.at(-1), filled[0]]
  if (only === undefined || first === undefined || last === undefined)
    return line.problems.some(({ kind }) => kind === 'nothingAsked')
      ? []
      : sayNone({ query: line.query, filter: line.asked.filter, undated: line.undated }, texts)
  const total = trends.total(line.query, renderCount(line.total, texts))
  if (filled.length === 1) return [trends.sentence([total, trends.onlyIn(renderPeriod(only, by, texts))])]
  const count = (it: TrendPoint) => renderCount(it.count, texts)
  // A fraction of an article says something of few only.
  const share = ({ per1000 = 0 }: TrendPoint) =>
    renderCount(per1000 < WHOLE_FROM ? per1000 : Math.round(per1000), texts)
  const isOneYear = first.from.slice(0, 4) === last.from.slice(0, 4)
  const name = (it: TrendPoint) => renderPeriod(it, by, texts, isOneYear && it !== first ? first : undefined)
  const highest = filled.reduce((a, b) => (b.count > a.count ? b : a))
  const isBetween = highest !== first && highest !== last
  return [
    trends.sentence([
      total,
      trends.fromTo(name(first), count(first), name(last), count(last)),
      ...(isBetween ? [trends.most(name(highest), count(highest))] : []),
    ]),
    ...(isAlone ? [trends.sentence([trends.perThousand(share(first), share(last))])] : []),
  ]
}

/** From so many of a thousand articles on, shares are told without fractions. */
const WHOLE_FROM = 10

/** No article mentions it, in the days that were asked about. */
export function sayNone(
  {
    query,
    filter: { from, to },
    undated,
  }: { readonly query: string; readonly filter: SearchFilter; readonly undated: number },
  texts: Texts,
): readonly string[] {
  const { trends } = texts
  const days = renderFilter({ ...(from && { from }), ...(to && { to }) }, texts).join(' ')
  const count = renderCount(undated, texts)
  if (undated > 0 && days === '') return [trends.sentence([trends.allUndated(query, count)])]
  return [trends.sentence([trends.none(query, days)]), ...(undated > 0 ? [trends.undated(count)] : [])]
}

/** How a query was read, and what is not counted: a line each. */
export function remarksOf(
  { query, otherNames, isByWords, total, undated, problems }: Omit<TrendLine, 'points' | 'asked'>,
  texts: Texts,
): readonly string[] {
  const { trends } = texts
  return [
    ...otherNames.map(({ text, names }) =>
      texts.alsoCalled(text, joinWords(names.slice(0, MOST_NAMES), texts)),
    ),
    ...(isByWords && total > 0 ? [trends.byWords(query)] : []),
    ...(undated > 0 && total > 0 ? [trends.undated(renderCount(undated, texts))] : []),
    ...renderProblems(problems, texts),
  ]
}
