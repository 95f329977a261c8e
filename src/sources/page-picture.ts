import { readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { decodePart } from '../domain/index.ts'
import type { DomDocument } from './html/dom.ts'
import { parsePage } from './html/parse-page.ts'
import { findPageIndex, isInside } from './page-index.ts'
import { openAlto } from './scan/open-alto.ts'
import { isHocr, openHocr } from './scan/open-hocr.ts'

/** What shows a printed page: a PDF, or a picture of the page. */
export interface PageFile {
  /** Absolute. */
  readonly path: string
  /** How wide the page is in the units of its regions; undefined: those of the file itself. */
  readonly width?: number
}

const PICTURES = ['.jpg', '.jpeg', '.png', '.webp', '.JPG', '.JPEG', '.PNG']
/** A larger file is no page of an e-paper. */
const MOST_TEXT = 8 * 2 ** 20

/**
 * Finds what shows the printed page of a file: a PDF shows itself; an e-paper's page names the picture whose areas lead to
 * its articles; else a picture of the same name stands beside it (`A02.txt`, `A02.jpg`). Nothing is fetched.
 * @param root the corpus folder; what lies outside is not looked at
 * @param number the page's place in its file, from 1
 * @returns undefined if nothing shows it
 */
export async function findPageFile(root: string, file: string, number = 1): Promise<PageFile | undefined> {
  const path = join(root, file)
  const ending = extname(path).toLowerCase()
  if (ending === '.pdf') return { path }
  const named = ending === '.html' || ending === '.htm' ? await readMap(root, file) : undefined
  const candidates = [
    ...(named === undefined ? [] : [{ path: named.path, width: named.width }]),
    ...PICTURES.map((it) => ({ path: path.slice(0, path.length - ending.length) + it, width: undefined })),
  ]
  for (const it of candidates) {
    if (!(await isInside(root, it.path))) continue
    const width = it.width ?? (await unitsOf(path, ending, number))
    return { path: it.path, ...(width !== undefined && { width }) }
  }
  return undefined
}

/**
 * The picture of a page that has a map, as far as it was saved with it, and how wide the map takes it to be. Some sites
 * have it on the index of the page only.
 */
async function readMap(
  root: string,
  file: string,
): Promise<{ readonly path: string; readonly width?: number } | undefined> {
  const path = join(root, file)
  const text = await readText(path)
  if (text === undefined) return undefined
  const document = parsePage(text)
  const own = pictureOf(document, path)
  if (own) return own
  const index = await findPageIndex(root, file, document)
  return index && pictureOf(index.document, index.path)
}

function pictureOf(document: DomDocument, path: string) {
  const image = [...document.querySelectorAll('img[usemap]')].find(
    (it) => (it.getAttribute('src') ?? '') !== '',
  )
  const source = (image?.getAttribute('src') ?? '').split(/[?#]/u)[0] ?? ''
  if (source === '' || /^[a-z]+:|^\/\//iu.test(source)) return undefined
  const width = Number.parseFloat(image?.getAttribute('width') ?? '')
  return {
    path: join(dirname(path), decodePart(source)),
    ...(width > 0 && !/%/u.test(image?.getAttribute('width') ?? '') && { width }),
  }
}

/** How wide a recognised page is in the units of its words. */
async function unitsOf(path: string, ending: string, number: number): Promise<number | undefined> {
  if (!['.xml', '.hocr', '.html', '.htm'].includes(ending)) return undefined
  const text = await readText(path)
  const file = text === undefined ? undefined : isHocr(text) ? openHocr(text) : openAlto(text)
  if (!file || number > file.pageCount) return undefined
  return (await file.readPage(number)).width
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path)
    return bytes.length > MOST_TEXT ? undefined : bytes.toString('utf8')
  } catch {
    return undefined
  }
}
