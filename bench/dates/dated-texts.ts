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
  return [...days].flatMap(([date, items]) => {
    const text = (those: readonly Item[]) => those.map(({ body }) => body).join('\n')
    const pages = Array.from({ length: Math.ceil(items.length / articles) }, (_, at) =>
      items.slice(at * articles, (at + 1) * articles),
    )
    return [
      ...pages.map((those) => ({ source: `items of ${date.slice(0, 4)}, pages`, date, text: text(those) })),
      { source: `items of ${date.slice(0, 4)}, days`, date, text: text(items) },
    ]
  })
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
  const days = new Map<string, (typeof pages)[number]>()
  for (const page of pages) {
    const key = `${page.paper} ${page.date}`
    const before = days.get(key)
    days.set(key, before === undefined ? page : { ...page, text: `${before.text}\n${page.text}` })
  }
  return [
    ...pages.map((it) => ({ ...it, source: `${it.paper}, pages` })),
    ...[...days.values()].map((it) => ({ ...it, source: `${it.paper}, days` })),
  ]
}
