import type { DomDocument, DomNode } from './dom.ts'
import { findFirst } from './find.ts'
import { isComment } from './parse-page.ts'

/** What browsers note at the top of what they save: `saved from url=(0060)http://…`, and SingleFile: `url: https://…`. */
const NOTED = /(?:^|\s)(?:saved from url=\(\d+\)|url:\s*)(https?:\/\/\S{4,500})/u

/**
 * The path of the address that a page was saved from, as far as it tells: without folders around it, a saved page has no other path that
 * a system gave it. Nothing is fetched.
 */
export function savedPathOf(document: DomDocument): string | undefined {
  const tops: readonly DomNode[] = [
    ...document.childNodes,
    ...(document.querySelector('html')?.childNodes ?? []),
  ]
  const noted = tops.filter(isComment).map((it) => NOTED.exec(it.textContent ?? '')?.[1])
  const address =
    noted.find((it) => it !== undefined) ??
    findFirst(document, 'link[rel="canonical"]')?.getAttribute('href') ??
    findFirst(document, 'meta[property="og:url"]')?.getAttribute('content') ??
    undefined
  return address === undefined ? undefined : address.replace(/^\w+:\/\/[^/]*/u, '').replace(/[?#].*$/su, '')
}
