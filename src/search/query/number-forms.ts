const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const VALUE: ReadonlyMap<string, number> = new Map([
  ...Array.from(DIGITS, (digit, value) => [digit, value] as const),
  ['〇', 0],
  ['两', 2],
])

/** What may follow a number and belongs to it: 二十**号**, 80**周年**. */
const UNIT =
  '(?:周年|世纪|年代|个月|小时|分钟|公里|万亿|亿|万|[年月日号届次级岁个名人位家条项种座枚天亩吨米元倍度大])?(?:元|人|吨|亩|次|人次)?'
const WITH_DIGITS = new RegExp(`^(第?)(\\d+)(?:\\.(\\d+))?(%|${UNIT})$`, 'u')
const HAN_NUMBER = '[零一二三四五六七八九十百千两〇]+'
const WITH_HAN = new RegExp(`^(第?)(${HAN_NUMBER})(?:点([零一二三四五六七八九〇]+))?(${UNIT})$`, 'u')
const PERCENT = new RegExp(`^百分之(${HAN_NUMBER})(?:点([零一二三四五六七八九〇]+))?$`, 'u')

/**
 * The other way to write a number, with what is counted: 二十号 for 20号, 5% for 百分之五, 1.78万亿 for 一点七八万亿.
 * @param text in normal form
 * @returns undefined for what is no number, or has one form only
 */
export function otherNumberForm(text: string): string | undefined {
  const percent = PERCENT.exec(text)
  if (percent) return ofParts('', percent[1] ?? '', percent[2], '%')
  const digits = WITH_DIGITS.exec(text)
  if (digits) {
    const [, ordinal = '', whole = '', fraction, unit = ''] = digits
    const isYear = unit === '年' && whole.length === 4
    const han = isYear ? digitByDigit(whole) : inHan(Number(whole))
    if (han === undefined || (unit === '' && fraction === undefined && whole.length < 2)) return undefined
    const point = fraction === undefined ? '' : `点${digitByDigit(fraction)}`
    return unit === '%' ? `百分之${han}${point}` : `${ordinal}${han}${point}${unit}`
  }
  const [, ordinal = '', whole = '', fraction, unit = ''] = WITH_HAN.exec(text) ?? []
  // 一 and 五 by themselves are words; 五一 is no number.
  if (whole === '' || (unit === '' && ordinal === '' && Array.from(whole).length < 2)) return undefined
  return ofParts(ordinal, whole, fraction, unit)
}

function ofParts(ordinal: string, whole: string, fraction: string | undefined, unit: string) {
  const value =
    /^[零一二三四五六七八九〇]{4}$/u.test(whole) && unit === '年' ? inDigits(whole) : valueOf(whole)
  if (value === undefined) return undefined
  return `${ordinal}${value}${fraction === undefined ? '' : `.${inDigits(fraction)}`}${unit}`
}

const inDigits = (han: string): string => Array.from(han, (it) => VALUE.get(it) ?? '').join('')
const digitByDigit = (digits: string): string =>
  Array.from(digits, (it) => (it === '0' ? '〇' : DIGITS[Number(it)])).join('')

/** The value of a Chinese numeral below ten thousand; undefined if it is not well formed (五一, 三五). */
export function valueOf(han: string): number | undefined {
  let [sum, digit, last] = [0, -1, 4]
  for (const it of han) {
    const place = PLACES.indexOf(it)
    const value = VALUE.get(it)
    if (place > 0) {
      if (place >= last || (digit < 0 && !(place === 1 && sum === 0))) return undefined
      sum += (digit < 0 ? 1 : digit) * 10 ** place
      last = place
      digit = -1
    } else if (value !== undefined) {
      if (digit > 0) return undefined
      digit = value
    }
  }
  if (digit > 0 && last < 4 && last > 1 && !/[零〇].$/u.test(han)) return undefined
  return sum + Math.max(0, digit)
}

/** The value of a whole number, in digits or as a Chinese numeral; see {@link valueOf}. */
export const numberOf = (text: string): number | undefined =>
  /^\d+$/u.test(text) ? Number(text) : valueOf(text)

/** A whole number below ten thousand as it is read; undefined for others. */
function inHan(value: number): string | undefined {
  if (value >= 10_000 || !Number.isSafeInteger(value)) return undefined
  if (value === 0) return '零'
  const digits = Array.from(String(value), Number)
  let text = ''
  for (const [i, digit] of digits.entries()) {
    const place = digits.length - 1 - i
    if (digit > 0) text += `${DIGITS.charAt(digit)}${PLACES[place] ?? ''}`
    else if (!text.endsWith('零') && digits.slice(i).some((it) => it > 0)) text += '零'
  }
  return text.replace(/^一十/u, '十')
}
