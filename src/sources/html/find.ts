import type { DomDocument, DomElement } from './dom.ts'

type Root = DomDocument | DomElement
type Test = (element: DomElement) => boolean

/*
 * Elements by CSS selectors. The DOM library compiles a selector anew each time that it is asked, which takes longer than the search:
 * selectors of a tag, classes, an id and attributes are compiled once here, all others are left to it.
 */

/** The elements below a root that match, in document order. */
export function findAll(root: Root, selector: string): readonly DomElement[] {
  const test = testOf(selector)
  if (test === undefined) return [...root.querySelectorAll(selector)]
  const known = settled.get(root)
  if (known) return known.filter(test)
  const found: DomElement[] = []
  for (let at = after(root, root); at !== null; at = after(at, root)) if (test(at)) found.push(at)
  return found
}

/** The first element below a root that matches; `null` for none. */
export function findFirst(root: Root, selector: string): DomElement | null {
  const test = testOf(selector)
  if (test === undefined) return root.querySelector(selector)
  const known = settled.get(root)
  if (known) return known.find(test) ?? null
  for (let at = after(root, root); at !== null; at = after(at, root)) if (test(at)) return at
  return null
}

/** The elements of documents that do not change any more. */
const settled = new WeakMap<Root, readonly DomElement[]>()
/** What is in the elements of such a document, by what it was asked for. */
const texts = new WeakMap<Root, Map<DomElement, string>>()

/**
 * Takes elements out of a document, and notes the others for all searches to come: nothing may be taken out of it or put into it until
 * `unsettle`.
 * @param isOut asked of elements that are in none that was taken out
 */
export function settle(document: DomDocument, isOut: Test): void {
  const all: DomElement[] = []
  for (let at = after(document, document); at !== null; at = after(at, document)) all.push(at)
  const out = new Set<DomElement>()
  const elements = all.filter((element) => {
    const around = element.parentElement
    const isIn = around !== null && out.has(around)
    if (!isIn && !isOut(element)) return true
    if (!isIn) element.remove()
    out.add(element)
    return false
  })
  settled.set(document, elements)
  texts.set(document, new Map())
}

/** Whether an element matches a selector of simple ones. */
export const isMatch = (element: DomElement, selector: string): boolean =>
  testOf(selector)?.(element) ?? false

/** Forgets the elements of a document, because it is about to be changed. */
export function unsettle(document: DomDocument): void {
  settled.delete(document)
  texts.delete(document)
}

/** What is read of an element: once for each element of a document that does not change any more. */
export function readOnce(element: DomElement, read: (element: DomElement) => string): string {
  const known = texts.get(element.ownerDocument)
  const before = known?.get(element)
  if (before !== undefined) return before
  const text = read(element)
  known?.set(element, text)
  return text
}

/** The innermost of an element and those around it that matches; `null` for none. */
export function findAround(element: DomElement, selector: string): DomElement | null {
  const test = testOf(selector)
  if (test === undefined) return element.closest(selector)
  let at: DomElement | null = element
  while (at !== null && !test(at)) at = at.parentElement
  return at
}

/** The element that begins next after one below a root. What a template holds is no part of the page. */
function after(element: Root, root: Root): DomElement | null {
  const first = isTemplate(element) ? null : element.firstElementChild
  if (first !== null) return first
  for (
    let at: Root | null = element;
    at !== null && at !== root;
    at = 'parentElement' in at ? at.parentElement : null
  ) {
    const next = 'nextElementSibling' in at ? at.nextElementSibling : null
    if (next !== null) return next
  }
  return null
}

const isTemplate = (it: Root): boolean => 'localName' in it && it.localName === 'template'

const tests = new Map<string, Test | undefined>()

/** The test of a selector that is a list of simple ones; undefined for any other. */
function testOf(selector: string): Test | undefined {
  if (tests.has(selector)) return tests.get(selector)
  const parts = selector.split(',').map((it) => compile(it.trim()))
  const known = parts.filter((it) => it !== undefined)
  const test = known.length < parts.length ? undefined : anyOf(known)
  tests.set(selector, test)
  return test
}

/** Most selectors name tags, and most elements have none of them. */
function anyOf(selectors: readonly Simple[]): Test {
  const tags = new Set(selectors.flatMap(({ tag, test }) => (tag === undefined || test ? [] : [tag])))
  const others = selectors.filter(({ tag, test }) => tag === undefined || test)
  return (element) => {
    const name = element.localName.toLowerCase()
    if (tags.has(name)) return true
    for (const { tag, test } of others)
      if ((tag === undefined || tag === name) && (test === undefined || test(element))) return true
    return false
  }
}

/** A selector of one element. */
interface Simple {
  readonly tag?: string
  /** What else must hold; undefined for nothing. */
  readonly test?: Test
}

/** A tag, and ids, classes and attributes; values only of attributes whose case counts. */
const COMPOUND =
  /^([a-z][a-z\d-]*)?((?:[#.][a-z][\w-]*|\[[a-z-]+\]|\[(?:itemprop|aria-hidden|name|property|content)="[^"\\]*"\])*)$/iu
const CONDITION = /([#.])([\w-]+)|\[([a-z-]+)(?:="([^"]*)")?\]/giu

function compile(selector: string): Simple | undefined {
  const [whole, tag, conditions = ''] = COMPOUND.exec(selector) ?? []
  if (whole === undefined || whole === '') return undefined
  const tests = Array.from(conditions.matchAll(CONDITION), ([, mark, name = '', attribute, value]): Test => {
    if (mark === '#') return (it) => it.getAttribute('id') === name
    if (mark === '.') return (it) => hasClass(it.getAttributeNode('class')?.value, name)
    const key = (attribute ?? '').toLowerCase()
    return value === undefined
      ? (it) => it.getAttribute(key) !== null
      : (it) => it.getAttribute(key) === value
  })
  const [first, ...more] = tests
  return {
    ...(tag !== undefined && { tag: tag.toLowerCase() }),
    ...(first && { test: more.length === 0 ? first : (it: DomElement) => tests.every((test) => test(it)) }),
  }
}

const hasClass = (classes: string | undefined, name: string): boolean =>
  classes !== undefined && classes.includes(name) && classes.split(/\s+/u).includes(name)
