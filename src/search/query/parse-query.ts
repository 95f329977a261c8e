import { normalise, runsOf } from '../../language/index.ts'
import { translateDates } from './english-dates.ts'
import { readPageName } from './page-name.ts'
import type { ParsedQuery, Phrase, QueryProblem, SearchFilter } from './query.ts'
import { type Calendar, partDay, readDate } from './query-dates.ts'
import { partsOf, type QueryPart } from './query-parts.ts'

/**
 * UTF-16 units of a query that are read. More is no question but a text: a headline has 60 characters at most, and the
 * answer must stay quick.
 */
export const QUERY_LENGTH = 400
const MAX_PARTS = 40

type Value = Extract<QueryPart, { kind: 'value' }>

interface ParseResult {
  readonly understood: ParsedQuery
  readonly problems: readonly QueryProblem[]
}

/**
 * Reads a query. Never throws: what makes no sense is named in `problems`, and the rest is used.
 * @param today `YYYY-MM-DD`, the day that 昨天 and 6月 are counted from; without it they are plain words.
 * @param calendar of the archive: days without a year are the newest that it has
 */
export function parseQuery(query: string, today?: string, calendar?: Calendar): ParseResult {
  const problems: QueryProblem[] = []
  const wanted: (readonly Phrase[])[] = []
  const excluded: Phrase[] = []
  const filters: SearchFilter[] = []
  let joinNext = false

  const want = (phrase: Phrase) => {
    const last = wanted.at(-1)
    if (joinNext && last !== undefined) wanted[wanted.length - 1] = [...last, phrase]
    else wanted.push([phrase])
    joinNext = false
  }

  for (const part of limited(query, problems, today)) {
    if (part.kind === 'or') {
      if (wanted.length === 0 || joinNext) problems.push({ kind: 'strayOperator', text: 'OR' })
      else joinNext = true
      continue
    }
    if (part.unclosed) problems.push({ kind: 'unbalancedQuote' })
    const read = readValue(part, today, calendar)
    if (read === undefined) continue
    if ('problem' in read) problems.push(read.problem)
    else if ('filter' in read) filters.push(read.filter)
    else if (part.negated) excluded.push(read.phrase)
    else want(read.phrase)
  }
  if (joinNext) problems.push({ kind: 'strayOperator', text: 'OR' })
  if (wanted.length === 0 && filters.length === 0) problems.push({ kind: 'nothingAsked' })
  return { understood: { wanted, excluded, filter: Object.assign({}, ...filters) }, problems }
}

/** The parts that are used; a field that stands before a blank (`标题: 长江`) takes the next part for its value. */
function limited(query: string, problems: QueryProblem[], today: string | undefined): readonly QueryPart[] {
  if (query.length > QUERY_LENGTH) problems.push({ kind: 'tooLong', unit: 'characters', kept: QUERY_LENGTH })
  const joined: QueryPart[] = []
  for (const part of translateDates(partsOf(query.slice(0, QUERY_LENGTH)))) {
    const last = joined.at(-1)
    const fills =
      last?.kind === 'value' &&
      last.field &&
      last.text === '' &&
      part.kind === 'value' &&
      !part.field &&
      !part.negated
    if (fills) joined[joined.length - 1] = { ...part, field: last.field, negated: last.negated }
    else joined.push(...(today === undefined ? [part] : partedByDay(part)))
  }
  if (joined.length > MAX_PARTS) problems.push({ kind: 'tooLong', unit: 'words', kept: MAX_PARTS })
  return joined.slice(0, MAX_PARTS)
}

/** 上周五体育 as two parts. */
function partedByDay(part: QueryPart): readonly QueryPart[] {
  if (part.kind !== 'value' || part.quoted || part.negated || part.field) return [part]
  const [day, rest = ''] = partDay(part.text) ?? []
  if (day === undefined) return [part]
  return [{ ...part, text: day }, ...(rest === '' ? [] : [{ ...part, text: rest }])]
}

type ReadValue =
  | { readonly phrase: Phrase }
  | { readonly filter: SearchFilter }
  | { readonly problem: QueryProblem }

/** @returns undefined for what is nothing but punctuation. */
function readValue(
  part: Value,
  today: string | undefined,
  calendar: Calendar | undefined,
): ReadValue | undefined {
  const { text, quoted, field, negated } = part
  const empty = runsOf(normalise(text)).next().done === true
  if (field === undefined) {
    const stray = empty && (negated || /^[-－]$/.test(text))
    if (empty) return stray ? { problem: { kind: 'strayOperator', text: '-' } } : undefined
    return quoted ? { phrase: { text, exact: true } } : readPlain(text, negated, today, calendar)
  }
  if (empty) return { problem: { kind: 'emptyField', field: field.name } }
  if (field.is === 'title' || field.is === 'byline')
    return { phrase: { text, exact: quoted, field: field.is } }
  if (field.is === 'section') return { filter: { section: text } }
  if (field.is === 'paper') return { filter: { paper: text } }
  if (field.is === 'page') {
    const page = readPageName(text)
    return page === undefined ? { problem: { kind: 'badPage', text } } : { filter: { page } }
  }
  const range = readDate(/^\d{4}$/.test(normalise(text)) ? `${text}年` : text, today, calendar)?.range
  return range ? { filter: range } : { problem: { kind: 'badDate', text } }
}

function readPlain(
  text: string,
  negated: boolean,
  today: string | undefined,
  calendar: Calendar | undefined,
): ReadValue {
  const date = negated ? undefined : readDate(text, today, calendar)
  if (date === undefined) return { phrase: { text, exact: false } }
  // 2024-13 is written like a date, but 3.14 or 99月 may be something else: only years give a date away.
  if (date.range === undefined)
    return date.style === 'iso' && /^\d{4}\D/.test(text)
      ? { problem: { kind: 'badDate', text } }
      : { phrase: { text, exact: false } }
  if (date.style === 'iso') return { filter: date.range }
  const { style, range, saidIn } = date
  return { phrase: { text, exact: false, dates: { style, ...range, ...(saidIn && { saidIn }) } } }
}
