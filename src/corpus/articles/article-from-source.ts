import { type Article, createArticleId, pageNumber, type Region, type Subhead } from '../../domain/index.ts'
import type { BodyPart, IssueFacts, Polygon, SourceArticle } from '../../sources/index.ts'
import { type Byline, readByline, readLeadByline, splitNames } from '../wording/byline.ts'
import { cleanLine } from '../wording/clean.ts'
import { DATELINE, JUMP, JUMP_AFTER, JUMP_ON } from '../wording/markers.ts'
import { readSignature } from '../wording/signature.ts'
import { firstWords, NO_HEADLINE_FOUND } from './first-words.ts'

/** Headlines that name what they stand on instead of saying anything: 图片新闻. */
const NO_HEADLINE = /^(?:图片(?:新闻|报道)?|无标题|标题|广告|公益广告)?$/u
/** Who a dateline names. */
const AGENCY = /^(?:本报|\p{Script=Han}{1,4}?社)/u

/**
 * Makes an article of one that its source has cut already. The text is cleaned as the lines of a page are; jump
 * markers are read and taken off, and lines that only sign the article become its byline.
 * @param regionPage the place in the file of the page that its regions lie on
 * @returns undefined if the source holds neither text nor caption
 */
export function articleFromSource(source: SourceArticle, file: string, regionPage = 1): Article | undefined {
  const parts = source.body.map((it) => ({ ...it, text: cleanLine(it.text) })).filter((it) => it.text !== '')
  const signed = takeBylines(parts)
  const body = toBody(signed.parts)
  const captions = parts.filter((it) => it.kind === 'caption').map(({ text }) => text)
  const headlineJump = JUMP_AFTER.exec(cleanLine(source.headline))
  const printed = cleanLine(source.headline).replace(JUMP_AFTER, '').trim()
  const headline = NO_HEADLINE.test(printed) ? firstWords(body.paragraphs[0] ?? captions[0] ?? '') : printed
  if (headline === '') return undefined
  const titles = titleLines(source)
  const byline = joinBylines([
    ...source.author.map(authorOf),
    ...titles.bylines,
    ...signed.bylines,
    ...body.bylines,
    ...[readLeadByline(body.paragraphs[0] ?? '')].filter((it) => it !== undefined),
  ])
  const dateline = DATELINE.exec(body.paragraphs[0] ?? '')?.[1] ?? body.dateline
  const agency = byline.agency ?? AGENCY.exec(dateline ?? '')?.[0]
  const from = body.continuedFrom ?? headlineJump?.[1]
  return {
    id: idOf({ headline, paragraphs: body.paragraphs }, source),
    headline,
    kicker: titles.kicker,
    deck: titles.deck,
    subheads: body.subheads,
    byline: byline.names,
    ...(agency === undefined ? {} : { agency }),
    ...(dateline === undefined ? {} : { dateline }),
    paragraphs: body.paragraphs,
    captions,
    ...placeOf(source),
    ...(from === undefined ? {} : { continuedFrom: pageNumber(from) }),
    source: {
      file,
      lines: [source.position],
      ...(source.regions.length === 0
        ? {}
        : { regions: source.regions.map((it) => boundsOf(it, regionPage)) }),
    },
    warnings: [...source.warnings, ...(printed === headline ? [] : [NO_HEADLINE_FOUND])],
  }
}

/** An article that was made without them gets the facts of its issue: what else it is does not depend on them. */
export function withFacts(article: Article, facts: IssueFacts): Article {
  const { continuedFrom, source, warnings, ...rest } = article
  return {
    ...rest,
    id: idOf(article, facts),
    ...placeOf(facts),
    ...(continuedFrom === undefined ? {} : { continuedFrom }),
    source,
    warnings,
  }
}

const idOf = (
  { headline, paragraphs }: Pick<Article, 'headline' | 'paragraphs'>,
  { paper, date }: IssueFacts,
): Article['id'] => createArticleId({ paper, printedDate: date, headline, body: paragraphs.join('') })

const placeOf = ({
  paper,
  date,
  page,
  section,
}: IssueFacts): Pick<Article, 'paper' | 'issueDate' | 'datePrecision' | 'page' | 'section'> => ({
  ...(paper === undefined ? {} : { paper }),
  ...(date === undefined ? {} : { issueDate: date, datePrecision: 'printed' }),
  ...(page === undefined ? {} : { page }),
  ...(section === undefined ? {} : { section }),
})

/** The rectangle around a polygon, to a tenth of its unit. */
function boundsOf(polygon: Polygon, page: number): Region {
  const xs = polygon.filter((_it, at) => at % 2 === 0)
  const ys = polygon.filter((_it, at) => at % 2 === 1)
  const rounded = (value: number) => Math.round(value * 10) / 10
  return {
    page,
    rect: [
      rounded(Math.min(...xs)),
      rounded(Math.min(...ys)),
      rounded(Math.max(...xs)),
      rounded(Math.max(...ys)),
    ],
  }
}

/** Lines of the title; those below the headline that only sign are bylines. */
function titleLines(source: SourceArticle) {
  const clean = (lines: readonly string[]) => lines.map(cleanLine).filter(Boolean)
  const deck = clean(source.deck)
  const bylines = deck.map(readByline)
  return {
    kicker: clean(source.kicker),
    deck: deck.filter((_line, at) => bylines[at] === undefined),
    bylines: bylines.filter((it) => it !== undefined),
  }
}

/** An author field names authors, whatever their names look like. */
function authorOf(line: string): Byline {
  const text = cleanLine(line).replace(/^作者[:： ]*/u, '')
  return readByline(text) ?? { names: splitNames(text) }
}

/** A first or last paragraph that only signs is the byline. */
function takeBylines(parts: readonly BodyPart[]) {
  const paragraphs = parts.filter((it) => it.kind === 'paragraph')
  const ends = new Set(paragraphs.length < 2 ? [] : [paragraphs[0], paragraphs.at(-1)])
  const bylines: Byline[] = []
  const kept = parts.filter((it) => {
    const byline = ends.has(it) ? readByline(it.text) : undefined
    if (byline) bylines.push(byline)
    return byline === undefined
  })
  return { parts: kept, bylines }
}

function toBody(parts: readonly BodyPart[]) {
  const paragraphs: string[] = []
  const subheads: Subhead[] = []
  const bylines: Byline[] = []
  let dateline: string | undefined
  let continuedFrom: string | undefined
  for (const { kind, text } of parts) {
    if (kind === 'subhead') subheads.push({ text, before: paragraphs.length })
    if (kind !== 'paragraph') continue
    const jump = paragraphs.length === 0 ? JUMP.exec(text) : null
    continuedFrom ??= jump?.[1]
    const signature = readSignature(text)
    if (signature?.byline) bylines.push(signature.byline)
    dateline ??= signature?.dateline
    const bare = text
      .slice(jump?.[0].length ?? 0)
      .replace(JUMP_ON, '')
      .trim()
    if (bare !== '') paragraphs.push(bare)
  }
  return { paragraphs, subheads, bylines, dateline, continuedFrom }
}

function joinBylines(bylines: readonly Byline[]): Byline {
  const names = [...new Set(bylines.flatMap((it) => it.names))]
  const agency = bylines.find((it) => it.agency !== undefined)?.agency
  return agency === undefined ? { names } : { names, agency }
}
