import { readIssueDate } from '../issue-date.ts'
import type { IssueFacts } from '../source-article.ts'
import { isByline, namesOfByline } from './around-text.ts'
import { type Body, readBody } from './body.ts'
import type { BodyPlace } from './containers.ts'
import type { DomDocument, DomElement, DomNode } from './dom.ts'
import { findAll, findFirst, isMatch } from './find.ts'
import type { Metadata } from './metadata.ts'
import { elementsBefore, lineOf } from './parse-page.ts'

/** What stands with a picture above a text is none of it, whatever it looks like. */
export function withCaptions(above: Body, pictures: readonly DomElement[], place: BodyPlace): Body {
  const body = readBody([...pictures, ...place.nodes])
  const captions = above.parts.map(({ text }) => ({ kind: 'caption', text }) as const)
  return {
    parts: [...captions, ...body.parts],
    pictures: [...new Set([...above.pictures, ...body.pictures])],
  }
}

const AUTHOR_PLACES =
  'founder-author,.author,.byline,.author-name,.post-author,.entry-author,.wp-block-post-author-name,[rel="author"],[itemprop="author"],#NewsArticleAuthor,.zuozhe'
/** Lines that hold the author and then paper and date: `张三 《某某日报》（2026年07月18日 第01版）`. */
const AUTHOR_LINES = 'p.sec,.sec,.shijian'

/** @param anchor a node at the start of the text */
export function authorsOf(
  document: DomDocument,
  told: Metadata,
  { paper }: IssueFacts,
  anchor?: DomNode,
): readonly string[] {
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
  const above = anchor === undefined ? undefined : linesBefore(document, anchor).findLast(isByline)
  return above === undefined ? [] : [namesOfByline(above)]
}

/** Lines above a text that are looked at. */
const MOST_ABOVE = 12
const LEAVES = 'p,div,span,td,h1,h2,h3,h4,h5,h6,em,font,time,li,small,i,label'

/** A day without its year has it in an attribute. */
const lineOrDay = (element: DomElement): string =>
  (readIssueDate(lineOf(element)) === undefined && element.getAttribute('datetime')) || lineOf(element)

/** The lines above a text, the last ones. */
export function linesBefore(document: DomDocument, anchor: DomNode): readonly string[] {
  const body = findFirst(document, 'body')
  if (body === null) return []
  const leaves = elementsBefore(body, anchor).filter(
    (it) => isMatch(it, LEAVES) && findFirst(it, LEAVES) === null,
  )
  return leaves
    .map(lineOrDay)
    .filter((it) => it !== '')
    .slice(-MOST_ABOVE)
}
