import type { DomDocument, DomElement } from './dom.ts'
import { findAll } from './find.ts'
import { isText, lineOf } from './parse-page.ts'
import { isNameOfSite } from './web-title.ts'

/* The headline of a page by the title of the page: sites set their name and sections behind or before it, the page sets it alone. */

const LINES = 'h1,h2,h3,h4,h5,td,div,p,span,strong,b,font,center,em,li'
/** In UTF-16 units. */
const SHORTEST = 4
const LONGEST = 100
const BORDER_AFTER = /^\s*(?:[-_|｜–—:：·>»（(【[、]|$)|^\s/u
const BORDER_BEFORE = /[-_|｜–—:：·>»】\]]\s*$|\s$/u

/**
 * The line of a page that is its headline: the longest one that the title of the page is, or begins or ends with, but for names of sites
 * and sections.
 * @param titles of the page, the surest first
 */
export function findTitleInPage(document: DomDocument, titles: readonly string[]): string | undefined {
  const lines = new Set(
    findAll(document, LINES)
      .flatMap((it) => (it.localName === 'h1' ? [lineOf(it), ownLineOf(it)] : [lineOf(it)]))
      .filter((it) => it.length >= SHORTEST && it.length <= LONGEST),
  )
  for (const title of titles) {
    const [found] = [...lines]
      .filter((it) => isOfTitle(it, title) && (it === title || !isNameOfSite(it)))
      .toSorted((a, b) => b.length - a.length)
    if (found !== undefined) return found
  }
  return undefined
}

/** Some systems set day and source into the heading, in an element of their own. */
const ownLineOf = (element: DomElement): string =>
  [...element.childNodes].filter(isText).map(lineOf).join(' ').trim()

function isOfTitle(line: string, title: string): boolean {
  if (title.startsWith(line)) return BORDER_AFTER.test(title.slice(line.length))
  return title.endsWith(line) && BORDER_BEFORE.test(title.slice(0, -line.length))
}
