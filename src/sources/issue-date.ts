import { toIsoDate } from '../domain/index.ts'

const SPELT = /((?:18|19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
const FIGURES = /(?<!\d)((?:18|19|20)\d{2})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)/u
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED = /(?<!\d)((?:18|19|20)\d{2})-([a-z]{3})[a-z]*-(\d{1,2})(?!\d)/iu
/** As mail and feeds write it: `Sat, 18 Jul 2026`. */
const DAY_FIRST = /(?<!\d)(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+((?:18|19|20)\d{2})(?!\d)/iu

/** The first day that a label names (2026年7月18日, 2026-07-18, 20260718, 2026-July-18, 18 July 2026), as `YYYY-MM-DD`. */
export function readIssueDate(text: string): string | undefined {
  const spelt = SPELT.exec(text)
  if (spelt) return toIsoDate(Number(spelt[1]), Number(spelt[2]), Number(spelt[3]))
  const named = NAMED.exec(text)
  if (named) return toIsoDate(Number(named[1]), monthOf(named[2]), Number(named[3]))
  const [, year, , month, day, month2, day2] = FIGURES.exec(text) ?? []
  if (year !== undefined) return toIsoDate(Number(year), Number(month ?? month2), Number(day ?? day2))
  const written = DAY_FIRST.exec(text)
  return written ? toIsoDate(Number(written[3]), monthOf(written[2]), Number(written[1])) : undefined
}

const monthOf = (name = ''): number => MONTHS.indexOf(name.toLowerCase()) + 1
