import type { Polygon } from '../source-article.ts'
import type { DomDocument } from './dom.ts'
import { findAll } from './find.ts'

/** The areas of a page picture that lead to the article of this file, as the picture's map outlines them. */
export function readRegions(document: DomDocument, file: string): readonly Polygon[] {
  const own = fileName(file)
  return findAll(document, 'area[href][coords]')
    .filter((it) => fileName(it.getAttribute('href') ?? '') === own)
    .map((it) => polygonOf(it.getAttribute('coords') ?? ''))
    .filter((it) => it.length >= 4)
}

/** Without folders, and without what is asked of the server. */
const fileName = (address: string): string =>
  (address.split(/[?@#]/u)[0] ?? '').split('/').at(-1)?.toLowerCase() ?? ''

function polygonOf(coords: string): Polygon {
  const numbers = coords
    .split(/[\s,;]+/u)
    .filter(Boolean)
    .map(Number)
  return numbers.every(Number.isFinite) ? numbers : []
}
