import { isJsonObject } from '../../domain/index.ts'
import type { DomDocument } from './dom.ts'
import { findAll } from './find.ts'
import { isComment, lineOf, nodesOf, parseTags } from './parse-page.ts'

/** What a page says about its article beside the text. Empty strings are left out. */
export interface Metadata {
  readonly title?: string
  readonly kicker?: string
  readonly deck?: string
  readonly author?: string
  readonly date?: string
  /** The page or section, as the system names its node. */
  readonly node?: string
  readonly page?: string
  readonly paper?: string
}

/** The tags of Founder's systems, by what they hold; each may stand with `founder-` before it. */
const TAGS: Readonly<Record<string, keyof Metadata>> = {
  title: 'title',
  introtitle: 'kicker',
  subtitle: 'deck',
  author: 'author',
  date: 'date',
  nodename: 'node',
  papername: 'paper',
  pagenum: 'page',
}

/** Reads the comments that hold metadata: `<!--enpproperty <title>…</title>…/enpproperty-->`. */
export function readComments(document: DomDocument): Metadata {
  const found: Partial<Record<keyof Metadata, string>> = {}
  for (const node of nodesOf(document)) {
    if (!isComment(node)) continue
    const text = node.textContent ?? ''
    if (!/<(?:founder-)?(?:title|date|articleid)>/iu.test(text)) continue
    const tags = parseTags(text.replace(/\/?enpproperty(?:--)?/giu, '').replace(/&(?!#?\w+;)/gu, '&amp;'))
    for (const element of findAll(tags, '*')) {
      const name = TAGS[element.localName.toLowerCase().replace(/^founder-/u, '')]
      const value = lineOf(element)
      if (name !== undefined && value !== '') found[name] ??= value
    }
  }
  return found
}

const FOUNDER_TAGS = Object.keys(TAGS)
  .map((tag) => `founder-${tag}`)
  .join(',')

/** Reads the visible tags of Founder's systems: `<founder-title>`, `<founder-author>` … */
export function readFounderTags(document: DomDocument): Metadata {
  const found: Partial<Record<keyof Metadata, string>> = {}
  const seen = new Set<string>()
  for (const element of findAll(document, FOUNDER_TAGS)) {
    const name = TAGS[element.localName.replace(/^founder-/u, '')]
    if (name === undefined || seen.has(name)) continue
    seen.add(name)
    const value = lineOf(element)
    if (value !== '') found[name] = value
  }
  return found
}

const ARTICLE_TYPE = /(?:News|Reportage|Blog|Analysis|Opinion)?Article$|BlogPosting$/u

/** Reads JSON-LD of an article, and the `<meta>` tags of Open Graph and of authors. */
export function readWebMetadata(document: DomDocument, jsonLd: readonly string[]): Metadata {
  const things = jsonLd.flatMap(thingsOf)
  const linked = things.find(isArticle) ?? {}
  const byId = new Map(
    things.flatMap((it) => (typeof it['@id'] === 'string' ? [[it['@id'], it] as const] : [])),
  )
  const namesOf = (value: unknown) => namesIn(value, byId)
  const tags = metaTagsOf(document)
  const meta = (name: string) => tags.get(name)
  const values: Readonly<Record<keyof Metadata, string | undefined>> = {
    title: textOf(linked.headline) ?? meta('og:title') ?? meta('ArticleTitle'),
    kicker: undefined,
    deck: textOf(linked.alternativeHeadline),
    author:
      namesOf(linked.author) ??
      meta('author') ??
      meta('article:author') ??
      meta('og:article:author') ??
      meta('Author'),
    date:
      textOf(linked.datePublished) ?? meta('article:published_time') ?? meta('pubdate') ?? meta('PubDate'),
    page: undefined,
    node: textOf(linked.articleSection) ?? meta('article:section'),
    paper: namesOf(linked.publisher) ?? meta('og:site_name') ?? meta('SiteName'),
  }
  return Object.fromEntries(Object.entries(values).filter(([, it]) => it !== undefined && it !== ''))
}

/** What the `<meta>` tags of a page hold, by `property` and `name`, in one pass; of several of one name the first counts. */
function metaTagsOf(document: DomDocument): ReadonlyMap<string, string | undefined> {
  const tags = new Map<string, string | undefined>()
  for (const element of findAll(document, 'meta'))
    for (const key of ['property', 'name']) {
      const name = element.getAttribute(key)
      if (name !== null && !tags.has(name)) tags.set(name, element.getAttribute('content')?.trim())
    }
  return tags
}

type Thing = Readonly<Record<string, unknown>>

/** What a JSON-LD text describes; none if it is damaged. */
function thingsOf(text: string): readonly Thing[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  const graph = (it: unknown): readonly unknown[] =>
    Array.isArray(it)
      ? it.flatMap(graph)
      : isJsonObject(it) && Array.isArray(it['@graph'])
        ? it['@graph'].flatMap(graph)
        : [it]
  return graph(value).filter(isJsonObject)
}

const isArticle = (it: Thing): boolean =>
  [it['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value.trim() : undefined)

/** A graph names each thing once, and elsewhere only where it is. */
function namesIn(value: unknown, byId: ReadonlyMap<string, Thing>): string | undefined {
  const names = [value].flat().flatMap((it) => {
    const thing =
      isJsonObject(it) && it.name === undefined && typeof it['@id'] === 'string' ? byId.get(it['@id']) : it
    return textOf(isJsonObject(thing) ? thing.name : thing) ?? []
  })
  return names.length === 0 ? undefined : names.join(' ')
}
