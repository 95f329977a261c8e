// Writes the texts that the word vectors are learnt from, cut into words as the program cuts them:
//   node --import tsx bench/word-vectors/write-texts.ts OUT ARTICLES.jsonl.gz [TEXTS.txt ...]
// A text a line; U+0001 stands between its words and marks. Articles give their headlines and sentences.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { normalise, openSegmenter, runsOf } from '../../src/language/index.ts'

/** Characters of a sentence that are used: the teacher reads 96. */
const LONGEST = 90
const SHORTEST = 6

const [out, articles, ...others] = process.argv.slice(2)
if (out === undefined || articles === undefined)
  throw new Error('usage: write-texts.ts OUT ARTICLES.jsonl.gz [TEXTS.txt ...]')
const segmenter = await openSegmenter()
const texts = new Set<string>()
for (const line of linesOf(gunzipSync(readFileSync(articles)).toString('utf8'))) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file that the user names
  const { headline, body } = JSON.parse(line) as { headline: string; body: string }
  texts.add(headline)
  for (const sentence of body.split(/(?<=[。！？；])|\n/))
    if (sentence.trim().length >= SHORTEST) texts.add(sentence.trim().slice(0, LONGEST))
}
for (const file of others) for (const line of linesOf(readFileSync(file, 'utf8'))) texts.add(line)
writeFileSync(out, Array.from(texts, cut).join('\n'))

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean)
}

function cut(text: string): string {
  const normal = normalise(text)
  const parts: string[] = []
  let at = 0
  const take = (to: number) => {
    if (to > at) parts.push(normal.slice(at, to))
    at = to
  }
  for (const { text: run, start, unspaced } of runsOf(normal)) {
    take(start)
    for (const end of unspaced ? segmenter.cut(run) : [run.length]) take(start + end)
  }
  take(normal.length)
  return parts.join('\u0001')
}
