import type { ListSpec } from './lists.ts'

type Check = (value: unknown) => boolean
type Fields = Readonly<Record<string, Check>>

const isText: Check = (value) => typeof value === 'string'
const isOneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.some((it) => it === value)
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const has =
  (fields: Fields): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What each kind of list must hold. */
const KINDS: Readonly<Record<ListSpec['kind'], Fields>> = {
  search: {
    query: isText,
    order: isOneOf('relevance', 'newest', 'oldest'),
    section: orAbsent(isText),
    month: orAbsent((value) => /^\d{4}-\d\d$/.test(String(value))),
    answers: orAbsent(isOneOf('always', 'questions')),
  },
  headlines: { from: orAbsent(isText), to: orAbsent(isText), section: orAbsent(isText) },
  related: { id: isText },
  digest: {
    edition: isOneOf('newIssue', 'newestIssue', 'ofDay', 'onThisDay', 'fromTheArchive'),
    date: orAbsent(isText),
    ids: isListOf(isText),
    late: orAbsent(has({ time: isText, day: orAbsent(isText) })),
    again: orAbsent((value) => value === true),
  },
  alerts: {
    matches: isListOf(has({ alertId: isText, query: isText, ids: isListOf(isText) })),
    unlisted: (value) => Number.isSafeInteger(value),
  },
  saved: {},
}

/** Reads a list as it was saved. `undefined` for what is damaged, or of a kind that this version does not know. */
export function readListSpec(json: string): ListSpec | undefined {
  const value = parse(json)
  if (!isRecord(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(KINDS, value['kind']))
    return undefined
  const kinds: Readonly<Record<string, Fields>> = KINDS
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field was looked at
  return has(kinds[value['kind']] ?? {})(value) ? (value as unknown as ListSpec) : undefined
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
