/**
 * `npm run bench:dates -- ARTICLES.jsonl[.gz] [--issues FOLDER] [--articles 6] [--fit] [--until 2023-12-31]`: sets articles of one day
 * (`date`, `headline`, `body`) into pages and days without folio, and reads pages of real issues without theirs (`--issues`:
 * `pages/*.txt`, `gold/*.json`). Prints how often the day that the reader infers is the right one. `--fit` first writes
 * src/corpus/wording/year-weights.ts anew, from the articles up to a day.
 */
import { parseArgs } from 'node:util'
import { inferDate } from '../src/corpus/wording/infer-date.ts'
import { settleYear } from '../src/corpus/wording/settle-year.ts'
import { readIssues, readItems } from './dates/dated-texts.ts'
import { fitYears } from './dates/fit-years.ts'
import { markdownTable } from './performance/tables/markdown.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    issues: { type: 'string' },
    articles: { type: 'string', default: '6' },
    fit: { type: 'boolean', default: false },
    until: { type: 'string', default: '2023-12-31' },
    wrong: { type: 'boolean', default: false },
  },
})
const items = readItems(positionals[0] ?? '', Number(values.articles))
const { until } = values
if (values.fit) {
  fitYears(items.filter(({ date }) => date <= until))
  console.log('the weights are written; run it again without --fit')
} else {
  const texts = [...items, ...(values.issues === undefined ? [] : readIssues(values.issues))]
  const rows = new Map<string, Counts>()
  for (const { source, date, text } of texts) {
    const row = rows.get(source) ?? {
      texts: 0,
      year: 0,
      yearRight: 0,
      day: 0,
      dayRight: 0,
      given: 0,
      givenRight: 0,
    }
    rows.set(source, row)
    row.texts++
    const inferred = inferDate(text)
    if (inferred?.date !== undefined) {
      row.year++
      if (inferred.date === date) row.yearRight++
      else if (values.wrong) console.log(`${source}, ${date}: ${inferred.date}`)
    } else if (inferred !== undefined) {
      row.day++
      if (date.endsWith(inferred.monthDay)) row.dayRight++
    }
    const year = settleYear(text, date.slice(5))
    if (year === undefined) continue
    row.given++
    if (date.startsWith(String(year))) row.givenRight++
    else if (values.wrong) console.log(`${source}, ${date}: the year ${year}`)
  }
  const of = (part: number, whole: number) => `${part} of ${whole}`
  console.log(
    markdownTable(
      [
        'texts',
        ['texts', 'with a year, right', 'month and day, right', 'the year of a day that is known, right'],
      ],
      [...rows].map(([source, it]) => [
        source,
        [String(it.texts), of(it.yearRight, it.year), of(it.dayRight, it.day), of(it.givenRight, it.given)],
      ]),
    ),
  )
}

interface Counts {
  texts: number
  year: number
  yearRight: number
  day: number
  dayRight: number
  given: number
  givenRight: number
}
