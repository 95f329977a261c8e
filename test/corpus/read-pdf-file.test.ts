import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Page, readCorpus } from '../../src/corpus/index.ts'
import { collect } from '../support/collect.ts'
import { type PdfPage, setColumn, writePdf } from '../support/printed-pdf.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function readFile(bytes: Uint8Array, name = 'a.pdf') {
  const folder = temporaryFolder()
  writeFileSync(join(folder, name), bytes)
  const events = await collect(readCorpus(folder))
  return {
    pages: events.flatMap((it): Page[] => (it.event === 'page' ? [it.page] : [])),
    told: events.flatMap((it) =>
      it.event === 'warning' ? [it.message] : it.event === 'unreadable' ? [it.error.message] : [],
    ),
    hash: events.flatMap((it) => (it.event === 'end' ? [it.contentHash?.length] : [])),
  }
}

const article = (headline: string, folio: string): PdfPage => ({
  texts: [
    { text: folio, x: 40, y: 40, size: 9 },
    { text: headline, x: 50, y: 130, size: 20, font: 'hei' },
    ...setColumn(['河道整治工程今天完工，两岸居民出行更加方便，沿河的步道也同时开放了。'], {
      x: 40,
      y: 160,
      measure: 12,
    }).texts,
  ],
  rules: [[40, 50, 520, 1]],
})

const SCAN: PdfPage = { texts: [], pictures: [[0, 0, 600, 800]] }

test('a day in one file gives its pages in order; the folio of the first names the day of all', async () => {
  const { pages, told, hash } = await readFile(
    writePdf([article('河道整治完工', '2024年6月8日 星期六'), article('步道同时开放', '02 综合')]),
  )
  expect(told).toEqual([])
  expect(hash).toEqual([64])
  expect(
    pages.map(({ date, page, articles }) => [date, page, articles.map(({ headline }) => headline)]),
  ).toEqual([
    ['2024-06-08', undefined, ['河道整治完工']],
    ['2024-06-08', '02', ['步道同时开放']],
  ])
  expect(
    pages.flatMap(({ articles }) => articles.map(({ source }) => [source.lines, source.regions?.[0]?.page])),
  ).toEqual([
    [[1], 1],
    [[2], 2],
  ])
})

test('pages without text are named, with what to do; the others are read', async () => {
  const { pages, told } = await readFile(writePdf([SCAN, article('有字的一版', '2024年6月8日'), SCAN, SCAN]))
  expect(pages.map(({ articles }) => articles.length)).toEqual([1])
  expect(told).toEqual([
    expect.stringMatching(/^pages 1, 3–4 hold pictures without text \(600 × 800 pt\).*ocrmypdf/),
  ])
})

test('a file of thousands of pages is read page by page, with one sentence for the empty ones', async () => {
  const { pages, told } = await readFile(
    writePdf([...Array.from({ length: 1999 }, () => ({ texts: [] })), article('最后一版', '2024年6月8日')]),
  )
  expect(pages).toHaveLength(1)
  expect(told).toEqual([expect.stringContaining('pages 1–1999 without text')])
})

test('a page of absurd size is read like any other', async () => {
  const page = article('大纸', '2024年6月8日')
  const { pages } = await readFile(writePdf([{ ...page, width: 2_000_000, height: 2_000_000 }]))
  expect(pages[0]?.articles).toMatchObject([{ headline: '大纸' }])
})

test.each([
  [
    'locked',
    writePdf(
      [{ texts: [] }],
      `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [(aa) (aa)]`,
    ),
    /locked by a password; save a copy/,
  ],
  ['empty', new Uint8Array(), /: it is empty; get it again/],
  ['damaged', new TextEncoder().encode('no PDF at all'), /no PDF, whatever its name says; get it again/],
  ['empty', writePdf([]), /has no pages/],
] as const)('a file that is %s is named with what to do', async (_case, bytes, sentence) => {
  const { pages, told } = await readFile(bytes)
  expect(pages).toEqual([])
  expect(told).toEqual([expect.stringMatching(sentence)])
  expect(told[0]).toContain('a.pdf')
})

/** What stands on a page, moved to the right. */
const moved = (page: PdfPage, by: number): PdfPage => ({
  texts: page.texts.map((it) => ({ ...it, x: it.x + by })),
  rules: (page.rules ?? []).map(([x, y, width, height]) => [x + by, y, width, height] as const),
})

test('two pages on one sheet are two pages, each with its folio, and their outlines lie on the sheet', async () => {
  const left = article('河道整治完工', '江城日报 2024年6月8日 星期六 第02版')
  const right = moved(article('步道同时开放', '江城日报 2024年6月8日 星期六 第03版'), 700)
  const both = {
    width: 1400,
    height: 900,
    texts: [...left.texts, ...right.texts],
    rules: [...(left.rules ?? []), ...(right.rules ?? [])],
  }
  const { pages } = await readFile(writePdf([both]))
  expect(pages.map(({ page, articles }) => [page, articles.map(({ headline }) => headline)])).toEqual([
    ['02', ['河道整治完工']],
    ['03', ['步道同时开放']],
  ])
  const [second] = pages[1]?.articles ?? []
  expect(second?.source.regions?.every(({ page, rect: [x] }) => page === 1 && x > 700)).toBe(true)

  // A title across the fold makes one page of them.
  const spread = {
    ...both,
    texts: [
      ...both.texts,
      { text: '跨越两个版面的大标题连成一片', x: 500, y: 100, size: 30, font: 'hei' as const },
    ],
  }
  expect((await readFile(writePdf([spread]))).pages).toHaveLength(1)
})
