import { readJson } from '../read-json.ts'
import type { SourceArticle } from '../source-article.ts'
import { bare } from './web-title.ts'

/* Pages that a program fills in the browser hold their article as JSON in a script; of the page that was saved that may be all. */

/** Bounded, as of JSON-LD. */
const DATA = /<script[^<>]{0,500}(?:application\/json|__NEXT_DATA__)[^<>]{0,500}>/giu
const STATE = /(?:__[A-Z_]{3,40}__|window\.\w{1,40})\s*=\s*(?=\{)/gu
const END = /;?\s*(?:\(function[\s\S]{0,500})?$/u

/** The article of a page that stands in its state, found by the title of the page. */
export function readState(file: string, text: string, title: string): SourceArticle | undefined {
  for (const json of statesOf(text)) {
    const articles = articlesOf(file, json)
    const found =
      articles.find(({ headline }) => headline.length >= 4 && bare(title).includes(bare(headline))) ??
      (articles.length === 1 ? articles[0] : undefined)
    if (found) return found
  }
  return undefined
}

function* statesOf(text: string): Generator<string> {
  for (const pattern of [DATA, STATE])
    for (const { index, 0: start } of text.matchAll(pattern)) {
      const end = text.indexOf('</script', index)
      if (end < 0) return
      yield text.slice(index + start.length, end).replace(END, '')
    }
}

function articlesOf(file: string, json: string): readonly SourceArticle[] {
  try {
    return readJson(file, json).articles
  } catch {
    // It is code, and no JSON.
    return []
  }
}
