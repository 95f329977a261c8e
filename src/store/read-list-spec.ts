import { isJsonObject } from '../domain/index.ts'
import type { ListSpec, ShownOfList } from './lists.ts'
import {
  type Fields,
  has,
  isListOf,
  isOf,
  isOneOf,
  isText,
  isWholeNumber,
  orAbsent,
  parseStored,
  readStored,
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
  const { shown: _shown, ...spec } = value
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field was looked at
  return has(kinds[value['kind']] ?? {})(spec) ? (spec as unknown as ListSpec) : undefined
}

/** What is noted beside the list, so that no list of an older version has to change. */
interface Noted {
  readonly shown?: ShownOfList
}

const isNoted = isOf<Noted>({ shown: orAbsent(has({ page: isWholeNumber, place: orAbsent(isWholeNumber) })) })

/** A list as it is stored, with what of it is shown. */
export const writeList = (spec: ListSpec, shown?: ShownOfList): string =>
  JSON.stringify({ ...spec, ...(shown && { shown }) })

/** Reads what of a stored list is shown; nothing if that is not known, or damaged. */
export const readShown = (json: string): ShownOfList | undefined => readStored(json, isNoted)?.shown
