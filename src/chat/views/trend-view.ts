import { PERIOD_LENGTHS, type PeriodLength, type Trend, type TrendLine } from '../../trends/index.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, inRows } from '../turn/keyboard.ts'
import type { Button, Keyboard, Message, PictureMessage } from '../turn/reply.ts'
import { joinWords } from './join-words.ts'
import { renderPeriod } from './period-name.ts'
import { shorten } from './shorten.ts'
import { renderCount } from './source-line.ts'
import { renderBars } from './trend-bars.ts'
import { renderCaption } from './trend-caption.ts'
import { composeChart } from './trend-chart.ts'

/** Periods that can be opened, of all lines together. */
const MOST_PERIODS = 4
/** Points that a line may have to be worth a button. */
const [FEWEST_POINTS, MOST_POINTS] = [2, 62]
const DAYS: Readonly<Record<PeriodLength, number>> = { day: 1, week: 7, month: 30.4, year: 365 }

/** A trend: what it says in words, a chart made of characters, and buttons that open what was counted. */
export function renderTrend(trend: Trend, list: string, texts: Texts): Message {
  const { lines } = trend
  const isEmpty = lines.every(({ total }) => total === 0)
  const caption = renderCaption(trend, texts).map((it) => html`${shorten(it, 300)}`)
  return {
    html: joinHtml(
      isEmpty
        ? [...caption, texts.tryOtherWords]
        : [titleOf(trend, texts), ...caption, '', ...chartOf(trend, texts), ...peaksOf(trend, texts)],
    ),
    buttons: isEmpty
      ? []
      : [
          // With the name of a query before them, two in a row wrap on a phone.
          ...inRows(periodButtons(trend, list, texts), lines.length === 1 ? 2 : 1),
          lengthRow(trend, list, texts),
          ...(lines.length === 1
            ? [[button(texts.trends.buttons.timeline, { kind: 'timeline', list })]]
            : []),
        ].filter((row) => row.length > 0),
  }
}

/** Longest caption of a picture (Bot API), less what a cut adds. */
const MOST_CAPTION = 1000

/** The same with a chart in place of characters; the message is sent if that fails. */
export function withChart(
  trend: Trend,
  message: Message,
  { list, isDark }: { readonly list: string; readonly isDark: boolean },
  texts: Texts,
): PictureMessage {
  const lines = [titleOf(trend, texts)]
  for (const text of renderCaption(trend, texts)) {
    const line = html`${shorten(text, 300)}`
    if (joinHtml([...lines, line]).length <= MOST_CAPTION) lines.push(line)
  }
  const { light, dark } = texts.pictures.buttons
  const colours = button(isDark ? light : dark, { kind: 'trendColours', list, isDark: !isDark })
  // Beside the timeline, if that is there.
  const hasTimeline = trend.lines.length === 1
  const others = hasTimeline ? message.buttons.slice(0, -1) : message.buttons
  const last = hasTimeline ? (message.buttons.at(-1) ?? []) : []
  return {
    shows: composeChart(trend, texts, isDark),
    caption: joinHtml(lines),
    buttons: [...others, [...last, colours]],
    instead: message,
  }
}

const titleOf = ({ lines, by }: Trend, texts: Texts) =>
  html`<b>${shorten(
    joinWords(
      lines.map(({ query }) => query),
      texts,
    ),
    80,
  )}</b> · ${texts.trends.title[by]}`

/** A chart for each line that has more than one period to show. */
const chartOf = ({ lines, by }: Trend, texts: Texts): readonly SafeHtml[] =>
  lines
    .filter(({ points }) => points.filter(({ count }) => count > 0).length > 1)
    .map((line) => {
      const bars = renderBars(line, by, texts)
      return lines.length === 1
        ? html`<pre>${bars}</pre>`
        : html`${shorten(line.query, 30)}\n<pre>${bars}</pre>`
    })

function peaksOf({ lines, by }: Trend, texts: Texts): readonly SafeHtml[] {
  const isAlone = lines.length === 1
  return lines.flatMap((line) =>
    highest(line)
      .slice(0, isAlone ? undefined : 1)
      .flatMap(({ peak, ...point }) =>
        peak ? [html`▲ ${renderPeriod(point, by, texts)} · ${shorten(peak.headline, 60)}`] : [],
      ),
  )
}

/** Points with a peak, the highest first. */
const highest = ({ points }: TrendLine) =>
  points.filter(({ peak }) => peak !== undefined).toSorted((a, b) => b.count - a.count)

/** The peaks of each line, and where there is room the newest period that has any. */
function periodButtons({ lines, by }: Trend, list: string, texts: Texts): readonly Button[] {
  const each = Math.max(1, Math.floor(MOST_PERIODS / lines.length))
  return lines.flatMap((line, at) => {
    const newest = line.points.findLast(({ count }) => count > 0)
    const wanted = [...new Set([...highest(line).slice(0, each), ...(newest ? [newest] : [])])].slice(0, each)
    return wanted.map((point) => {
      const name = renderPeriod(point, by, texts)
      // Without a word for articles: with it, two in a row wrap on a phone.
      const label = `${name} · ${renderCount(point.count, texts)}`
      const { from, to } = point
      return button(lines.length === 1 ? label : `${shorten(line.query, 12)} ${label}`, {
        kind: 'trendPeriod',
        list,
        line: at,
        from,
        to,
      })
    })
  })
}

/** Lengths that would give a line of few enough points; none if there is no choice. */
function lengthRow({ lines, by }: Trend, list: string, texts: Texts): Keyboard[number] {
  const points = lines[0]?.points ?? []
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return []
  const days = (Date.parse(last.to) - Date.parse(first.from)) / (24 * 3600 * 1000) + 1
  const fitting = PERIOD_LENGTHS.filter(
    (it) => it === by || (days / DAYS[it] >= FEWEST_POINTS && days / DAYS[it] <= MOST_POINTS),
  )
  if (fitting.length < 2) return []
  return fitting.map((it) => {
    const name = texts.trends.buttons.by[it]
    return it === by
      ? button(`● ${name}`, { kind: 'nothing' })
      : button(name, { kind: 'trendBy', list, by: it })
  })
}
