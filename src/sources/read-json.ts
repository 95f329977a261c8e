import { isJsonObject } from '../domain/index.ts'
import { isBesideText, readBody } from './html/body.ts'
import { isTooDeep, lineOf, parsePage } from './html/parse-page.ts'
import { readIssueDate } from './issue-date.ts'
import { readPageFact, readPageLabel } from './page-label.ts'
import { pathFacts } from './path-facts.ts'
import { type Entries, entriesOf, type Field, firstOf, isListKey } from './record-keys.ts'
import type { BodyPart, IssueFacts, SourceArticle, SourceFile } from './source-article.ts'

type Json = Readonly<Record<string, unknown>>

/** Deeper lists are no issue of a newspaper. */
const DEEPEST = 12

/**
 * Reads an issue, a page or a list of articles that was saved as JSON, in any of the forms that crawlers write: lists
 * in lists, with paper, date, page and section on any level above the article.
 * @throws {SyntaxError} if it is no JSON
 */
export function readJson(file: string, text: string): SourceFile {
  const articles: SourceArticle[] = []
  const { value, warnings } = parse(text)
  collect(value, pathFacts(file), articles, 0)
  return { form: 'json', articles, ...(articles.length > 0 ? {} : { empty: 'no article' }), warnings }
}

/** A whole value, or one a line: many programs write JSON Lines under this name. Then lines that are none are named. */
function parse(text: string): { readonly value: unknown; readonly warnings: readonly string[] } {
  try {
    return { value: JSON.parse(text), warnings: [] }
  } catch (error) {
    const lines = text.split('\n')
    const values = lines.map(parseLine)
    const bad = lines.flatMap((line, at) => (line.trim() !== '' && values[at] === undefined ? [at + 1] : []))
    if (values.filter(isJsonObject).length <= bad.length) throw error
    const warnings =
      bad.length === 0 ? [] : [`${bad.length} lines are no JSON, the first of them line ${bad[0]}`]
    return { value: values, warnings }
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/**
 * Reads a record that another form was turned into, as one of JSON is read.
 * @param above what the path says
 * @param around records around it, the outermost first, which may tell paper, date and page
 */
export function collectRecords(
  record: Json,
  above: IssueFacts,
  articles: SourceArticle[],
  around: readonly Json[] = [],
): void {
  const facts = around.map((it) => factsOf(it, entriesOf(it), true))
  collect(record, Object.assign({}, above, ...facts), articles, 0)
}

/**
 * Reads records of articles that another form was turned into.
 * @param records each with where it stands in its file, from 1
 */
export function readRecords(
  file: string,
  records: Iterable<{ readonly record: Json; readonly position: number }>,
): readonly SourceArticle[] {
  const facts = pathFacts(file)
  const articles: SourceArticle[] = []
  for (const { record, position } of records) {
    const article = readArticle(record, entriesOf(record), facts, position)
    if (article) articles.push(article)
  }
  return articles
}

/** @param isListed whether it stands where articles do: elsewhere what has no title may be a comment */
function collect(
  value: unknown,
  above: IssueFacts,
  articles: SourceArticle[],
  depth: number,
  isListed = true,
): void {
  if (depth > DEEPEST) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, above, articles, depth + 1, isListed)
    return
  }
  if (!isJsonObject(value)) return
  const entries = entriesOf(value)
  const article = readArticle(value, entries, above, articles.length + 1)
  if (article && (isListed || article.headline !== '')) {
    articles.push(article)
    return
  }
  const facts = { ...above, ...factsOf(value, entries, true) }
  // Answers of servers wrap their list (`{code, data: {rows}}`), and some programs keep lists by day: `{"2024-06-08": {…}}`.
  for (const [key, inner] of Object.entries(value))
    if (typeof inner === 'object' && inner !== null) {
      const date = DAY_KEY.test(key) ? readIssueDate(key) : undefined
      const issue = { ...facts, ...(date === undefined ? {} : { date }) }
      collect(inner, issue, articles, depth + 1, isListKey(key))
    }
}

