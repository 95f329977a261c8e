import type { ChartPicture } from '../../pictures/index.ts'
import type { Trend } from '../../trends/index.ts'
import type { Texts } from '../texts/index.ts'
import { joinWords } from './join-words.ts'
import { renderPeriod } from './period-name.ts'
import { renderCount, renderMonthDay, renderYear } from './source-line.ts'

/** Peaks that a chart of one line names; of several lines each has one. */
const MOST_PEAKS = 3

/** Whether there is a line to draw: two periods at least have an article. */
export const canBeDrawn = ({ lines }: Trend): boolean =>
  lines.some(({ points }) => points.filter(({ count }) => count > 0).length > 1)

/** A trend as a chart, with its peaks named by the headlines that made them. */
export function composeChart({ lines, by }: Trend, texts: Texts, isDark = false): ChartPicture {
  const points = lines[0]?.points ?? []
  const [first, last] = [points[0], points.at(-1)]
  const isByDays = by === 'day' || by === 'week'
  const years = [...new Set([first, last].flatMap((it) => (it ? renderYear(it.from, texts) : [])))]
  return {
    kind: 'chart',
    title: joinWords(
      lines.map(({ query }) => query),
      texts,
    ),
    note: [texts.trends.title[by], ...(isByDays ? [years.join('–')] : [])].join(' · '),
    labels: points.map((it) =>
      isByDays ? renderMonthDay(it.from.slice(5), texts) : renderPeriod(it, by, texts),
    ),
    lines: lines.map((line) => ({
      name: line.query,
      counts: line.points.map(({ count }) => count),
      peaks: line.points
        .flatMap(({ peak, ...point }, at) => (peak ? [{ at, point, headline: peak.headline }] : []))
        .toSorted((a, b) => b.point.count - a.point.count)
        .slice(0, lines.length === 1 ? MOST_PEAKS : 1)
        .toSorted((a, b) => a.at - b.at)
        .map(({ at, point, headline }) => ({
          at,
          text: [renderPeriod(point, by, texts), texts.hits(renderCount(point.count, texts)), headline].join(
            ' · ',
          ),
        })),
    })),
    isDark,
  }
}
