import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, readCorpusFile } from '../../src/corpus/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { openPdf } from '../../src/sources/index.ts'
import { leaksOf } from '../reader/leaks.ts'
import {
  type GoldArticle,
  matchArticles,
  type PageScore,
  parseGold,
  scorePage,
  total,
} from '../reader-score.ts'
import { type GoldRegion, type Spot, scoreRegions } from './score-regions.ts'

/** Reads each PDF of `FOLDER/pdf` that has a gold in `FOLDER/gold`, and adds up how well. */
export async function scorePdfs(folder: string) {
  const names = readdirSync(join(folder, 'gold'))
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  const files: PageScore[] = []
  const leaks = { foreign: 0, found: 0, lost: 0, wanted: 0 }
  const regions = { own: 0, inside: 0, held: 0, foreign: 0 }
  const cpuMs: number[] = []
  let pages = 0
  for (const [at, name] of names.entries()) {
    const json = readFileSync(join(folder, 'gold', name), 'utf8')
    const file = name.replace(/(?:\.txt)?\.json$/u, '.pdf')
    const path = join(folder, 'pdf', file)
    const gold = parseGold(json, '')
    if (at === 0) await readPdf(path, file)
    const start = process.cpuUsage()
    const read = await readPdf(path, file)
    const { user, system } = process.cpuUsage(start)
    cpuMs.push((user + system) / 1000 / Math.max(1, read.length))
    pages += read.length
    const articles = read.flatMap((it) => it.articles)
    files.push(scorePage(file, gold, articles))
    const leak = leaksOf(gold, articles)
    for (const key of ['foreign', 'found', 'lost', 'wanted'] as const) leaks[key] += leak[key]
    const outlines = scoreRegions(await spotsOf(path), matchesOf(json, gold, articles))
    for (const key of ['own', 'inside', 'held', 'foreign'] as const) regions[key] += outlines[key]
  }
  return { files, pages, total: total(files), leaks, regions, cpuMs }
}

async function readPdf(path: string, file: string): Promise<readonly Page[]> {
  const pages: Page[] = []
  const { size: sizeBytes, mtimeMs: modifiedMs } = statSync(path)
  for await (const it of readCorpusFile({ file, path, kind: 'pdf', sizeBytes, modifiedMs }))
    if (it.event === 'page') pages.push(it.page)
  return pages
}

/** Where each character of a file stands. */
async function spotsOf(path: string): Promise<readonly Spot[]> {
  const pdf = await openPdf(new Uint8Array(readFileSync(path)))
  const spots: Spot[] = []
  try {
    for (let number = 1; number <= pdf.pageCount; number++)
      for (const { x0, y0, x1, y1 } of (await pdf.readPage(number)).glyphs)
        spots.push({ page: number, x: (x0 + x1) / 2, y: (y0 + y1) / 2 })
  } finally {
    await pdf.close()
  }
  return spots
}

function matchesOf(json: string, gold: readonly GoldArticle[], articles: readonly Article[]) {
  const { articles: told } = JSON.parse(json) as {
    readonly articles: readonly { readonly regions: readonly GoldRegion[] }[]
  } // oxlint-disable-line typescript/no-unsafe-type-assertion -- gold of the bench
  const found = new Map(matchArticles(gold, articles).map((it) => [it.wanted, it.found]))
  return gold.map((wanted, at) => ({
    gold: told[at]?.regions ?? [],
    found: found.get(wanted)?.source.regions ?? [],
  }))
}
