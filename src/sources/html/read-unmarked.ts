import type { SourceArticle } from '../source-article.ts'
import { isByline, isFactLine, type Lead, leadOf, trimAround } from './around-text.ts'
import { authorsOf, linesBefore, withCaptions } from './article-parts.ts'
import { type Body, readBody } from './body.ts'
import { type BodyPlace, findLooseRoot, findWebRoot } from './containers.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { findAll, findFirst } from './find.ts'
import { findProse } from './find-prose.ts'
import { readIssueFacts } from './issue-facts.ts'
import type { Metadata } from './metadata.ts'
import { findTitleInPage } from './page-title.ts'
import { lineOf } from './parse-page.ts'
import { readRegions } from './regions.ts'
import { captionsBefore, findTitleLines, picturesBefore } from './title-lines.ts'
import { bare, findWebTitle, isNameOfSite } from './web-title.ts'

/** Characters of sentences in an element that is called an article. */
const LEAST_IN_ARTICLE = 12

/** Reads a page that marks its text in no known way, by where its sentences stand: one article, or those of a whole printed page. */
export function readUnmarked(document: DomDocument, file: string, told: Metadata): readonly SourceArticle[] {
  const places = placesOf(document)
  const isOne = places.length === 1
  return places
    .map((place, at) =>
      articleIn(document, file, place, isOne ? told : { paper: told.paper ?? '' }, isOne, at + 1),
    )
    .filter((it) => it.body.length > 0)
}

function placesOf(document: DomDocument): readonly BodyPlace[] {
  const body = findFirst(document, 'body')
  const root = findWebRoot(document)
  const found = root === undefined ? [] : findProse(root, LEAST_IN_ARTICLE)
  if (found.length > 0 || body === null) return found
  const inBody = findProse(body)
  const loose = inBody.length > 0 ? undefined : findLooseRoot(document)
  return loose === undefined ? inBody : findProse(loose, LEAST_IN_ARTICLE)
}

function articleIn(
  document: DomDocument,
  file: string,
  place: BodyPlace,
  told: Metadata,
  isOne: boolean,
  position: number,
): SourceArticle {
  const titles = [told.title ?? '', lineOf(findFirst(document, 'title'))].filter((it) => it !== '')
  const lines = findTitleLines(document, place.anchor)
  const isAbove = (it: DomElement) => isOne && !place.nodes.some((node) => node.contains(it))
  const pictures = picturesBefore(place.anchor).filter(isAbove)
  const captions = captionsBefore(place.anchor).filter(isAbove)
  const read = withCaptions(readBody(captions), pictures, place)
  const headline = isOne ? headlineOf(document, titles, lines?.headline, read) : (lines?.headline ?? '')
  const isSame = lines !== undefined && bare(lines.headline) === bare(headline)
  const kicker = isSame ? lines.kicker.filter(isTitle) : []
  const below = isSame ? lines.below.filter(isTitle) : []
  const { parts, lead } = trimAround(read.parts, [headline, ...titles, ...kicker, ...below])
  const above = isOne ? leadAbove(linesBefore(document, place.anchor), headline) : {}
  const facts = readIssueFacts(document, file, told, { ...above, ...lead })
  const author = told.author ?? lead.author ?? above.author
  return {
    ...facts,
    headline,
    kicker: told.kicker === undefined ? kicker : [told.kicker],
    deck: told.deck === undefined ? below : [told.deck],
    author: author === undefined ? (isOne ? authorsOf(document, told, facts, place.anchor) : []) : [author],
    body: parts,
    pictures: read.pictures,
    regions: isOne ? readRegions(document, file) : [],
    position,
    warnings: headline === '' ? ['no headline found'] : facts.date === undefined ? ['no date found'] : [],
  }
}

/** The line that the title of the page names, else what the title says, else what is set as a title. */
function headlineOf(
  document: DomDocument,
  titles: readonly string[],
  line: string | undefined,
  { parts }: Body,
): string {
  const inPage = findTitleInPage(document, titles)
  if (inPage !== undefined) return inPage
  const telling = titles.find((it) => !isNameOfSite(it))
  if (telling === undefined && line !== undefined) return line
  const headings = ['h1', 'h2', 'h3'].flatMap((it) => findAll(document, it).map(lineOf))
  // A heading right above the text is its title, whatever the page calls itself.
  if (line !== undefined && headings.includes(line)) return line
  return findWebTitle(telling ?? titles[0] ?? '', headings, parts).headline
}

const isTitle = (line: string): boolean => !isFactLine(line) && !isByline(line) && !isNameOfSite(line)

/** Of the lines below the headline, if it stands there, the first of each fact counts. */
function leadAbove(lines: readonly string[], headline: string): Lead {
  const facts = lines.map((it) => (isFactLine(it) || isByline(it) ? leadOf(it) : {}))
  const at = lines.findLastIndex((it) => bare(it) === bare(headline))
  return Object.assign({}, ...facts.slice(0, Math.max(0, at)), ...facts.slice(at + 1).toReversed())
}
