/**
 * Counts in how many articles of a corpus each pair of characters stands, and prints the table of
 * src/corpus/wording/bigram-idf-table.ts: `node --import tsx bench/reader-words.ts ARTICLES.jsonl.gz > FILE`.
 * Each line of the corpus is an article with `headline` and `body`.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { BUCKETS, bucketOf, STEP } from '../src/corpus/wording/bigram-idf.ts'
import { bigramsOf } from '../src/corpus/wording/bigrams.ts'

const HIGHEST = 15

const [file = ''] = process.argv.slice(2)
const articles = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
const counts = new Map<number, number>()
for (const line of articles) {
  const { headline, body } = JSON.parse(line) as { readonly headline: string; readonly body: string } // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own corpus
  for (const bigram of bigramsOf(`${headline}\n${body}`)) counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
}
// Pairs that share a bucket are as usual as the most usual of them: a word that is everywhere never tells much.
const most = new Uint32Array(BUCKETS)
for (const [bigram, count] of counts) {
  const bucket = bucketOf(bigram)
  if (count > (most[bucket] ?? 0)) most[bucket] = count
}
const packed = Buffer.alloc(BUCKETS / 2)
for (const [bucket, count] of most.entries()) {
  const steps = Math.min(HIGHEST, Math.max(0, Math.round(Math.log(articles.length / (count + 0.5)) / STEP)))
  packed[bucket >> 1] = (packed[bucket >> 1] ?? 0) | (steps << (bucket % 2 === 0 ? 0 : 4))
}
console.log(
  [
    '/** Inverse document frequencies of pairs of characters, four bits a bucket; made by bench/reader-words.ts. */',
    `export const TABLE =\n  '${packed.toString('base64')}'`,
  ].join('\n'),
)
