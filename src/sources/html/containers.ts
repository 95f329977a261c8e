import { linkDensity } from './body.ts'
import type { DomDocument, DomElement, DomNode } from './dom.ts'
import { findAll, findAround, findFirst } from './find.ts'
import { isComment, isElement, lineOf, nodesOf } from './parse-page.ts'

/** Where the text of an article stands in a page. */
export interface BodyPlace {
  /** Its nodes, in order. */
  readonly nodes: readonly DomNode[]
  /** A node at its start: title lines stand before it. */
  readonly anchor: DomNode
}

/** What the systems that make e-papers call the element around the text, the surest first. */
const CONTAINERS = ['founder-content', '#ozoom', '.contenttext', '#contenttext', '#articleContent']
/** Names that web pages give to the element around the text, and sometimes to one around the title as well. */
const WEB_CONTAINERS = [
  '[itemprop="articleBody"]',
  '.entry-content',
  '.article-content',
  '.article-body',
  '.post-content',
]
/** Names that are used for anything: only for an article that is too short to stand out in its page. */
const LOOSE_CONTAINERS = ['.content', '#content', '.text', '.detail', 'td.font6']

/** Above this the links are the content: a list of articles. */
const MOST_LINKS = 0.5
/** Fewer characters are no body, unless the system itself marks it. */
const SHORTEST = 12

/** Finds the text by the marks of e-paper systems. `undefined` if the page has none, or only lists of links. */
export function findMarkedBody(document: DomDocument): BodyPlace | undefined {
  return betweenComments(document) ?? inContainer(document, CONTAINERS, 1)
}

/** The element in which a web page has its text, by names that are used for it; maybe with what stands around it. */
export function findWebRoot(document: DomDocument): DomElement | undefined {
  const [article, ...others] = findAll(document, 'article')
  const isOne = article !== undefined && others.every((it) => lineOf(it).length * 3 < lineOf(article).length)
  const root =
    inContainer(document, WEB_CONTAINERS, SHORTEST)?.nodes.find(isElement) ??
    (isOne && lineOf(article).length >= SHORTEST && linkDensity(article) <= MOST_LINKS ? article : undefined)
  return root
}

/** An element whose name says no more than that something is in it. */
export const findLooseRoot = (document: DomDocument): DomElement | undefined =>
  inContainer(document, LOOSE_CONTAINERS, SHORTEST)?.nodes.find(isElement)

/** Between `<!--enpcontent-->` and `<!--/enpcontent-->`; the first pair that holds text. */
function betweenComments(document: DomDocument): BodyPlace | undefined {
  let start: DomNode | undefined
  let nodes: DomNode[] = []
  for (const node of nodesOf(document)) {
    const mark = isComment(node) ? (node.textContent ?? '').trim() : ''
    if (/^enpcontent/iu.test(mark)) {
      start = node
      nodes = []
    } else if (start !== undefined && /^\/enpcontent/iu.test(mark)) {
      const place = placeOf(nodes, start)
      if (place) return place
      start = undefined
    } else if (start !== undefined && !nodes.some((it) => it.contains(node))) nodes.push(node)
  }
  // A page that was cut off has no end mark: what follows the start in its own element is the text.
  if (start === undefined) return undefined
  const parent = start.parentNode
  return placeOf(
    nodes.filter((it) => parent?.contains(it)),
    start,
  )
}

function placeOf(nodes: readonly DomNode[], anchor: DomNode): BodyPlace | undefined {
  const length = nodes.reduce((sum, it) => sum + lineOf(it).length, 0)
  const linked = nodes.filter(isElement).reduce((sum, it) => sum + linkDensity(it) * lineOf(it).length, 0)
  const pictures = nodes.some(
    (it) => isElement(it) && (it.localName === 'img' || findFirst(it, 'img') !== null),
  )
  return (length > 0 && linked / length <= MOST_LINKS) || (length === 0 && pictures)
    ? { nodes, anchor }
    : undefined
}

function inContainer(
  document: DomDocument,
  selectors: readonly string[],
  shortest: number,
): BodyPlace | undefined {
  for (const selector of selectors)
    for (const element of findAll(document, selector)) {
      // The outermost of elements with one name: the text may be in several below it.
      if (element.parentElement && findAround(element.parentElement, selector)) continue
      if (lineOf(element).length >= shortest && linkDensity(element) <= MOST_LINKS)
        return { nodes: [element], anchor: element }
    }
  return undefined
}
