import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readCorpus } from '../../src/corpus/index.ts'

/** A headline and its text, to be set into files. */
export interface Text {
  readonly headline: string
  readonly paragraphs: readonly string[]
}

/** Signs that mean something in one of the forms: how those are written is not what is measured. */
const MARKUP = /[<>&*_[\]`#"\\]/u

/** The articles of a file of JSON Lines (`headline`, `body`), packed by gzip or not; without a file those of the seed pages. */
export async function readTexts(file: string | undefined): Promise<readonly Text[]> {
  const texts: Text[] = []
  if (file === undefined) {
    for await (const it of readCorpus('seeds'))
      if (it.event === 'page')
        texts.push(...it.page.articles.map(({ headline, paragraphs }) => ({ headline, paragraphs })))
  } else {
    const bytes = readFileSync(file)
    for (const line of (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')) {
      if (line === '') continue
      const { headline, body } = JSON.parse(line) as { readonly headline: string; readonly body: string } // oxlint-disable-line typescript/no-unsafe-type-assertion -- a file that is given to be measured with
      texts.push({ headline, paragraphs: body.split(/\s*\n\s*/u).filter(Boolean) })
    }
  }
  return texts.filter(
    ({ headline, paragraphs }) =>
      headline.length >= 4 &&
      headline.length <= 60 &&
      paragraphs.length > 0 &&
      paragraphs.join('').length >= 40 &&
      !MARKUP.test(headline + paragraphs.join('')),
  )
}
