import { html, joinHtml, type SafeHtml } from '../../chat/index.ts'
import type { Trend, TrendLine } from '../../trends/index.ts'

/** In units of the drawing; it is shown as wide as the column. */
const WIDTH = 640
const HEIGHT = 300
const ROOM = { left: 60, right: 16, top: 16, bottom: 44 }
/** Names of periods below the chart, and lines across it. */
const LABELS = 4
const STEPS = 4

/** The lines of a trend as a drawing; what it says stands in a table too. Colours come from the style. */
export function renderTrendChart(
  { lines }: Trend,
  labelOf: (period: string) => string,
  title: string,
): SafeHtml {
  const periods = lines[0]?.points.length ?? 0
  const most = niceTop(Math.max(1, ...lines.flatMap(({ points }) => points.map(({ count }) => count))))
  const x = (at: number) =>
    ROOM.left + (periods < 2 ? 0.5 : at / (periods - 1)) * (WIDTH - ROOM.left - ROOM.right)
  const y = (count: number) => HEIGHT - ROOM.bottom - (count / most) * (HEIGHT - ROOM.top - ROOM.bottom)
  const across = Array.from({ length: STEPS + 1 }, (_, step) => (most / STEPS) * step).filter(
    Number.isInteger,
  )
  const every = Math.max(1, Math.ceil(periods / LABELS))
  const below = (lines[0]?.points ?? []).flatMap(({ from }, at) =>
    at % every === 0
      ? [
          html`<text x="${round(x(at))}" y="${HEIGHT - 12}" text-anchor="${anchorOf(at, periods)}">${labelOf(from)}</text>`,
        ]
      : [],
  )
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
${joinHtml(
  across.map(
    (count) =>
      html`<path class="grid" d="M${ROOM.left} ${round(y(count))}H${WIDTH - ROOM.right}"/><text x="${ROOM.left - 8}" y="${round(y(count) + 6)}" text-anchor="end">${count}</text>`,
  ),
)}
${joinHtml(below)}
${joinHtml(lines.map((line, at) => renderLine(line, at, x, y)))}
</svg>`
}

function renderLine(
  { points }: TrendLine,
  number: number,
  x: (at: number) => number,
  y: (count: number) => number,
): SafeHtml {
  const path = points
    .map(({ count }, at) => `${at === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(count))}`)
    .join('')
  const dots = points.flatMap(({ count, peak }, at) =>
    peak || points.length < 3 ? [html`<circle cx="${round(x(at))}" cy="${round(y(count))}" r="4.5"/>`] : [],
  )
  return html`<g class="line line-${number + 1}"><path d="${path}"/>${joinHtml(dots, '')}</g>`
}

const round = (value: number) => Math.round(value * 10) / 10

const anchorOf = (at: number, periods: number) =>
  periods < 2 ? 'middle' : at === 0 ? 'start' : at === periods - 1 ? 'end' : 'middle'

/** The least of 4, 8, 12, 20, 40, 80, … that is not below. */
function niceTop(most: number): number {
  for (let power = 1; ; power *= 10) {
    const top = [4, 8, 12, 20].map((it) => it * power).find((it) => it >= most)
    if (top !== undefined) return top
  }
}
