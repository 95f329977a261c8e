/*
 * The part of the DOM that reading a page needs. The compiler's own DOM library stays out of the program, so that
 * nothing of a browser can be used by mistake where there is none.
 */

/** A node of a web page: an element, text or a comment. `textContent` is `null` for the document alone. */
export interface DomNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly parentNode: DomNode | null
  compareDocumentPosition(other: DomNode): number
  contains(other: DomNode): boolean
}

/** An element of a web page; of the standard DOM only what is used here. */
export interface DomElement extends DomNode {
  readonly localName: string
  readonly ownerDocument: DomDocument
  readonly parentElement: DomElement | null
  readonly firstElementChild: DomElement | null
  readonly nextElementSibling: DomElement | null
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  cloneNode(deep: boolean): DomElement
  getAttribute(name: string): string | null
  getAttributeNode(name: string): { readonly value: string } | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number }
  closest(selector: string): DomElement | null
  remove(): void
}

/** A whole web page, as far as it is asked about. */
export interface DomDocument extends DomNode {
  readonly firstElementChild: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number }
}
