import { Readability } from '@mozilla/readability'
import type { IssueFacts, SourceArticle, SourceFile } from '../source-article.ts'
import { type Body, linkDensity, readBody } from './body.ts'
import { type BodyPlace, findLooseBody, findMarkedBody } from './containers.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { findAll, findFirst, unsettle } from './find.ts'
import { indexLinkOf } from './index-link.ts'
import { readIssueFacts } from './issue-facts.ts'
import { type Metadata, readComments, readFounderTags, readWebMetadata } from './metadata.ts'
import { isTooDeep, lineOf, parsePage } from './parse-page.ts'
import { readRegions } from './regions.ts'
import { captionsBefore, findTitleLines, picturesBefore } from './title-lines.ts'
import { findWebTitle, isNameOfSite, readLeadLines } from './web-title.ts'

/**
 * Reads one saved web page: the article of an e-paper site, or any article page. A page that lists articles gives
 * none. Pure: links are not followed, scripts do not run, and any text is taken.
 * @param file its path below the corpus folder, with forward slashes: a witness of date and page
 */
export function readHtml(file: string, text: string): SourceFile {
  if (isTooDeep(text)) return { ...nothing('no article'), warnings: [TOO_DEEP] }
  const jsonLd = linkedDataOf(text)
  const document = parsePage(text)
  const told = { ...readComments(document), ...readFounderTags(document) }
  const marked = findMarkedBody(document)
  const web = readWebMetadata(document, jsonLd)
  // Where a system marks the text, its page sets the title lines: the tags for other programs tell the rest.
  const { date, paper } = web
  if (marked)
    return withIndex(
      give(articleAt(document, file, marked, { ...dropUndefined({ date, paper }), ...told })),
      document,
    )
  if (isRedirect(document)) return nothing('redirect')
  if (isListOfArticles(document)) return nothing('index page')
  const loose = findTitled(document) ?? (isWebArticle(document, jsonLd) ? undefined : findLooseBody(document))
  if (loose) return withIndex(give(articleAt(document, file, loose, { ...web, ...told })), document)
  return readWebArticle(document, file, web, text)
}

const dropUndefined = (values: Readonly<Record<string, string | undefined>>): Metadata =>
  Object.fromEntries(Object.entries(values).filter(([, it]) => it !== undefined))

const TOO_DEEP = 'its elements are nested more than 512 deep; save the page again from a browser'

/** Where an article's own page has no map of its printed page, the index of that page may. */
function withIndex(source: SourceFile, document: DomDocument): SourceFile {
  const [article] = source.articles
  if (article?.page === undefined || article.regions.length > 0) return source
  const index = indexLinkOf(document, article.page)
  return index === undefined ? source : { ...source, index }
}

const give = (article: SourceArticle): SourceFile => {
  if (article.headline === '广告' && article.body.length <= 1) return nothing('advertisement')
  return article.body.length === 0 && article.pictures.length === 0
    ? nothing('no article')
    : { form: 'html', articles: [article], warnings: [] }
}

const nothing = (empty: NonNullable<SourceFile['empty']>): SourceFile => ({
  form: 'html',
  articles: [],
  empty,
  warnings: [],
})

function articleAt(document: DomDocument, file: string, place: BodyPlace, told: Metadata): SourceArticle {
  const lines = findTitleLines(document, place.anchor)
  const body = withCaptions(readBody(captionsBefore(place.anchor)), picturesBefore(place.anchor), place)
  const facts = readIssueFacts(document, file, told)
  const headline = told.title ?? lines?.headline ?? onlyHeading(document) ?? ''
  return {
    ...facts,
    ...titleParts(told, lines, headline),
    author: authorsOf(document, told, facts),
    ...withoutTitle(body, headline),
    regions: readRegions(document, file),
    position: 1,
    warnings: headline === '' ? ['no headline found'] : [],
  }
}

/** What stands with a picture above a text is none of it, whatever it looks like. */
function withCaptions(above: Body, pictures: readonly DomElement[], place: BodyPlace): Body {
  const body = readBody([...pictures, ...place.nodes])
  const captions = above.parts.map(({ text }) => ({ kind: 'caption', text }) as const)
  return {
    parts: [...captions, ...body.parts],
    pictures: [...new Set([...above.pictures, ...body.pictures])],
  }
}

/** Of a page that says in no other way what its title is. */
function onlyHeading(document: DomDocument): string | undefined {
  const [heading, ...others] = findAll(document, 'h1')
  const text = others.length === 0 && heading ? lineOf(heading) : ''
  return text === '' ? undefined : text
}

function titleParts(told: Metadata, lines: ReturnType<typeof findTitleLines>, headline: string) {
  // What the system itself tells is sure; the page's own lines say the rest.
  const isSame = lines !== undefined && bare(lines.headline) === bare(headline)
  const kicker = told.kicker === undefined ? (isSame ? lines.kicker : []) : [told.kicker]
  const below = isSame ? lines.below.filter((it) => bare(it) !== bare(told.author ?? '')) : []
  return {
    headline: isSame ? lines.headline : headline,
    kicker,
    deck:
      told.deck === undefined
        ? below
        : [told.deck, ...below.filter((it) => bare(it) !== bare(told.deck ?? ''))],
  }
}

const bare = (text: string): string => text.replace(/[\s\u3000]+/gu, '')

const AUTHOR_PLACES =
  'founder-author,.author,.byline,.author-name,.post-author,.entry-author,.wp-block-post-author-name,[rel="author"],[itemprop="author"],#NewsArticleAuthor,.zuozhe'
/** Lines that hold the author and then paper and date: `张三 《某某日报》（2026年07月18日 第01版）`. */
const AUTHOR_LINES = 'p.sec,.sec,.shijian'

