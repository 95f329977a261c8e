import { normalise } from '../../language/index.ts'

type PartField = 'title' | 'byline' | 'page' | 'section' | 'paper' | 'date'

/** What a query is made of before anything is made of it. */
export type QueryPart =
  | { readonly kind: 'or' }
  | {
      readonly kind: 'value'
      /** As typed, without quotation marks. */
      readonly text: string
      readonly quoted: boolean
      readonly negated: boolean
      /** `name` as typed. */
      readonly field: { readonly is: PartField; readonly name: string } | undefined
      /** True if the quotation mark has no mate. */
      readonly unclosed: boolean
    }

const FIELDS: ReadonlyMap<string, PartField> = new Map([
  ['标题', 'title'],
  ['title', 'title'],
  ['记者', 'byline'],
  ['作者', 'byline'],
  ['by', 'byline'],
  ['版', 'page'],
  ['版面', 'page'],
  ['page', 'page'],
  ['栏目', 'section'],
  ['section', 'section'],
  ['报', 'paper'],
  ['报纸', 'paper'],
  ['paper', 'paper'],
  ['日期', 'date'],
  ['date', 'date'],
])

/**
 * Quotation marks of Chinese, English, German, French and Japanese, and their mates. Headlines are full of them, so they
 * count only around a whole part.
 */
const MATES: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['„', '“'],
  ['«', '»'],
  ['‹', '›'],
])

const BLANK = /\s/u
const isPlainQuote = (unit: string) => unit === '"' || unit === '＂'
const isMinus = (unit: string) => unit === '-' || unit === '－'

/** Splits a query at blanks and quotation marks. Every text has parts; the time is linear in its length. */
export function partsOf(query: string): readonly QueryPart[] {
  const parts: QueryPart[] = []
  let at = 0
  while (at < query.length) {
    if (BLANK.test(query.charAt(at))) {
      at++
      continue
    }
    const word =
      parts.length > 0
        ? NEGATION.exec(query.slice(at, at + 8))?.[0]
        : /^NOT\s+(?=\S)/.exec(query.slice(at))?.[0]
    const minus =
      isMinus(query.charAt(at)) &&
      at + 1 < query.length &&
      !BLANK.test(query.charAt(at + 1)) &&
      !NEGATIVE_NUMBER.test(query.slice(at, at + 20))
    const negated = minus || word !== undefined
    at += word?.length ?? Number(minus)
    const field = fieldAt(query, at)
    if (field !== undefined) at += field.name.length + 1
    const value = valueAt(query, at)
    at = value.end
    if (!value.quoted && !negated && !field && (value.text === 'OR' || value.text === '|'))
      parts.push({ kind: 'or' })
    else if (!value.quoted && !negated && !field && value.text === 'AND') continue
    else parts.push({ kind: 'value', negated, field, ...value })
  }
  return parts
}

/** Words that exclude what follows. The Chinese ones do so behind something that is wanted: 不要浪费 may be a headline. */
const NEGATION = /^(?:NOT\s+|非\s+|(?:不要|不含|排除)\s*)(?=\S)/u

/** `-26.95%` is a number that may stand in a text; `-5` excludes. */
const NEGATIVE_NUMBER = /^[-－]\d+(?:\.\d+)?%|^[-－]\d+\.\d+(?!\S)/u

const NAME_OF_FIELD = /^\p{L}{1,8}(?=[:：])/u

function fieldAt(query: string, at: number): { readonly is: PartField; readonly name: string } | undefined {
  const name = NAME_OF_FIELD.exec(query.slice(at, at + 20))?.[0]
  const is = name === undefined ? undefined : FIELDS.get(normalise(name))
  return name === undefined || is === undefined ? undefined : { is, name }
}

interface Value {
  readonly text: string
  readonly quoted: boolean
  readonly unclosed: boolean
  readonly end: number
}

function valueAt(query: string, at: number): Value {
  const opening = query.charAt(at)
  if (isPlainQuote(opening)) {
    let close = at + 1
    while (close < query.length && !isPlainQuote(query.charAt(close))) close++
    return {
      text: query.slice(at + 1, close),
      quoted: true,
      unclosed: close === query.length,
      end: close + 1,
    }
  }
  let end = at
  while (end < query.length && !BLANK.test(query.charAt(end)) && !isPlainQuote(query.charAt(end))) end++
  const mate = MATES.get(opening)
  const close = mate === undefined ? -1 : query.indexOf(mate, at)
  if (close > at && (close + 1 === query.length || BLANK.test(query.charAt(close + 1))))
    return { text: query.slice(at + 1, close), quoted: true, unclosed: false, end: close + 1 }
  return { text: query.slice(at, end), quoted: false, unclosed: false, end }
}