const DAY_KEY = /^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/u

function readArticle(
  value: Json,
  entries: Entries,
  above: IssueFacts,
  position: number,
): SourceArticle | undefined {
  const headline = titleText(field(entries, 'headline'))
  const body = bodyOf(firstOf(entries, 'body'))
  // A page has a name and a list; an article has a text, or at least a title and a picture's caption.
  if (body.parts.length === 0 || hasList(value)) return undefined
  const [kicker, deck] = [titleText(field(entries, 'kicker')), titleText(field(entries, 'deck'))]
  return {
    ...above,
    ...factsOf(value, entries, false),
    headline,
    kicker: kicker === '' ? [] : [kicker],
    deck: deck === '' ? [] : [deck],
    author: authorsOf(firstOf(entries, 'author')),
    body: body.parts,
    pictures: body.pictures,
    regions: [],
    position,
    warnings: headline === '' ? ['no headline found'] : [],
  }
}

const hasList = (value: Json): boolean =>
  Object.entries(value).some(
    ([key, it]) => isListKey(key) && Array.isArray(it) && it.some((one) => isJsonObject(one)),
  )

/** @param isPage whether the names of a page count: `name` of an article is not a section */
function factsOf(value: Json, entries: Entries, isPage: boolean): IssueFacts {
  const paper = field(entries, 'paper')
  const date = readIssueDate(field(entries, 'date'))
  const label = readPageFact(field(entries, 'page'))
  const section = label?.section ?? (isPage || value.name === undefined ? field(entries, 'section') : '')
  const named = readPageLabel(section)
  const page = label?.page ?? named?.page
  return {
    ...(paper === '' || paper.length > 30 ? {} : { paper }),
    ...(date === undefined ? {} : { date }),
    ...(page === undefined ? {} : { page }),
    ...(section === '' ? {} : { section: named?.section ?? section }),
  }
}

const field = (entries: Entries, name: Field): string => {
  const found = plainValue(firstOf(entries, name))
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
}

/** WordPress wraps texts: `{"rendered": "…"}`. */
const plainValue = (value: unknown): unknown =>
  isJsonObject(value) && typeof value.rendered === 'string' ? value.rendered : value

/** What is longer is no title, and not worth to be parsed as a page. */
const LONGEST_TITLE = 2000

/** Line breaks and tags inside a title part nothing in Chinese. */
const titleText = (text: string): string =>
  (/[<&]/u.test(text) && text.length <= LONGEST_TITLE
    ? lineOf(parsePage(text.replace(/<br\s*\/?>|<\/?p>/giu, '')).querySelector('body'))
    : text
  )
    .split(/[\r\n]+/u)
    .map((it) => it.trim())
    .join('')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()

function authorsOf(value: unknown): readonly string[] {
  const names = Array.isArray(value) ? value : [value]
  const line = names
    .map((it) => (isJsonObject(it) ? it.name : it))
    .filter((it) => typeof it === 'string')
    .map((it) => it.trim())
    .filter(Boolean)
    .join(' ')
  return line === '' ? [] : [line]
}

function bodyOf(given: unknown): {
  readonly parts: readonly BodyPart[]
  readonly pictures: readonly string[]
} {
  const value = plainValue(given)
  const text = Array.isArray(value) ? value.filter((it) => typeof it === 'string').join('\n') : value
  if (typeof text !== 'string') return { parts: [], pictures: [] }
  if (/<\/?[a-z][^<>]*>/iu.test(text) && !isTooDeep(text))
    return readBody([...parsePage(text).querySelectorAll('body')])
  const lines = text.split(/[\r\n]+/u).map((it) => it.trim())
  const told = lines.filter((it) => it !== '' && !isBesideText(it))
  return { parts: told.map((it) => ({ kind: 'paragraph', text: it })), pictures: [] }
}
