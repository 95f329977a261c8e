import { isJsonObject } from '../domain/index.ts'
import { readIssueDate } from './issue-date.ts'
import { readPageFact, readPageLabel } from './page-label.ts'
import { pathFacts } from './path-facts.ts'
import { type Entries, entriesOf, firstOf, isListKey } from './record-keys.ts'
import { listingOf, pageOfKey, rowsOf, unwrap } from './record-lists.ts'
import { type Shapes, shapesOf } from './record-shapes.ts'
import { authorsOf, bodyOf, dayOf, partOf, picturesOf, plainValue, titleText } from './record-values.ts'
import type { Field } from './record-words.ts'
import type { IssueFacts, SourceArticle, SourceFile } from './source-article.ts'

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
    const entries = withShapes(entriesOf(record), record, shapesOf([record]))
    const article = readArticle(record, entries, facts, position)
    if (article) articles.push(article)
  }
  return articles
}

/**
 * @param isListed whether it stands where articles do: elsewhere what has no title may be a comment
 * @param shapes what the records of its list tell under names that are not known
 */
function collect(
  given: unknown,
  above: IssueFacts,
  articles: SourceArticle[],
  depth: number,
  isListed = true,
  shapes?: Shapes,
): void {
  if (depth > DEEPEST) return
  const value = isJsonObject(given) ? (rowsOf(given) ?? given) : given
  if (Array.isArray(value)) {
    const records = value.map((it) => (isJsonObject(it) ? unwrap(it) : it))
    const told = shapesOf(records.filter(isJsonObject))
    for (const item of records) collect(item, above, articles, depth + 1, isListed, told)
    return
  }
  if (!isJsonObject(value)) return
  const entries = withShapes(entriesOf(value), value, shapes ?? shapesOf([value]))
  const article = readArticle(value, entries, above, articles.length + 1)
  if (article && (isListed || article.headline !== '')) {
    articles.push(article)
    return
  }
  const facts = { ...above, ...factsBeside(value), ...factsOf(value, entries, true) }
  // Answers of servers wrap their list (`{code, data: {rows}}`), and some programs keep lists by day or page: `{"2024-06-08": {…}}`.
  for (const [key, inner] of Object.entries(value))
    if (typeof inner === 'object' && inner !== null) {
      const date = DAY_KEY.test(key) ? readIssueDate(key) : undefined
      const issue = { ...facts, ...(date === undefined ? {} : { date }), ...pageOfKey(key) }
      for (const [page, list] of listingOf(key, inner))
        collect(
          list,
          { ...issue, ...page },
          articles,
          depth + 1,
          isListKey(key) || pageOfKey(key) !== undefined,
        )
    }
}

function withShapes(entries: Entries, value: Json, shapes: Shapes): Entries {
  if (shapes.size === 0) return entries
  const all = new Map(entries)
  for (const [field, key] of shapes)
    if (firstOf(all, field) === undefined && value[key] !== null && value[key] !== '')
      all.set(field, value[key])
  return all
}

/** What stands in an object of its own beside the list: `{"meta": {"paper": …, "date": …}, "articles": […]}`. */
function factsBeside(value: Json): IssueFacts {
  const facts = Object.entries(value).map(([key, it]) =>
    ABOUT_KEY.test(key) && isJsonObject(it) && !hasList(it) ? factsOf(it, entriesOf(it), true) : {},
  )
  return Object.assign({}, ...facts)
}

const ABOUT_KEY =
  /^(?:meta(?:_?data)?|info|issue(?:_?info)?|header|paper(?:_?info)?|报纸(?:信息)?|期次|page(?:_?info)?|layout|plate|版面(?:信息)?)$/iu
const DAY_KEY = /^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/u

function readArticle(
  value: Json,
  entries: Entries,
  above: IssueFacts,
  position: number,
): SourceArticle | undefined {
  const title = firstOf(entries, 'headline')
  const headline = titleText(field(entries, 'headline') || partOf(title, 'main'))
  const told = bodyOf(firstOf(entries, 'body'))
  const listed = picturesOf(entries)
  const body = { parts: [...listed.parts, ...told.parts], pictures: [...listed.pictures, ...told.pictures] }
  // A page has a name and a list; an article has a text, or at least a title and a picture's caption.
  if (body.parts.length === 0 || hasList(value)) return undefined
  const kicker = titleText(field(entries, 'kicker') || partOf(title, 'above'))
  const deck = titleText(field(entries, 'deck') || partOf(title, 'below'))
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
  const press = firstOf(entries, 'paper')
  const paper = field(entries, 'paper') || (isJsonObject(press) ? (authorsOf(press)[0] ?? '') : '')
  const date = dayOf(field(entries, 'date'))
  // A server that answers with a part of its list says which: `{"page": 1, "pageSize": 25}`.
  const place = isAnswer(value) ? undefined : firstOf(entries, 'page')
  const number =
    plainText(place) || partOf(place, 'number') || (isPage && !isAnswer(value) ? partOf(value, 'number') : '')
  const label = readPageFact(number)
  const section =
    label?.section ??
    partOfPlace(place) ??
    (isPage || value.name === undefined ? field(entries, 'section') : '')
  const named = readPageLabel(section)
  const page = label?.page ?? named?.page
  return {
    ...(paper === '' || paper.length > 30 ? {} : { paper }),
    ...(date === undefined ? {} : { date }),
    ...(page === undefined ? {} : { page }),
    ...(section === '' ? {} : { section: named?.section ?? section }),
  }
}

const isAnswer = (value: Json): boolean =>
  Object.keys(value).some((it) =>
    /^(?:total(?:_?(?:page|count|num)s?)?|(?:page_?size|per_?page|page_?count|limit|offset))$/iu.test(it),
  )

/** The name in `{"page": {"no": "01", "name": "要闻"}}`. */
const partOfPlace = (place: unknown): string | undefined => partOf(place, 'name') || undefined

const field = (entries: Entries, name: Field): string => plainText(firstOf(entries, name))

const plainText = (value: unknown): string => {
  const found = plainValue(value)
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
}
