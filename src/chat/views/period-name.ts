import type { Period, PeriodLength } from '../../trends/index.ts'
import type { Texts } from '../texts/index.ts'
import { renderDay, renderMonth, renderMonthDay, renderMonthName, renderYear } from './source-line.ts'

/** `2024年6月`; without its year if that is the year of a period that was named before. */
export function renderPeriod({ from }: Period, by: PeriodLength, texts: Texts, before?: Period): string {
  const isSameYear = before?.from.slice(0, 4) === from.slice(0, 4)
  const day = () => (isSameYear ? renderMonthDay(from.slice(5), texts) : renderDay(from, texts))
  switch (by) {
    case 'day':
      return day()
    case 'week':
      return texts.trends.weekOf(day())
    case 'month':
      return isSameYear ? renderMonth(from, texts) : renderMonthName(from.slice(0, 7), texts)
    case 'year':
      return renderYear(from, texts)
  }
}
