import { DOMParser } from 'linkedom'
import { readBody } from './html/body.ts'
import type { DomDocument, DomElement } from './html/dom.ts'
import { isComment, isElement, isTooDeep, lineOf, nodesOf } from './html/parse-page.ts'
import { pathFacts } from './path-facts.ts'
import { collectRecords } from './read-json.ts'
import { entriesOf, firstOf } from './record-keys.ts'
import type { SourceArticle, SourceFile } from './source-article.ts'

type Record = Readonly<{ [name: string]: unknown }>

/** Elements that hold all of one article, however deep: of RSS, Atom, NITF, NewsML-G2. */
const ITEMS = new Set(['item', 'entry', 'nitf', 'newsitem'])
/** Elements that hold text with its marks. */
const TEXTS = new Set([
  'encoded',
  'body.content',
  'inlinexml',
  'content',
  'body',
  'text',
  'description',
  '正文',
  '内容',
  '全文',
])
/** Elements whose words may be marked one by one. */
const MIXED = new Set(['title', 'headline', 'author', 'byline', '标题', '作者'])
/** Elements that hold one paragraph each: of an article that has no element around its text. */
const PARAGRAPHS = new Set(['p', 'para', 'paragraph', '段', '段落'])
/** Elements inside a paragraph. */
const INLINE = new Set('a abbr b br em font hi i img ref span strong sub sup u'.split(' '))
/** NewsML-G2 holds NITF; what lies deeper is no form of news. */
const MOST_ITEMS_ABOVE = 3
/** In UTF-16 units; what is longer tells nothing about an article. */
const LONGEST_FACT = 500

/**
 * Reads the articles of a feed (RSS, Atom), of what news systems exchange (NITF, NewsML-G2), or of any export in which an element holds
 * a title and a text under names that people use. No entity is expanded, and nothing is fetched.
 * @returns undefined if no article is in it
 */
export function readXml(file: string, text: string): SourceFile | undefined {
  if (isTooDeep(text)) return undefined
  const document: DomDocument = new DOMParser().parseFromString(text, 'text/xml')
  const articles: SourceArticle[] = []
  const inItems = new Set<DomElement>()
  const itemsAbove = new Map<DomElement, number>()
  const issues = new Map<DomElement, Record>()
  for (const element of nodesOf(document)) {
    if (!isElement(element)) continue
    const { parentElement } = element
    if (parentElement && inItems.has(parentElement)) {
      inItems.add(element)
      continue
    }
    const isItem = ITEMS.has(nameOf(element))
    const above = (parentElement && itemsAbove.get(parentElement)) ?? 0
    itemsAbove.set(element, above + (isItem ? 1 : 0))
    // All that is in an item is looked through: in a thousand of them one in the other, a thousand times.
    if (isItem && above >= MOST_ITEMS_ABOVE) continue
    const record = recordOf(element, isItem ? elementsOf(element) : childrenOf(element))
    if (!isArticle(record, isItem) || (!isItem && elementsOf(element).some((it) => ITEMS.has(nameOf(it)))))
      continue
    inItems.add(element)
    collectRecords(withBody(record), { ...pathFacts(file) }, articles, factsAbove(element, issues))
  }
  return articles.length === 0 ? undefined : { form: 'feed', articles, warnings: [] }
}

const nameOf = (element: DomElement): string => element.localName.toLowerCase().replace(/^.*:/u, '')

const childrenOf = (element: DomElement): readonly DomElement[] => [...element.childNodes].filter(isElement)

const elementsOf = (element: DomElement): readonly DomElement[] => [...nodesOf(element)].filter(isElement)

/** What elements and attributes say, by their names, and the elements that hold text. */
interface XmlRecord {
  readonly facts: Record
  readonly texts: ReadonlyMap<string, DomElement>
  /** Its paragraphs, where no element is around them. */
  readonly paragraphs: string
}

