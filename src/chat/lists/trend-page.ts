import type { ListSpec } from '../../store/index.ts'
import { countTrend, tellTimeline } from '../../trends/index.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import { renderTimeline } from '../views/timeline-view.ts'
import { canBeDrawn } from '../views/trend-chart.ts'
import { renderTrend, withChart } from '../views/trend-view.ts'
import type { ListPage, PageRequest } from './page.ts'

type Spec<K extends ListSpec['kind']> = Extract<ListSpec, { kind: K }>

/** Counts a trend as it was asked for. */
export const countAgain = (parts: Parts, { query, by }: Spec<'trend'>) =>
  countTrend(query, { today: parts.today(), ...(by && { by }) }, parts)

/** A trend as the only page of a list. */
export async function makeTrendPage(
  parts: Parts,
  spec: Spec<'trend'>,
  { list }: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  const trend = await countAgain(parts, spec)
  const total = trend.lines.reduce((sum, it) => sum + it.total, 0)
  const message = renderTrend(trend, list, texts)
  return {
    total,
    message,
    ...(canBeDrawn(trend) && {
      picture: withChart(trend, message, { list, isDark: spec.isDark ?? false }, texts),
    }),
  }
}

/** A timeline as the only page of a list. */
export async function makeTimelinePage(
  parts: Parts,
  { query }: Spec<'timeline'>,
  { list }: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  const timeline = await tellTimeline(query, { today: parts.today() }, parts)
  return { total: timeline.total, message: renderTimeline(timeline, list, texts) }
}
