import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { randomFrom } from '../../test/support/torture/random.ts'
import { type GoldArticle, parseGold } from '../reader-score.ts'
import { type NewsItem, type PageForm, setPage } from './set-page.ts'

/** A page and what was printed. */
export interface GoldPage {
  readonly file: string
  readonly text: string
  readonly gold: readonly GoldArticle[]
}

/** Pages of one make. Sets of one source share their texts: whatever is learnt leaves out a whole source. */
export interface PageSet {
  readonly name: string
  readonly source: string
  readonly pages: readonly GoldPage[]
}

const MADE_SEED = 2026
const MADE_PAGES = 30

/** Forms of the pages made here, by name. */
const FORMS: Readonly<Record<string, PageForm>> = {
  'set here': { blank: true, wrapped: true, painted: false, apart: false },
  'set here, no blank lines': { blank: false, wrapped: true, painted: false, apart: false },
  'set here, a paragraph a line': { blank: true, wrapped: false, painted: false, apart: false },
  'set here, as painted': { blank: true, wrapped: true, painted: true, apart: false },
  'set here, titles apart': { blank: true, wrapped: true, painted: false, apart: true },
}

/**
 * Every set of pages in a folder of measuring data; those that it lacks are empty.
 * @param every takes every so many-th page of each set
 * @param made how many pages of each form are set here
 */
export function readSets(folder: string, every = 1, made = MADE_PAGES): readonly PageSet[] {
  const at = (...parts: string[]) => join(folder, ...parts)
  const seeds = readPages('seeds', join('test', 'fixtures', 'gold'))
  const typeset = readPages(at('pages', 'text'), at('pages', 'gold'))
  const issues = readPages(at('issues', 'pages'), at('issues', 'gold'))
  const papers = [...new Set(issues.map(({ file }) => file.slice(0, 2)))]
  const sets: PageSet[] = [
    { name: 'seeds', source: 'seeds', pages: seeds },
    { name: 'made', source: 'made', pages: typeset },
    { name: 'made, no blank lines', source: 'made', pages: typeset.map(blankless) },
    ...papers.map((paper) => ({
      name: `issues ${paper}`,
      source: paper,
      pages: issues.filter(({ file }) => file.startsWith(paper)),
    })),
    ...['default', 'pdfminer', 'raw', 'layout'].map((extract) => ({
      name: `modular, ${extract}`,
      source: 'modular',
      pages: readPages(at('pages2', 'text', extract), at('pages2', 'gold')),
    })),
    ...madeSets(at('data', 'articles-2022-2024.jsonl.gz'), made),
  ]
  return sets.map(({ name, source, pages }) => ({
    name,
    source,
    pages: pages.filter((_, index) => index % every === 0),
  }))
}

/** The pages of a folder that another one has gold of, by name. */
export function readPages(pages: string, gold: string): GoldPage[] {
  if (!existsSync(pages) || !existsSync(gold)) return []
  return readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const file = name.replace(/\.json$/, '')
      const text = readFileSync(join(pages, file), 'utf8')
      return { file, text, gold: parseGold(readFileSync(join(gold, name), 'utf8'), text) }
    })
}

const blankless = (page: GoldPage): GoldPage => ({ ...page, text: page.text.replace(/\n(?:\s*\n)+/gu, '\n') })

/** Pages set from news items, each form from items of its own. */
function madeSets(file: string, count: number): PageSet[] {
  if (!existsSync(file)) return []
  const items = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NewsItem) // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own corpus
    .filter(({ body }) => body.length >= 80 && body.length <= 1500)
  return Object.entries(FORMS).map(([name, form], at) => {
    const chance = randomFrom(MADE_SEED + at)
    const pages = Array.from({ length: count }, (_, page): GoldPage => {
      const from = Math.floor(chance() * (items.length - 12))
      const size = 4 + Math.floor(chance() * 6)
      return { file: `page-${page}`, ...setPage(items.slice(from, from + size), form, chance) }
    })
    return { name, source: 'set here', pages }
  })
}
