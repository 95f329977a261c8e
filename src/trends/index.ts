/** How often an archive speaks of something, as time goes by. */

export { countTrend, type TrendOptions, type TrendParts } from './count-trend.ts'
export { PERIOD_LENGTHS, type Period, type PeriodLength } from './period.ts'
export { MOST_QUERIES } from './split-queries.ts'
export { type Timeline, type TimelineEvent, tellTimeline } from './tell-timeline.ts'
export type { Trend, TrendLine, TrendPoint } from './trend.ts'
