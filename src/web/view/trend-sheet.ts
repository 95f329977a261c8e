import { html, joinHtml, renderCount, renderLineCaption, type SafeHtml } from '../../chat/index.ts'
import type { PeriodLength, Trend, TrendLine } from '../../trends/index.ts'
import type { Sheet, View } from './frame.ts'
import { renderTrendChart } from './trend-chart.ts'

/** How often the archive speaks of what was asked, as a chart, in words, and in numbers. */
export function renderTrendSheet(view: View, query: string, trend: Trend | undefined): Sheet {
  const { web } = view.texts
  const path = `/trend${query === '' ? '' : `?${new URLSearchParams({ q: query }).toString()}`}`
  const form = html`<form class="search wide" action="/trend" role="search" aria-label="${web.trend.title}"><input type="search" name="q" value="${query}" aria-label="${web.trend.title}" maxlength="200" required><button>${web.trend.title}</button></form>`
  return {
    title: query === '' ? web.trend.title : `${web.trend.title} · ${query}`,
    path,
    main: html`<header class="sheet"><h1>${web.trend.title}</h1><p>${web.trend.hint}</p></header>
${form}
${trend === undefined ? '' : renderTrend(view, trend)}`,
  }
}

/** As much of a day as names its period. */
const SHOWN: Readonly<Record<PeriodLength, number>> = { day: 10, week: 10, month: 7, year: 4 }

function renderTrend(view: View, trend: Trend): SafeHtml {
  const { texts } = view
  const words = texts.web.trend
  const labelOf = (day: string) => day.slice(0, SHOWN[trend.by])
  const lines = trend.lines.filter(({ total }) => total > 0)
  const says = (line: TrendLine) =>
    joinHtml(
      renderLineCaption(line, trend.by, lines.length === 1, texts).map((it) => html`${it}<br>`),
      '',
    )
  // Of what is in no chart readers are told why, too.
  const missing = trend.lines
    .filter(({ total }) => total === 0)
    .map((line) => html`<p class="ways">${says(line)}</p>`)
  if (lines.length === 0) return joinHtml([html`<p class="ways">${words.nothing}</p>`, ...missing])
  const shown = { ...trend, lines }
  const captions = lines.map((line, at) => renderCaption(view, line, says(line), at, labelOf))
  return joinHtml([
    renderTrendChart(shown, labelOf, words.title),
    html`<ul class="legend">${joinHtml(captions)}</ul>`,
    ...missing,
    trend.leftOut > 0 ? html`<p class="ways">${words.leftOut}</p>` : undefined,
    html`<details class="numbers"><summary>${words.asTable}</summary>${renderTable(view, shown, labelOf)}</details>`,
  ])
}

function renderCaption(
  { texts, inScript }: View,
  { query, points }: TrendLine,
  says: SafeHtml,
  at: number,
  labelOf: (day: string) => string,
): SafeHtml {
  const words = texts.web.trend
  const count = (value: number) => renderCount(value, texts)
  const peaks = points.flatMap(({ peak, from, count: articles }) =>
    peak
      ? [
          html`<li>${words.peak} ${labelOf(from)}（${count(articles)}）<a href="/a/${peak.id}">${inScript(peak.headline)}</a></li>`,
        ]
      : [],
  )
  return html`<li class="line-${at + 1}">${says}<a href="/q?${new URLSearchParams({ q: query }).toString()}">${texts.web.search}</a>${peaks.length > 0 ? html`<ul>${joinHtml(peaks)}</ul>` : ''}</li>`
}

function renderTable({ texts }: View, { lines }: Trend, labelOf: (day: string) => string): SafeHtml {
  const words = texts.web.trend
  const rows = (lines[0]?.points ?? []).map(({ from }, at) => {
    const cells = lines.map(({ points }) => {
      const per1000 = points[at]?.per1000
      return html`<td>${renderCount(points[at]?.count ?? 0, texts)}</td><td>${per1000 === undefined ? '–' : per1000.toFixed(1)}</td>`
    })
    return html`<tr><th scope="row">${labelOf(from)}</th>${joinHtml(cells, '')}</tr>`
  })
  const heads = lines.map(
    ({ query }) => html`<th scope="col">${query} ${words.count}</th><th scope="col">${words.per1000}</th>`,
  )
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.title}"><table><thead><tr><th scope="col">${words.period}</th>${joinHtml(heads, '')}</tr></thead><tbody>${joinHtml(rows)}</tbody></table></div>`
}
