import { isJsonObject } from '../domain/index.ts'
import { readPageLabel } from './page-label.ts'
import { entriesOf, fieldOf, firstOf } from './record-keys.ts'
import { bodyOf, dayOf } from './record-values.ts'
import { type Field, fieldByWords } from './record-words.ts'

/*
 * Keys whose names tell nothing, by what their values look like over the records of one list: a day, the label of a page, a name that
 * goes with it, a line that differs from record to record, a text of sentences.
 */

type Json = Readonly<Record<string, unknown>>

/** The values of one key, one a record; empty where a record has none. */
interface Column {
  readonly key: string
  readonly values: readonly string[]
}

/** More of a list say no more. */
const MOST_RECORDS = 60
/** A text has so many characters on average; a title has less. */
const SHORTEST_TEXT = 60
const LONGEST_TITLE = 60
const SHORTEST_TITLE = 6
const LONGEST_NAME = 12
const SENTENCE = /[。！？!?…][”’」』"]?(?:\s|$|(?=\p{L}))|[a-z][.!?](?:\s|$)/u
const HAS_WORDS = /\p{L}{2}/u
const WHOLE_DAY =
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{8})(?:[T ]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$|^1\d{9}(?:\d{3})?$/u
const PAGE_LABEL = /^(?:[A-Z]{1,3}\d{1,3}|0\d{1,2}|第.{1,8}版.{0,12}|[A-Z]{0,3}\d{1,3}版.{0,12})$/u
const HAN_NAME = /^[\p{Script=Han}·]{2,12}$/u
const PERSONS = /^\p{Script=Han}{2,4}(?:[\s、,，/;；]+\p{Script=Han}{2,4}){0,4}$/u
const PAPER = /^[\p{Script=Han}A-Za-z]{2,18}(?:报|刊|网|社|讯|報)$/u

/** Keys by what they must be, of what no record of a list tells under a name that is known. */
export type Shapes = ReadonlyMap<Field, string>

/** What the records of a list tell under names that are not known. */
export function shapesOf(records: readonly Json[]): Shapes {
  const sample = records.slice(0, MOST_RECORDS)
  const entries = sample.map(entriesOf)
  const isMissing = (field: Field) => entries.every((it) => firstOf(it, field) === undefined)
  const found = new Map<Field, string>()
  if (!(['body', 'headline', 'date', 'page'] as const).some(isMissing)) return found
  const free = columnsOf(sample)
  const take = (field: Field, find: (columns: readonly Column[]) => Column | undefined) => {
    if (!isMissing(field)) return
    const column = find(free.filter((it) => ![...found.values()].includes(it.key)))
    if (column) found.set(field, column.key)
  }
  take('body', textOf)
  const texts = isMissing('body') ? found.get('body') : 'known'
  // Without a text of sentences these are no articles, and the other columns of something else.
  if (texts === undefined) return new Map()
  take('date', (columns) =>
    columns.find(({ values }) => all(values, (it) => WHOLE_DAY.test(it) && dayOf(it) !== undefined)),
  )
  take('page', (columns) =>
    columns.find(({ values }) =>
      all(
        values,
        (it) => PAGE_LABEL.test(it) && readPageLabel(`${it.replace(/版.*$/u, '')}版`) !== undefined,
      ),
    ),
  )
  take('paper', (columns) =>
    columns.find(({ values }) => new Set(values).size === 1 && all(values, (it) => PAPER.test(it))),
  )
  take('headline', titleOf)
  const pages = found.get('page')
  const labels = free.find(({ key }) => key === pages)?.values
  take('section', (columns) => columns.find((it) => labels !== undefined && goesWith(labels, it.values)))
  take('author', (columns) => columns.find(isOfPersons))
  return found
}

function columnsOf(records: readonly Json[]): readonly Column[] {
  const keys = new Set(
    records
      .flatMap((it) => Object.keys(it))
      .filter((it) => fieldOf(it) === undefined && fieldByWords(it) === undefined),
  )
  return [...keys].map((key) => ({ key, values: records.map((it) => plainText(it[key])) }))
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value.replace(/<[^<>]{0,500}>/gu, '').trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.some(isJsonObject))
    // Blocks of one text; what has titles of its own is a list of articles.
    return value.some((it) => isJsonObject(it) && firstOf(entriesOf(it), 'headline') !== undefined)
      ? ''
      : bodyOf(value)
          .parts.map(({ text }) => text)
          .join('\n')
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string').join('\n') : ''
}

const all = (values: readonly string[], test: (value: string) => boolean): boolean => {
  const told = values.filter((it) => it !== '')
  return told.length * 2 > values.length && told.every(test)
}

const meanLength = (values: readonly string[]): number =>
  values.reduce((sum, it) => sum + it.length, 0) / Math.max(1, values.filter((it) => it !== '').length)

const share = (values: readonly string[], test: RegExp): number =>
  values.filter((it) => test.test(it)).length / values.length

const textOf = (columns: readonly Column[]): Column | undefined =>
  columns
    .filter(({ values }) => meanLength(values) >= SHORTEST_TEXT && share(values, SENTENCE) > 0.6)
    .toSorted((a, b) => meanLength(b.values) - meanLength(a.values))[0]

/** The longest line that every record has, and that differs. */
const titleOf = (columns: readonly Column[]): Column | undefined =>
  columns
    .filter(
      ({ values }) =>
        values.every((it) => HAS_WORDS.test(it) && !/^(?:https?:|\/|\w+$)|\n/u.test(it)) &&
        meanLength(values) >= SHORTEST_TITLE &&
        meanLength(values) <= LONGEST_TITLE &&
        new Set(values).size * 2 > values.length &&
        share(values, /。$/u) < 0.3,
    )
    .toSorted((a, b) => meanLength(b.values) - meanLength(a.values))[0]

/** Whether a name is the same wherever the label is, and another where the label is another. */
function goesWith(labels: readonly string[], names: readonly string[]): boolean {
  const byLabel = new Map<string, string>()
  for (const [at, label] of labels.entries()) {
    const name = names[at] ?? ''
    if (!HAN_NAME.test(name) || name.length > LONGEST_NAME || (byLabel.get(label) ?? name) !== name)
      return false
    byLabel.set(label, name)
  }
  return byLabel.size === 1 || new Set(byLabel.values()).size > 1
}

const isOfPersons = ({ values }: Column): boolean =>
  all(values, (it) => PERSONS.test(it)) && new Set(values).size * 2 > values.length
