import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { textOfReports } from '../../src/corpus/articles/date-page.ts'
import { readPage } from '../../src/corpus/articles/read-page.ts'

/** A text of a page or a day without its folio, and the day that it is of. */
export interface DatedText {
  readonly source: string
  readonly date: string
  readonly text: string
}

interface Item {
  readonly date: string
  readonly headline: string
  readonly body: string
}

/**
 * Articles of JSON Lines (`date`, `headline`, `body`), packed by gzip or not, set into pages of some articles of a day each, and into
 * whole days.
 */
export function readItems(file: string, articles: number): readonly DatedText[] {
  const bytes = readFileSync(file)
  const days = new Map<string, Item[]>()
  for (const line of (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')) {
    if (line === '') continue
    const item = JSON.parse(line) as Item // oxlint-disable-line typescript/no-unsafe-type-assertion -- a file that is given to be measured with
    days.set(item.date, [...(days.get(item.date) ?? []), item])
  }
  const texts: DatedText[] = []
  for (const [date, those] of days) {
    const add = (kind: string, some: readonly Item[]) =>
      void texts.push({
        source: `items of ${date.slice(0, 4)}, ${kind}`,
        date,
        text: some.map(({ body }) => body).join('\n'),
      })
    for (let from = 0; from < those.length; from += articles) add('pages', those.slice(from, from + articles))
    add('days', those)
  }
  return texts
}

/**
 * Pages of real issues (`pages/*.txt`) whose day is known (`true_date` in `gold/*.json`), read under names without a day: what their
 * articles say, without folio and headlines, page by page and all of a day together.
 */
export function readIssues(folder: string): readonly DatedText[] {
  const pages = readdirSync(join(folder, 'pages')).map((name) => {
    const gold = JSON.parse(readFileSync(join(folder, 'gold', `${name}.json`), 'utf8')) as {
      readonly true_date: string
      readonly paper: string
    } // oxlint-disable-line typescript/no-unsafe-type-assertion -- a folder that is given to be measured with
    const { articles } = readPage({
      file: 'page.txt',
      text: readFileSync(join(folder, 'pages', name), 'utf8'),
    })
    return { paper: gold.paper, date: gold.true_date, text: textOfReports(articles) }
  })
  const days = new Map<string, DatedText>()
  const texts: DatedText[] = []
  for (const { paper, date, text } of pages) {
    texts.push({ source: `${paper}, pages`, date, text })
    const source = `${paper}, days`
    const before = days.get(source + date)
    days.set(source + date, { source, date, text: before === undefined ? text : `${before.text}\n${text}` })
  }
  return [...texts, ...days.values()]
}
