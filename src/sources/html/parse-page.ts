import { DOMParser, parseHTML } from 'linkedom'
import type { DomDocument, DomElement, DomNode } from './dom.ts'
import { findAll, findAround, isMatch, readOnce, settle } from './find.ts'

/** Never text of an article: code, forms, frames, and what the page hides. Nothing of it is run or fetched. */
const NO_TEXT =
  'script,style,noscript,template,iframe,object,embed,select,textarea,button,[hidden],[aria-hidden="true"]'
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/iu

/** Parses a saved page, and takes out what can never be text. Pure: scripts do not run, nothing is fetched. */
export function parsePage(text: string): DomDocument {
  // Some systems write CDATA into HTML, where a browser would take it for a comment that ends at the next tag.
  const { document }: { document: DomDocument } = parseHTML(withRoot(text.replace(/<!\[CDATA\[|\]\]>/gu, '')))
  settle(document, isNoText)
  return document
}

const isNoText = (element: DomElement): boolean =>
  isMatch(element, NO_TEXT) ||
  isHidden(element) ||
  (element.localName === 'input' && findAround(element, 'form') !== null)

const isHidden = (element: DomElement): boolean => HIDDEN.test(element.getAttributeNode('style')?.value ?? '')

/** So deep is what Chromium keeps of a page. */
const DEEPEST = 512
/** Tags that hold nothing, or that end with the next of their kind. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
)
const TAG = /<(\/?)([a-z][^\s/>]*)/giu

/** Whether elements are nested deeper than in any page that people read: each would be walked through for all above it. */
export function isTooDeep(text: string): boolean {
  const open: string[] = []
  for (const [, slash, tag = ''] of text.matchAll(TAG)) {
    const name = tag.toLowerCase()
    if (FLAT.has(name)) continue
    if (slash === '') open.push(name)
    else if (open.includes(name)) open.length = open.lastIndexOf(name)
    if (open.length > DEEPEST) return true
  }
  return false
}

/** A fragment without `<html>` has no body to look into. */
const withRoot = (text: string): string =>
  /<html[\s>]/iu.test(text) ? text : `<html><head></head><body>${text}</body></html>`

/** Parses a few tags without HTML's own rules, as they stand in comments that hold metadata. */
export const parseTags = (text: string): DomDocument =>
  new DOMParser().parseFromString(`<tags>${text}</tags>`, 'text/xml')

/** The text of a node on one line, without blanks at its ends. */
export function lineOf(node: DomNode | null | undefined): string {
  if (!node) return ''
  return isElement(node) ? readOnce(node, readLine) : readLine(node)
}

const readLine = (node: DomNode): string =>
  (node.textContent ?? '').replace(/[\s\u00a0\u3000\u200b\ufeff]+/gu, ' ').trim()

/** As {@link lineOf}, but a line break in a title parts nothing: 标<br>题 is 标题. */
export function titleOf(element: DomElement): string {
  const copy = element.cloneNode(true)
  for (const it of findAll(copy, 'br')) it.remove()
  return lineOf(copy)
}

/** All nodes below `root`, in document order. */
export function* nodesOf(root: DomNode): Generator<DomNode> {
  // A document type does not know what follows it.
  for (const top of root.childNodes) {
    let node: DomNode | null = top
    while (node !== null) {
      yield node
      let next: DomNode | null = node.firstChild
      for (let at: DomNode | null = node; next === null && at !== null && at !== top; at = at.parentNode)
        next = at.nextSibling
      node = next
    }
  }
}

/** Whether a node is an element (nodeType 1), which has attributes and can be searched. */
export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1

/** Whether a node is text (nodeType 3). */
export const isText = (node: DomNode): boolean => node.nodeType === 3

/** Whether a node is a comment (nodeType 8). */
export const isComment = (node: DomNode): boolean => node.nodeType === 8

/** The elements below `root` that begin before `end` and do not hold it, in document order. */
export function elementsBefore(root: DomNode, end: DomNode): readonly DomElement[] {
  const elements: DomElement[] = []
  for (const node of nodesOf(root)) {
    if (node === end) break
    if (isElement(node)) elements.push(node)
  }
  return elements.filter((it) => !it.contains(end))
}
