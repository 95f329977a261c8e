import { numberOf } from '../search/index.ts'

const MONTH_OR_SEASON = String.raw`\d{1,2}(?:月?[到至—~-]\d{1,2})?月|第?[一二三四]个?季度|[上下]半年|[前头][\d一二两三四五六七八九十]+个月|[底末初](?!线)|第几`
/** 23年11月 and 22年上半年 are of this century; 23年 alone may be a length of time, but where a question opens with it. */
const SHORT_YEAR = new RegExp(
  String.raw`(?<![\d.第])([12]\d)年(?=${MONTH_OR_SEASON})|^(2\d)年(?=\p{sc=Han}(?<![前后来间内以的了多里过]))`,
  'gu',
)
/** 2022.10.17, 2022/10/17 and 2022-10-17. */
const DIGITS_ONLY = /(?<![\d.])((?:19|20)\d{2})([./-])(\d{1,2})\2(\d{1,2})(?:[日号])?(?![\d.])/gu
/** A year by itself, as people add it: 盐碱地改了多少亩 2023. */
const ALONE = /(?<=^|\s)(20[0-3]\d)(?=\s|$)/gu
const FIRST_MONTHS = /[前头](\d+|[一二两三四五六七八九十]+)个月/gu

/** A question with its years and months as news writes them: 23年11月 is 2023年11月, 2022.10.17 a day, 头四个月 前4个月. */
export const timesInFull = (question: string): string =>
  question
    .replaceAll(DIGITS_ONLY, '$1年$3月$4日')
    .replaceAll(ALONE, '$1年')
    .replaceAll(SHORT_YEAR, (_, some?: string, opening?: string) => `20${some ?? opening}年`)
    .replaceAll(FIRST_MONTHS, (_, months: string) => `前${numberOf(months) ?? months}个月`)
