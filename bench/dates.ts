/**
 * `npm run bench:dates -- ARTICLES.jsonl[.gz] [--pages 1000] [--articles 6] [--seed 1]`: sets articles of one day (`date`, `headline`,
 * `body`) into pages without folio, under names without a day, and prints how often the day that the reader infers is the right one.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readPage } from '../src/corpus/articles/read-page.ts'
import { randomFrom } from '../test/support/torture/random.ts'
import { markdownTable } from './performance/tables/markdown.ts'

interface Dated {
  readonly date: string
  readonly headline: string
  readonly body: string
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '1000' },
    articles: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
  },
})
const [file = ''] = positionals
const bytes = readFileSync(file)
const days = new Map<string, Dated[]>()
for (const line of (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')) {
  if (line === '') continue
  const article = JSON.parse(line) as Dated // oxlint-disable-line typescript/no-unsafe-type-assertion -- a file that is given to be measured with
  const day = days.get(article.date)
  if (day) day.push(article)
  else days.set(article.date, [article])
}
const chance = randomFrom(Number(values.seed))
const all = [...days.values()]
const counts = { dated: 0, right: 0, monthDay: 0, monthDayRight: 0, none: 0 }
for (let at = 0; at < Number(values.pages); at++) {
  const day = all[Math.floor(chance() * all.length)] ?? []
  const from = Math.floor(chance() * Math.max(1, day.length - Number(values.articles)))
  const those = day.slice(from, from + Number(values.articles))
  const text = those.map(({ headline, body }) => `${headline}\n\n${body}`).join('\n\n\n')
  const page = readPage({ file: `${at}.txt`, text })
  const truth = those[0]?.date ?? ''
  if (page.date !== undefined) {
    counts.dated++
    if (page.date === truth) counts.right++
  } else if (page.monthDay === undefined) counts.none++
  else {
    counts.monthDay++
    if (truth.endsWith(page.monthDay)) counts.monthDayRight++
  }
}
const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
console.log(
  markdownTable(
    ['what is shown', ['pages', 'right']],
    [
      ['a date', [String(counts.dated), share(counts.right, counts.dated)]],
      ['month and day', [String(counts.monthDay), share(counts.monthDayRight, counts.monthDay)]],
      ['nothing', [String(counts.none), '–']],
    ],
  ),
)
