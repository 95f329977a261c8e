import { readIssueDate } from '../issue-date.ts'
import { readPageLabel } from '../page-label.ts'
import { isCaptionClass, isOfPicture } from './body.ts'
import type { DomDocument, DomElement, DomNode } from './dom.ts'
import { findAround, findFirst } from './find.ts'
import { elementsBefore, isElement, isText, lineOf, titleOf } from './parse-page.ts'

/** The title lines of an article as its page sets them. */
export interface TitleLines {
  readonly headline: string
  readonly kicker: readonly string[]
  /** Lines below the headline, those that name the authors included. */
  readonly below: readonly string[]
}

interface Line {
  readonly element: DomElement
  readonly text: string
  /** The smaller, the more it looks like the headline. */
  readonly rank: number
}

const HEADING = /^h[1-6]$/u
const CELLS = new Set(['td', 'p', 'div', 'span'])
/** What a title cell never holds. */
const LARGER = 'td,p,div,table,img,input'
/** Longest title line, in UTF-16 units; longer ones are text. */
const LONGEST = 150

/**
 * Finds the title lines before the text: by headings, else by the cells of a table above it. The line that stands in
 * the page's `<title>` is the headline, else the highest heading or the most prominent cell; lines before it are the
 * kicker, lines after it the deck and the authors.
 */
export function findTitleLines(document: DomDocument, anchor: DomNode): TitleLines | undefined {
  const lines = headingsBefore(anchor) ?? cellsBefore(anchor)
  if (!lines) return undefined
  const page = lineOf(findFirst(document, 'title')).replace(/ /gu, '')
  const isInPage = ({ text }: Line) => text.length >= 4 && page.includes(text.replace(/ /gu, ''))
  const ranked = lines.toSorted((a, b) => Number(isInPage(b)) - Number(isInPage(a)) || a.rank - b.rank)
  const [headline] = ranked
  if (!headline) return undefined
  const at = lines.indexOf(headline)
  return {
    headline: headline.text,
    kicker: lines.slice(0, at).map(({ text }) => text),
    below: lines.slice(at + 1).map(({ text }) => text),
  }
}

/** Headings of the smallest element around the text that has any. */
function headingsBefore(anchor: DomNode): readonly Line[] | undefined {
  for (const around of ancestorsOf(anchor)) {
    const lines = elementsBefore(around, anchor)
      .filter((it) => HEADING.test(it.localName) && isTitleLine(it))
      .map((element) => ({ element, text: titleOf(element), rank: Number(element.localName.slice(1)) }))
    if (lines.length > 0) return lines.length === 1 ? withCompanions(lines[0], anchor) : lines
  }
  return undefined
}

/** A lone heading in an element of title lines: what stands with it there is kicker, deck and authors. */
function withCompanions(heading: Line | undefined, anchor: DomNode): readonly Line[] {
  const box = heading?.element.parentElement
  if (!heading) return []
  if (!box || box.localName === 'body' || box.contains(anchor)) return [heading]
  const cells = [...box.childNodes].filter((it) => !isElement(it) || lineOf(it) !== '')
  const isLines = cells.every((it) =>
    isElement(it) ? it === heading.element || isCompanion(it) : !isText(it) || lineOf(it) === '',
  )
  if (!isLines || cells.filter(isElement).length > MOST_LINES) return [heading]
  return cells
    .filter(isElement)
    .map((it) => (it === heading.element ? heading : { element: it, text: titleOf(it), rank: 9 }))
}

const MOST_LINES = 5
const isCompanion = (it: DomElement): boolean =>
  CELLS.has(it.localName) && findFirst(it, LARGER) === null && isTitleLine(it) && !WEB_FACT.test(lineOf(it))
/** What web pages tell of an article that a printed page does not. */
const WEB_FACT = /来源|浏览|阅读|点击|字号|字体|发布|发表|更新|评论|分类|标签|\d{1,2}:\d{2}/u

/** Cells above the text, in the smallest table that has any. Author cells are often empty; empty ones are left out. */
function cellsBefore(anchor: DomNode): readonly Line[] | undefined {
  for (const around of ancestorsOf(anchor)) {
    const before = elementsBefore(around, anchor).filter(
      (it) => CELLS.has(it.localName) && findFirst(it, LARGER) === null && lineOf(it) !== '',
    )
    // In the page as a whole other lines stand above: the title lines are those next to the text.
    const border =
      around.localName === 'body' ? before.findLastIndex((it) => !isTitleLine(it) && !isInPicture(it)) : -1
    const cells = before.slice(border + 1).filter(isTitleLine)
    const lines = cells
      .filter((it) => !cells.some((other) => other !== it && other.contains(it)))
      .flatMap(linesOfCell)
    if (lines.length > 0) return lines.slice(-6)
  }
  return undefined
}

