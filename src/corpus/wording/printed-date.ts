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
  const [, republic, year = '', month = '', day = ''] = SPELT.exec(text) ?? []
  const told = numberOf(year)
  if (told === undefined || (republic === undefined && told < 1800)) return undefined
  return toIsoDate(told + (republic === undefined ? 0 : REPUBLIC), numberOf(month) ?? 0, numberOf(day) ?? 0)
}

const FIGURES = '〇一二三四五六七八九'

/** Reads figures in a row (二〇二四) and numbers in words (三十, 廿一). */
function numberOf(spelt: string): number | undefined {
  if (/^\d+$/.test(spelt)) return Number(spelt)
  const text = spelt.replace(/[○零]/gu, '〇').replace('廿', '二十').replace('卅', '三十')
  const figures = Array.from(text, (sign) => FIGURES.indexOf(sign))
  if (figures.length > 0 && figures.every((figure) => figure >= 0)) return Number(figures.join(''))
  const [, tens, units] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(text) ?? []
  if (tens === undefined) return undefined
  return (tens === '' ? 1 : FIGURES.indexOf(tens)) * 10 + (units ? FIGURES.indexOf(units) : 0)
}

/** `undefined` for a day that no calendar has. */
export function toIsoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && year >= 1800 ? date.toISOString().slice(0, 10) : undefined
}
