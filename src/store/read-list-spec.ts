import { isJsonObject } from '../domain/index.ts'
import type { ListSpec } from './lists.ts'
import {
  type Fields,
  has,
  isListOf,
  isOneOf,
  isText,
  isWholeNumber,
  orAbsent,
  parseStored,
} from './stored-json.ts'

const isPair = (value: unknown) => Array.isArray(value) && value.length === 2 && value.every(isText)

/** What each kind of list must hold. */
const KINDS: Readonly<Record<ListSpec['kind'], Fields>> = {
  search: {
    query: isText,
    order: isOneOf('relevance', 'newest', 'oldest'),
    section: orAbsent(isText),
    month: orAbsent((value) => /^\d{4}-\d\d$/.test(String(value))),
    answers: orAbsent(isOneOf('always', 'questions')),
  },
  headlines: {
    from: orAbsent(isText),
    to: orAbsent(isText),
    isUndated: orAbsent((value) => typeof value === 'boolean'),
    section: orAbsent(isText),
  },
  related: { id: isText, origin: orAbsent(has({ list: isText, page: isWholeNumber })) },
  digest: {
    edition: isOneOf('newIssue', 'newestIssue', 'ofDay', 'onThisDay', 'fromTheArchive', 'week', 'days'),
    from: orAbsent(isText),
    date: orAbsent(isText),
    ids: isListOf(isText),
    followUps: orAbsent(isListOf(isPair)),
    late: orAbsent(has({ time: isText, day: orAbsent(isText) })),
    again: orAbsent((value) => value === true),
  },
  alerts: {
    matches: isListOf(has({ alertId: isText, query: isText, ids: isListOf(isText) })),
    unlisted: isWholeNumber,
  },
  trend: {
    query: isText,
    by: orAbsent(isOneOf('day', 'week', 'month', 'year')),
    isDark: orAbsent((it) => typeof it === 'boolean'),
  },
  timeline: { query: isText },
  saved: {},
}

/** Reads a list as it was saved. `undefined` for what is damaged, or of a kind that this version does not know. */
export function readListSpec(json: string): ListSpec | undefined {
  const value = parseStored(json)
  if (!isJsonObject(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(KINDS, value['kind']))
    return undefined
  const kinds: Readonly<Record<string, Fields>> = KINDS
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field was looked at
  return has(kinds[value['kind']] ?? {})(value) ? (value as unknown as ListSpec) : undefined
}