/** A cell may hold all title lines, parted by breaks: then one of them is set larger, or bold. */
function linesOfCell(cell: DomElement): readonly Line[] {
  const whole: Line = { element: cell, text: titleOf(cell), rank: prominenceRank(cell) }
  const parts: DomNode[][] = [[]]
  for (const node of cell.childNodes)
    if (isElement(node) && node.localName === 'br') parts.push([])
    else parts.at(-1)?.push(node)
  const lines = parts
    .map((nodes) => ({ text: nodes.map(lineOf).join('').trim(), size: Math.max(0, ...nodes.map(sizeOf)) }))
    .filter(({ text }) => text !== '')
  const largest = Math.max(...lines.map(({ size }) => size))
  return lines.length < 2 ||
    lines.length > MOST_LINES ||
    lines.filter(({ size }) => size === largest).length > 1
    ? [whole]
    : lines.map(({ text, size }) => ({ element: cell, text, rank: size === largest ? whole.rank : 9 }))
}

/** How large the type of a node is, as far as its tag tells. */
function sizeOf(node: DomNode): number {
  if (!isElement(node)) return 0
  const sized = Number(node.getAttribute('size') ?? 0)
  const bold = findAround(node, 'b,strong') !== null || findFirst(node, 'b,strong') !== null ? 0.5 : 0
  return (HEADING.test(node.localName) ? 7 - Number(node.localName.slice(1)) : sized || 0) + bold
}

const ancestorsOf = function* (node: DomNode): Generator<DomElement> {
  for (let at = node.parentNode; at !== null; at = at.parentNode)
    if (isElement(at) && at.localName !== 'html') yield at
}

/** Class names that systems give to the headline: font01, bt11, title, STYLE32. */
const HEADLINE_CLASS = /font01|bt11|^title|[-_ ]title|biaoti|headline|STYLE32/iu

function prominenceRank(element: DomElement): number {
  const marked = HEADLINE_CLASS.test(
    `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`,
  )
  const bold =
    findFirst(element, 'strong,b,founder-title') !== null || findAround(element, 'strong,b') !== null
  return marked ? 1 : bold ? 2 : 3
}

/** No page label, no date, nothing to press, nothing in a list of links. */
function isTitleLine(element: DomElement): boolean {
  const text = lineOf(element)
  if (text === '' || text.length > LONGEST) return false
  if (findFirst(element, 'a[href]') !== null || findAround(element, 'a,li,nav') !== null) return false
  if (isInPicture(element)) return false
  if (readPageLabel(text) !== undefined) return false
  return !(readIssueDate(text) !== undefined && text.length <= 40) && !TOOLS.test(text)
}

function isInPicture(element: DomElement): boolean {
  const table = findAround(element, 'table,figure')
  return table !== null && isOfPicture(table)
}

const TOOLS =
  /^(?:[【[]?(?:放大|缩小|默认|打印|收藏|关闭|复制|朗读|返回|分享)[^。]{0,20}|(?:上|下)一[篇版期].{0,10}|\S?\d*次?(?:点击|浏览))$/u

/** Tables and figures with a picture that stand before the text, below its title. */
export function picturesBefore(anchor: DomNode): readonly DomElement[] {
  for (const around of ancestorsOf(anchor)) {
    if (around.localName === 'body') break
    const before = elementsBefore(around, anchor)
    const found = before.filter(
      (it) =>
        (it.localName === 'table' || it.localName === 'figure') &&
        isOfPicture(it) &&
        findFirst(it, 'img[usemap]') === null,
    )
    if (found.length > 0)
      return found.filter((it) => !found.some((other) => other !== it && it.contains(other)))
    // What stands above the title belongs to the page.
    if (before.some(isTitleLine)) break
  }
  return []
}

/** Pictures with their captions, and captions by their class, between the headings and the text; tables and figures stand elsewhere. */
export function captionsBefore(anchor: DomNode): readonly DomElement[] {
  for (const around of ancestorsOf(anchor)) {
    if (around.localName === 'body') break
    const before = elementsBefore(around, anchor)
    const heading = before.findLastIndex((it) => HEADING.test(it.localName))
    const found = before.slice(heading + 1).filter((it) => {
      if (it.localName !== 'p' && it.localName !== 'div') return false
      if (findAround(it, 'table,figure,a,li') !== null || findFirst(it, 'table,figure,a,[usemap]') !== null)
        return false
      return lineOf(it).length <= LONGEST && (isCaptionClass(it) || findFirst(it, 'img') !== null)
    })
    if (heading >= 0) return found.filter((it) => !found.some((other) => other !== it && other.contains(it)))
  }
  return []
}
