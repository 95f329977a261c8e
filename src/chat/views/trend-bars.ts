import type { PeriodLength, TrendLine } from '../../trends/index.ts'
import type { Texts } from '../texts/index.ts'
import { renderMonth, renderMonthDay, renderYear } from './source-line.ts'

/** Rows of bars fit on a phone up to so many; more points are drawn as one line of blocks. */
const MOST_ROWS = 24
/** Blocks that a phone shows in one line. */
const MOST_BLOCKS = 32
/** Characters of the longest bar. */
const BAR = 12

const HEIGHTS = '▁▂▃▄▅▆▇█'
const WIDTHS = ' ▏▎▍▌▋▊▉█'

/** A line as a chart made of characters of one width: a bar a row, or a row of blocks if there are many points. */
export function renderBars({ points }: TrendLine, by: PeriodLength, texts: Texts): string {
  const highest = Math.max(1, ...points.map(({ count }) => count))
  if (points.length > MOST_ROWS) return blocksOf(points.map(({ count }) => count))
  const labels = points.map(({ from }) => labelOf(from, by, texts))
  const width = Math.max(...labels.map(widthOf))
  return points
    .flatMap(({ from, count }, i) => {
      const label = labels[i] ?? ''
      const isNewYear = by !== 'year' && from.slice(0, 4) !== points[i - 1]?.from.slice(0, 4)
      return [
        ...(isNewYear ? [renderYear(from, texts)] : []),
        `${' '.repeat(width - widthOf(label))}${label} ${barOf(count / highest)} ${count}`,
      ]
    })
    .join('\n')
}

function labelOf(day: string, by: PeriodLength, texts: Texts): string {
  if (by === 'year') return renderYear(day, texts)
  return by === 'month' ? renderMonth(day, texts) : renderMonthDay(day.slice(5), texts)
}

/** A part of the longest bar, to an eighth of a character. @param share 0 to 1 */
function barOf(share: number): string {
  const eighths = Math.ceil(share * BAR * 8)
  return '█'.repeat(eighths >> 3) + (eighths % 8 === 0 ? '' : WIDTHS.charAt(eighths % 8))
}

/** Neighbours are put together until all of them fit. */
function blocksOf(counts: readonly number[]): string {
  const each = Math.ceil(counts.length / MOST_BLOCKS)
  const sums = Array.from({ length: Math.ceil(counts.length / each) }, (_, i) =>
    counts.slice(i * each, (i + 1) * each).reduce((sum, it) => sum + it, 0),
  )
  const highest = Math.max(1, ...sums)
  return sums.map((it) => (it === 0 ? ' ' : HEIGHTS.charAt(Math.ceil((it / highest) * 8) - 1))).join('')
}

/** Chinese characters are two wide where all Latin letters are one. */
const widthOf = (text: string): number =>
  Array.from(text, (it) => (it > '\u2E80' ? 2 : 1)).reduce((a, b) => a + b, 0)
