import { decodePart } from '../../domain/index.ts'
import { readPageLabel } from '../page-label.ts'
import type { DomDocument } from './dom.ts'
import { findAll } from './find.ts'
import { lineOf } from './parse-page.ts'

/**
 * Where the page of the site lies that shows the printed page of an article: among the links to all pages of the issue the
 * one with the number of the article's page.
 * @returns an address relative to the article's file; undefined if there is none, or only one on a server
 */
export function indexLinkOf(document: DomDocument, page: string): string | undefined {
  for (const link of findAll(document, 'a[href]')) {
    if (readPageLabel(lineOf(link))?.page !== page) continue
    const address = (link.getAttribute('href') ?? '').split(/[?#]/u)[0] ?? ''
    if (/\.s?html?$/iu.test(address) && !/^[a-z]+:|^\//iu.test(address)) return decodePart(address)
  }
  return undefined
}
