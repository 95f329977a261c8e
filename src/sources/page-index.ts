import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { DomDocument } from './html/dom.ts'
import { indexLinkOf } from './html/index-link.ts'
import { readIssueFacts } from './html/issue-facts.ts'
import { parsePage } from './html/parse-page.ts'
import { readRegions } from './html/regions.ts'
import type { Polygon } from './source-article.ts'

/** A larger file is no page of an e-paper. */
const MOST_TEXT = 8 * 2 ** 20

/** A page of a site that shows a printed page. */
interface PageIndex {
  readonly path: string
  readonly document: DomDocument
}

/** The articles of a page are read one after another, and all have one index. */
let latest: { readonly key: string; readonly document: DomDocument } | undefined

/**
 * The regions of an article whose site tells them on the index of its page only.
 * @param root the corpus folder; what lies outside is not read
 * @param file the article's path below it
 * @param link where its index lies, as the article says
 * @returns none if the index was not saved with it
 */
export async function readIndexRegions(
  root: string,
  file: string,
  link: string,
): Promise<readonly Polygon[]> {
  const index = await openIndex(root, join(root, dirname(file), link))
  return index ? readRegions(index.document, file) : []
}

/**
 * Finds the index of the page that an article of a site stands on.
 * @param document the article's own page
 */
export async function findPageIndex(
  root: string,
  file: string,
  document: DomDocument,
): Promise<PageIndex | undefined> {
  const { page } = readIssueFacts(document, file, {})
  const link = page === undefined ? undefined : indexLinkOf(document, page)
  return link === undefined ? undefined : openIndex(root, join(root, dirname(file), link))
}

async function openIndex(root: string, path: string): Promise<PageIndex | undefined> {
  try {
    const { size, mtimeMs } = await stat(path)
    if (size > MOST_TEXT || !(await isInside(root, path))) return undefined
    const key = `${path} ${size} ${mtimeMs}`
    if (latest?.key !== key) latest = { key, document: parsePage(await readFile(path, 'utf8')) }
    return { path, document: latest.document }
  } catch {
    return undefined
  }
}

/** Whether a file is there, and in the folder, wherever links lead. */
export async function isInside(root: string, path: string): Promise<boolean> {
  const [folder, real] = await Promise.all([realpath(root), realpath(path).catch(() => '')])
  return real.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