function authorsOf(document: DomDocument, told: Metadata, { paper }: IssueFacts): readonly string[] {
  if (told.author !== undefined) return [told.author]
  const own = findAll(document, AUTHOR_PLACES)
    .map(lineOf)
    .find((it) => it !== '' && it.length <= 60)
  if (own !== undefined) return [own]
  for (const element of findAll(document, AUTHOR_LINES)) {
    const [before = ''] = lineOf(element).split(/《|\d{4}[年/-]|来源/u)
    const author = (paper === undefined ? before : before.replace(paper, ''))
      .replace(/^作者[:：]?|[\s|]+$/gu, '')
      .trim()
    if (author !== '' && author.length <= 40) return [author]
  }
  return []
}

/** Web pages repeat the headline at the start of the text. */
function withoutTitle(body: Body, headline: string): Pick<SourceArticle, 'body' | 'pictures'> {
  const [first, ...others] = body.parts
  const repeats = first !== undefined && headline !== '' && bare(first.text) === bare(headline)
  return { body: repeats ? others : body.parts, pictures: body.pictures }
}

const isRedirect = (document: DomDocument): boolean => {
  const refresh = findAll(document, 'meta[http-equiv]').find(
    (it) => it.getAttribute('http-equiv')?.toLowerCase() === 'refresh',
  )
  return refresh !== undefined && lineOf(findFirst(document, 'body')).length < 100
}

const ARTICLE_LINK = /content_|nw\.|con-\d|Artic|(?:^|\/)c\d+\.html/iu

/** E-paper sites link every article of the page; a page with such links, a map, and no text is its index. */
function isListOfArticles(document: DomDocument): boolean {
  const links = findAll(document, 'a[href],area[href],a[daoxiang]').filter((it) =>
    ARTICLE_LINK.test(it.getAttribute('href') ?? it.getAttribute('daoxiang') ?? ''),
  )
  const body = findFirst(document, 'body')
  const isMap = findFirst(document, 'area[href],polygon.area') !== null
  return (isMap && links.length > 0) || (links.length >= 3 && body !== null && linkDensity(body) > 0.4)
}

const isWebArticle = (document: DomDocument, jsonLd: readonly string[]): boolean =>
  findFirst(document, 'article,meta[property="og:type"][content="article"],.hentry') !== null ||
  jsonLd.some((it) => /"@type"\s*:\s*"[^"]*Article"/u.test(it))

/** The text of a page with exactly one `<article>`: what it holds beside text is taken out by the body reader. */
function findTitled(document: DomDocument): BodyPlace | undefined {
  const [first, ...others] = findAll(document, 'article')
  const isOne = first !== undefined && others.every((it) => lineOf(it).length * 3 < lineOf(first).length)
  if (!isOne || linkDensity(first) > 0.5) return undefined
  const inner = findFirst(
    first,
    '[itemprop="articleBody"],.entry-content,.article-content,.article-body,.post-content',
  )
  const place = inner ?? first
  return lineOf(place).length < 20 ? undefined : { nodes: [place], anchor: place }
}

/** Any article page, by Readability, which changes the document: what stands around its text is looked for in the page as it was saved. */
function readWebArticle(document: DomDocument, file: string, web: Metadata, text: string): SourceFile {
  const told = readIssueFacts(document, file, web)
  const headings = ['h1', 'h2', 'h3'].flatMap((it) => findAll(document, it).map(lineOf))
  unsettle(document)
  const found = new Readability(document, { keepClasses: true, charThreshold: 100 }).parse()
  if (!found?.content || (found.textContent ?? '').trim().length < 20) return nothing('no article')
  const body = readBody([...parsePage(found.content).querySelectorAll('body > *')])
  const title = web.title ?? found.title ?? ''
  const titled = findWebTitle(title, headings, body.parts)
  const lines = titled.headline === title && isNameOfSite(title) ? linesAbove(text, body) : undefined
  const headline = lines?.headline ?? titled.headline
  const lead = readLeadLines(titled)
  const facts = { ...lead.facts, ...told }
  if (headline === '' && web.date === undefined) return nothing('no article')
  const author = web.author ?? found.byline ?? ''
  return give({
    ...facts,
    headline,
    kicker: lines?.kicker ?? [],
    deck: [...(web.deck === undefined ? [] : [web.deck]), ...(lines?.below ?? [])],
    author: author === '' ? [] : [author],
    ...withoutTitle({ ...body, parts: lead.parts }, headline),
    regions: [],
    position: 1,
    warnings: facts.date === undefined ? ['no date found'] : [],
  })
}

/** Of the start of a text, which tells its place in a page. */
const START_CHARACTERS = 24

/** The title lines above a text, in a page whose own title only names the site. */
function linesAbove(text: string, { parts }: Body): ReturnType<typeof findTitleLines> {
  const start = bare(parts[0]?.text ?? '').slice(0, START_CHARACTERS)
  const document = parsePage(text)
  const holding = findAll(document, '*').findLast((it) => bare(lineOf(it)).startsWith(start))
  return start === '' || holding === undefined ? undefined : findTitleLines(document, holding)
}

/** Bounded, so that a tag without its end is not searched through for each word of it. */
const LINKED_DATA = /<script[^<>]{0,500}application\/ld\+json[^<>]{0,500}>/giu

/** JSON-LD is read before scripts are taken out of the page. */
function linkedDataOf(text: string): readonly string[] {
  const found: string[] = []
  for (const { index, 0: tag } of text.matchAll(LINKED_DATA)) {
    const end = text.indexOf('</script', index)
    if (end < 0) break
    found.push(text.slice(index + tag.length, end))
  }
  return found
}
