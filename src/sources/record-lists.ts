import { isJsonObject } from '../domain/index.ts'
import { readPageLabel } from './page-label.ts'
import { entriesOf, firstOf } from './record-keys.ts'
import type { IssueFacts } from './source-article.ts'

/* Lists of records that are none by their looks: objects by page or number, tables of rows, records inside records. */

type Json = Readonly<Record<string, unknown>>

const PAGE_LISTS = /^(?:page|ver|layout|plate|edition|版面|banmian)(?:s|list|_list|map)?$/iu
const PAGE_KEY = /^[A-Z]{0,3}\d{1,3}$/u

/** What a key says of the page of all below it: `{"01版：要闻": […]}`. */
export const pageOfKey = (key: string): IssueFacts | undefined =>
  /版/u.test(key) ? readPageLabel(key) : undefined

/**
 * The pages of an object that keeps them by their number (`{"pages": {"01": {…}}}`), each with what its key says; anything else is one
 * value about which the key says nothing.
 */
export function listingOf(key: string, value: unknown): readonly (readonly [IssueFacts, unknown])[] {
  if (!PAGE_LISTS.test(key) || !isJsonObject(value)) return [[{}, value]]
  const pages = Object.entries(value)
  return pages.length > 0 && pages.every(([name, it]) => PAGE_KEY.test(name) && typeof it === 'object')
    ? pages.map(([name, it]) => [readPageLabel(`${name}版`) ?? {}, it])
    : [[{}, value]]
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 1 && value.every((it) => typeof it === 'string')

const isRows = (value: unknown, width: number): value is readonly (readonly unknown[])[] =>
  Array.isArray(value) && value.length > 0 && value.every((it) => Array.isArray(it) && it.length === width)

/** The records of a table whose columns are named once: `{"columns": ["title", …], "rows": [["…"]]}`. */
export function rowsOf(value: Json): readonly Json[] | undefined {
  for (const names of Object.values(value).filter(isTexts))
    for (const rows of Object.values(value))
      if (isRows(rows, names.length))
        return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])))
  return undefined
}

/** What is kept with a record, but is about something else. */
const OTHERS = /rel(?:ated?)|comment|recommend|prev|next|author|image|pic|tag|pagination/iu

/** A record whose text stands in an object of its own, with what else stands there: `{"id": 1, "attributes": {"title": …}}`. */
export function unwrap(record: Json, depth = 0): Json {
  if (depth > 3 || firstOf(entriesOf(record), 'body') !== undefined) return record
  const inner = Object.entries(record).filter(([key, it]) => isJsonObject(it) && !OTHERS.test(key))
  const [only, ...others] = inner.flatMap(([, it]) => {
    const found = isJsonObject(it) ? unwrap(it, depth + 1) : undefined
    const entries = found && entriesOf(found)
    return entries && firstOf(entries, 'body') !== undefined && firstOf(entries, 'headline') !== undefined
      ? [found]
      : []
  })
  if (only === undefined || others.length > 0) return record
  const own = Object.entries(record).filter(([, it]) => typeof it !== 'object' || it === null)
  return { ...Object.fromEntries(own), ...only }
}
