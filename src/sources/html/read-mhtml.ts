import PostalMime from 'postal-mime'
import type { SourceFile } from '../source-article.ts'
import { readHtml } from './read-html.ts'

/** The page comes first, and its frames behind it. */
const AFTER_PAGE = /(?<=<\/html>)[\s\S]*$/iu

/**
 * Reads the page of a web archive (MHTML), as browsers save a page with all that belongs to it. Frames and pictures in it are left out.
 * @returns undefined if no page is in it
 */
export async function readMhtml(file: string, bytes: Uint8Array): Promise<SourceFile | undefined> {
  const { html } = await PostalMime.parse(bytes)
  return html === undefined ? undefined : { ...readHtml(file, html.replace(AFTER_PAGE, '')), form: 'mhtml' }
}
