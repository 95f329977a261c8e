import { Readability } from '@mozilla/readability'
import type { SourceArticle, SourceFile } from '../source-article.ts'
import { isByline } from './around-text.ts'
import { authorsOf, withCaptions } from './article-parts.ts'
import { type Body, linkDensity, readBody } from './body.ts'
import { type BodyPlace, findMarkedBody } from './containers.ts'
import type { DomDocument } from './dom.ts'
import { findAll, findFirst, unsettle } from './find.ts'
import { indexLinkOf } from './index-link.ts'
import { readIssueFacts } from './issue-facts.ts'
import { type Metadata, readComments, readFounderTags, readWebMetadata } from './metadata.ts'
import { isTooDeep, lineOf, parsePage } from './parse-page.ts'
import { readState } from './read-state.ts'
import { readUnmarked } from './read-unmarked.ts'
import { readRegions } from './regions.ts'
import { captionsBefore, findTitleLines, picturesBefore } from './title-lines.ts'
import { bare, findWebTitle, isNameOfSite, readLeadLines } from './web-title.ts'

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
  const articles = readUnmarked(document, file, { ...web, ...told })
  const [only, ...others] = articles
  if (only && others.length === 0) return withIndex(give(only), document)
  if (only) return { form: 'html', articles, warnings: [] }
  const state = readState(file, text, lineOf(findFirst(document, 'title')))
  return state ? give(state) : readWebArticle(document, file, web, text)
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
    author: authorsOf(document, told, facts, lines?.below.some(isByline) ? undefined : place.anchor),
    ...withoutTitle(body, headline),
    regions: readRegions(document, file),
    position: 1,
    warnings: headline === '' ? ['no headline found'] : [],
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

/** Any article page, by Readability, which changes the document: what stands around its text is looked for in the page as it was saved. */
function readWebArticle(document: DomDocument, file: string, web: Metadata, text: string): SourceFile {
  const told = readIssueFacts(document, file, web)
  const headings = ['h1', 'h2', 'h3'].flatMap((it) => findAll(document, it).map(lineOf))
  unsettle(document)
  const found = new Readability(document, { keepClasses: true, charThreshold: 100 }).parse()
  if (!found?.content || (found.textContent ?? '').trim().length < 20) return nothing('no article')
  const body = readBody([...parsePage(found.content).querySelectorAll('body > *')])
  if (!body.parts.some(({ text }) => SENTENCE.test(text) || text.length >= LONG_LINE))
    return nothing('no article')
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

/** A page of nothing but labels and titles is none. */
const SENTENCE = /[。！？!?…][”’」』）)》]*$|[a-z][.]$/u
const LONG_LINE = 60

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