/** A feed describes itself, too: of other things than items a description is no text. */
const isArticle = ({ facts, texts, paragraphs }: XmlRecord, isItem: boolean): boolean =>
  (paragraphs !== '' || [...texts.keys()].some((it) => isItem || it !== 'description')) &&
  firstOf(entriesOf(facts), 'headline') !== undefined

/** The facts and the surest text. */
function withBody({ facts, texts, paragraphs }: XmlRecord): Record {
  for (const name of TEXTS) {
    const element = texts.get(name)
    const body = element === undefined ? '' : textOf(element)
    if (body !== '') return { ...facts, body }
  }
  return paragraphs === '' ? facts : { ...facts, body: paragraphs }
}

/**
 * What the elements around an article say of its issue: `<paper date="…"><page number="02">`, `<paper><date>…</date>`, or a header in
 * them (TEI).
 * @param known what was read of elements before
 */
function factsAbove(element: DomElement, known: Map<DomElement, Record>): readonly Record[] {
  const records: Record[] = []
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const facts = known.get(at) ?? factsOfIssue(at)
    known.set(at, facts)
    records.unshift(facts)
  }
  return records
}

function factsOfIssue(element: DomElement): Record {
  const facts: { [name: string]: unknown } = Object.create(null)
  for (const [name, value] of attributesOf(element)) tell(facts, name, value)
  // A feed tells when it was written, which is no day of its articles.
  if (element.localName === 'channel' || element.localName === 'feed') return facts
  for (const child of childrenOf(element)) {
    const inHeader = HEADER.test(nameOf(child)) ? elementsOf(child) : []
    for (const it of [child, ...inHeader])
      if (it.firstElementChild === null) tell(facts, nameOf(it), lineOf(it))
  }
  return facts
}

const HEADER = /header$|^meta(?:data)?$/u

/** The first of a name counts, and elements before attributes. */
function recordOf(element: DomElement, elements: readonly DomElement[]): XmlRecord {
  const facts: { [name: string]: unknown } = Object.create(null)
  const texts = new Map<string, DomElement>()
  const taken = new Set<DomElement>()
  for (const it of elements) {
    const name = nameOf(it)
    const isText = TEXTS.has(name) && !childrenOf(it).some((child) => TEXTS.has(nameOf(child)))
    // What stands in a text, or among the words of a title, is part of it.
    if ((it.parentElement && taken.has(it.parentElement)) || isText || MIXED.has(name)) {
      if (!it.parentElement || !taken.has(it.parentElement)) {
        if (isText) texts.set(name, texts.get(name) ?? it)
        else tell(facts, name, lineOf(it))
      }
      taken.add(it)
    } else if (it.firstElementChild === null) tell(facts, name, lineOf(it))
  }
  for (const it of [...elements, element])
    for (const [name, value] of attributesOf(it)) tell(facts, name, value)
  const paragraphs = childrenOf(element).filter((it) => PARAGRAPHS.has(nameOf(it)))
  return { facts, texts, paragraphs: paragraphs.map(lineOf).filter(Boolean).join('\n') }
}

function tell(facts: { [name: string]: unknown }, name: string, value: string): void {
  if (value !== '' && value.length <= LONGEST_FACT) facts[name] ??= value
}

/** Marked text as it stands, or its paragraphs, where the marks are elements of the file. */
function textOf(element: DomElement): string {
  const children = childrenOf(element)
  if (children.length === 0) return (element.textContent ?? '').trim()
  // Elements with names of their own part a text as paragraphs do, if nothing stands between them.
  const isMixed =
    children.some((it) => INLINE.has(nameOf(it))) ||
    [...element.childNodes].some((it) => !isElement(it) && !isComment(it) && lineOf(it) !== '')
  const pieces = isMixed ? [[...element.childNodes]] : children.map((it) => [it])
  return pieces
    .flatMap((it) => readBody(it).parts)
    .map((it) => it.text)
    .join('\n')
}

const attributesOf = (element: DomElement): readonly (readonly [string, string])[] =>
  Array.from(element.attributes, ({ name, value }) => [name, value] as const)
