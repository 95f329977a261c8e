import {
  type ParsedQuery,
  parseQuery,
  QUERY_LENGTH,
  type QueryProblem,
  renderQuery,
} from '../../search/index.ts'

/** What stands behind `/alert`. */
export type AlertWish =
  | { readonly kind: 'new'; readonly query: string }
  /** The id of an alert, and what it is to look for from now on. */
  | { readonly kind: 'change'; readonly id: string; readonly query: string }
  /** The id of an alert, and words with a minus before each: what else it is to leave out. */
  | { readonly kind: 'exclude'; readonly id: string; readonly exclusions: string }
  | { readonly kind: 'show'; readonly id: string }

/**
 * Reads what stands behind `/alert`: an id of an alert with what to change, or a query for a new one.
 * @param ids of the chat's alerts; what looks like an id and is none of them is a word
 */
export function readWish(text: string, ids: readonly string[]): AlertWish {
  const [, id = '', rest = ''] = /^([a-z2-7]{8})(?:\s+([\s\S]*))?$/.exec(text) ?? []
  if (!ids.includes(id)) return { kind: 'new', query: text }
  if (rest === '') return { kind: 'show', id }
  return /^(?:[-－]\S+\s*)+$/.test(rest)
    ? { kind: 'exclude', id, exclusions: rest }
    : { kind: 'change', id, query: rest }
}

/** A query as an alert keeps it. */
export interface AlertQuery {
  /** Empty if nothing is left to look for. */
  readonly query: string
  readonly problems: readonly QueryProblem[]
  /** There were dates in it: alerts look at new articles only. */
  readonly wasDated: boolean
}

/**
 * Turns what was typed into the query that an alert keeps: without dates, because an alert looks at new
 * articles only.
 * @param today `YYYY-MM-DD`, so that 昨天 is known for a day
 */
export function readAlertQuery(text: string, today: string): AlertQuery {
  const { understood, problems } = parseQuery(text, today)
  const undated = withoutDates(understood)
  const wasDated = undated.wanted.length < understood.wanted.length || understood.filter.from !== undefined
  const query = wasDated ? renderQuery(undated) : text.slice(0, QUERY_LENGTH).toWellFormed()
  const isEmpty = parseQuery(query).problems.some(({ kind }) => kind === 'nothingAsked')
  return { query: isEmpty ? '' : query, problems, wasDated }
}

/** Without days of issues; a date in prose (6月) may be a word of the articles, and stays. */
function withoutDates({ wanted, excluded, filter }: ParsedQuery): ParsedQuery {
  const { from: _from, to: _to, ...undated } = filter
  const isDay = (phrases: ParsedQuery['wanted'][number]) =>
    phrases.length === 1 && phrases[0]?.dates?.style === 'relative'
  return { wanted: wanted.filter((it) => !isDay(it)), excluded, filter: undated }
}
