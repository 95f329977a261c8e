import { readIssueDate } from '../issue-date.ts'
import { isFurniture, linkDensity } from './body.ts'
import type { BodyPlace } from './containers.ts'
import type { DomElement, DomNode } from './dom.ts'
import { findAll } from './find.ts'
import { isElement, isText, lineOf, nodesOf } from './parse-page.ts'

/*
 * Where the text of an article stands in a page that marks it in no known way: the sentences of a page stand together, in the smallest
 * element that holds nearly all of them, whatever it is called.
 */

/** Characters of sentences that a text has at least. */
const LEAST_PROSE = 40
/** An element that holds so much of the sentences around it holds the text. */
const MOST_OF_IT = 0.65
/** A piece of text is of a sentence if it has a mark of one, or is as long as one. */
const MARK = /[，。！？；,!?;]/u
const SHORTEST_PIECE = 8
const LONG_PIECE = 40
const BLOCK = 'p,div,section,article,table,tr,td,li,ul,ol,dl,blockquote,center,h1,h2,h3,h4'
const HEADINGS = 'h1,h2,h3,h4'

type Prose = ReadonlyMap<DomElement, number>

/** The texts below an element: one, or several of a page that holds the articles of a whole printed page; none if it has too little prose. */
export function findProse(root: DomElement, least = LEAST_PROSE): readonly BodyPlace[] {
  const prose = proseOf(root)
  if ((prose.get(root) ?? 0) < least) return []
  let at = root
  for (;;) {
    const children = [...at.childNodes].filter(isElement).filter((it) => (prose.get(it) ?? 0) > 0)
    const items = itemsOf(children, prose)
    if (items) return items.map((it) => fromAnchor(placeIn(it, prose), it))
    const post = firstPost(children)
    if (post) {
      at = post
      continue
    }
    const best = children.toSorted((a, b) => (prose.get(b) ?? 0) - (prose.get(a) ?? 0))[0]
    if (!best || (prose.get(best) ?? 0) < MOST_OF_IT * (prose.get(at) ?? 0)) break
    const isAlike = children.some((it) => it !== best && signatureOf(it) === signatureOf(best))
    if (isParagraph(best) || (isAlike && !isOfSeveral(best, prose))) break
    at = best
  }
  return [placeIn(at, prose)]
}

/** Characters of sentences in each element, without links and what stands around a text. */
function proseOf(root: DomElement): Prose {
  const prose = new Map<DomElement, number>()
  const whole = lineOf(root).length
  const outside = new Map<DomElement, boolean>([[root, false]])
  const isOutside = (element: DomElement): boolean => {
    const known = outside.get(element)
    if (known !== undefined) return known
    const name = element.localName.toLowerCase()
    const around = element.parentElement
    const found =
      (around !== null && isOutside(around)) ||
      name === 'a' ||
      HEADING.test(name) ||
      // What holds most of a page is no furniture, whatever it is called.
      (name !== 'header' && lineOf(element).length * 2 <= whole && isFurniture(element, name))
    outside.set(element, found)
    return found
  }
  for (const node of nodesOf(root)) {
    if (!isText(node)) continue
    const text = (node.textContent ?? '').trim()
    const parent = node.parentNode
    if (text.length < SHORTEST_PIECE || !(MARK.test(text) || text.length >= LONG_PIECE)) continue
    if (parent === null || !isElement(parent) || isOutside(parent)) continue
    for (let at: DomElement | null = parent; at !== null; at = at === root ? null : at.parentElement)
      prose.set(at, (prose.get(at) ?? 0) + text.length)
  }
  return prose
}

/** A paragraph stands among others, however short they are. */
const isParagraph = (element: DomElement): boolean =>
  findAll(element, BLOCK).length === 0 && findAll(element, 'br').length === 0

/** Some editors put each paragraph into an element of its own; what holds several is around the text, or beside it. */
const isOfSeveral = (element: DomElement, prose: Prose): boolean =>
  findAll(element, 'br').length > 0 ||
  findAll(element, BLOCK).filter((it) => isParagraph(it) && (prose.get(it) ?? 0) > 0).length > 1

const signatureOf = (element: DomElement): string =>
  `${element.localName}.${(element.getAttribute('class') ?? '').trim()}`

/** What people wrote one below the other, each with its day, as in a forum: the first of them is the article. */
function firstPost(children: readonly DomElement[]): DomElement | undefined {
  const [first] = children
  const posts = children.filter((it) => first !== undefined && signatureOf(it) === signatureOf(first))
  return posts.length >= 2 && posts.every((it) => !isParagraph(it) && hasDay(it)) ? first : undefined
}

const hasDay = (element: DomElement): boolean =>
  findAll(element, 'em,span,time,td,p,div').some((it) => {
    const line = lineOf(it)
    return line.length <= 40 && readIssueDate(line) !== undefined
  })

/** Two or more elements of one kind, each with a title that is no link and a text below it. */
function itemsOf(children: readonly DomElement[], prose: Prose): readonly DomElement[] | undefined {
  const [first] = children
  const alike = children.filter((it) => first !== undefined && signatureOf(it) === signatureOf(first))
  const isItem = (it: DomElement) => {
    const [title, ...others] = findAll(it, HEADINGS)
    return title !== undefined && others.length === 0 && linkDensity(title) < 0.5 && lineOf(title).length >= 4
  }
  return alike.length >= 2 &&
    alike.length === children.length &&
    alike.every((it) => isItem(it) && (prose.get(it) ?? 0) >= LEAST_PROSE)
    ? alike
    : undefined
}

/** The lines above the text of one of several articles are those of its title. */
function fromAnchor(place: BodyPlace, element: DomElement): BodyPlace {
  const nodes = [...element.childNodes]
  const at = nodes.indexOf(place.anchor)
  const isTitle = (it: DomNode) =>
    isElement(it) && (HEADING.test(it.localName) || findAll(it, HEADINGS).length > 0)
  return nodes.slice(0, Math.max(0, at)).some(isTitle) ? { ...place, nodes: nodes.slice(at) } : place
}

const HEADING = /^h[1-4]$/u

/** Title lines stand before the first of its sentences, maybe in the same element. */
function placeIn(element: DomElement, prose: Prose): BodyPlace {
  const anchor: DomNode | undefined = [...element.childNodes].find(
    (it) => isElement(it) && (prose.get(it) ?? 0) > 0,
  )
  return { nodes: [element], anchor: anchor ?? element }
}
