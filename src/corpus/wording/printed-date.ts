import { readHanNumber, toIsoDate } from '../../domain/index.ts'

const ARABIC = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
const SLASHED = /(?<![\d.])((?:18|19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/u
const SIGN = '[〇○零一二三四五六七八九十廿卅百]'
/** 二〇二四年六月八日, 中華民國一一三年六月八日, 民国113年6月8日. */
const SPELT = new RegExp(
  `((?:中[华華])?民[国國])?\\s*(${SIGN}{2,6}|\\d{2,3})\\s*年\\s*(${SIGN}{1,3}|\\d{1,2})\\s*月\\s*(${SIGN}{1,3}|\\d{1,2})\\s*日`,
  'u',
)
/** Year 1 of the Republic was 1912. */
const REPUBLIC = 1911

/** The day that a folio names, however it is written, as `YYYY-MM-DD`. */
export function printedDate(text: string): string | undefined {
  const arabic = ARABIC.exec(text)
  if (arabic) return toIsoDate(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]))
  const slashed = SLASHED.exec(text)
  if (slashed) return toIsoDate(Number(slashed[1]), Number(slashed[3]), Number(slashed[4]))
  const spelt = SPELT.exec(text)
  if (!spelt) return undefined
  const [, republic, year = '', month = '', day = ''] = spelt
  const told = numberOf(year)
  if (told === undefined || (republic === undefined && told < 1800)) return undefined
  return toIsoDate(told + (republic === undefined ? 0 : REPUBLIC), numberOf(month) ?? 0, numberOf(day) ?? 0)
}

/** Reads figures (2024) and Han numbers. */
const numberOf = (written: string): number | undefined =>
  /^\d+$/.test(written) ? Number(written) : readHanNumber(written)
