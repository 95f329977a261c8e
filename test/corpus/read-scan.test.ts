import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Page, readCorpus } from '../../src/corpus/index.ts'
import { collect } from '../support/collect.ts'
import { type PdfPage, type PdfText, setColumn } from '../support/printed-pdf.ts'
import { writeAlto, writeHocr } from '../support/scanned-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function read(name: string, text: string) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, name), text)
  const events = await collect(readCorpus(folder))
  return {
    pages: events.flatMap((it): Page[] => (it.event === 'page' ? [it.page] : [])),
    told: events.flatMap((it) =>
      it.event === 'warning' ? [it.message] : it.event === 'unreadable' ? [it.error.message] : [],
    ),
  }
}

const title = (text: string, x: number, y: number, size = 20): PdfText => ({ text, x, y, size })
const RIVER = ['本报讯河道整治工程今天完工，两岸居民出行更加方便，沿河的步道也同时开放了，孩子们最高兴。']
const MATCH = ['昨天的比赛下起了雨，主队仍然赢了两个球，看台上的人唱到很晚才散，地铁为此多开了半小时。']
const river = setColumn(RIVER, { x: 40, y: 160, measure: 12 })
const match = setColumn(MATCH, { x: 220, y: 160, measure: 12 })
const FOLIO: PdfText = { text: '2024年6月8日 星期六', x: 40, y: 40, size: 9 }
const PAGE: PdfPage = {
  texts: [
    FOLIO,
    ...river.texts,
    ...match.texts,
    title('河道整治完工', 50, 130),
    title('主队雨中取胜', 230, 130),
  ],
  rules: [[40, 50, 520, 1]],
}

const articlesOf = (page: Page | undefined) =>
  page?.articles.map(({ headline, paragraphs }) => [headline, paragraphs])
const BOTH = [
  ['河道整治完工', RIVER],
  ['主队雨中取胜', MATCH],
]

test.each([
  ['ALTO', 'a.xml', writeAlto([PAGE])],
  ['ALTO with a namespace', 'a.xml', writeAlto([PAGE], { prefix: 'alto:' })],
  ['ALTO whose words are guessed', 'a.xml', writeAlto([PAGE], { guessesWords: true })],
  ['hOCR', 'a.hocr', writeHocr([PAGE])],
  ['hOCR whose words are guessed', 'a.hocr', writeHocr([PAGE], { guessesWords: true })],
  ['hOCR in a web page', 'a.html', writeHocr([PAGE])],
])(
  '%s is cut into its articles by place and size, without blanks between words',
  async (_form, name, text) => {
    const { pages, told } = await read(name, text)
    expect(told).toEqual([])
    expect(articlesOf(pages[0])).toEqual(BOTH)
    expect(pages[0]?.date).toBe('2024-06-08')
    expect(pages[0]?.articles[0]?.source.regions?.[0]).toMatchObject({ page: 1 })
  },
)

test('a title that runs downwards is read downwards', async () => {
  const beside = setColumn(RIVER, { x: 80, y: 160, measure: 12 })
  const downwards: PdfText = { ...title('河道整治', 55, 150, 20), vertical: true }
  const { pages } = await read('a.xml', writeAlto([{ texts: [FOLIO, ...beside.texts, downwards] }]))
  expect(articlesOf(pages[0])).toEqual([['河道整治', RIVER]])
})

test('several pages of a file are several pages, and an empty one is named', async () => {
  const { pages, told } = await read('2024-06-08.xml', writeAlto([PAGE, { texts: [] }, PAGE]))
  expect(pages.map(articlesOf)).toEqual([BOTH, BOTH])
  expect(told).toEqual(['no text was recognised on page 2'])
})

test.each([
  ['METS', '<mets:mets xmlns:mets="http://www.loc.gov/METS/"><mets:fileSec/></mets:mets>'],
  ['a feed', '<rss version="2.0"><channel><item><title>标题</title></item></channel></rss>'],
  ['no XML', '今天天气很好。'],
])('%s is named with what is read instead', async (_what, text) => {
  const { pages, told } = await read('mets.xml', text)
  expect(pages).toEqual([])
  expect(told).toEqual([expect.stringMatching(/mets\.xml: it has no page of ALTO/)])
})

test('a file that was cut off is read up to there', async () => {
  const whole = writeAlto([{ texts: [FOLIO, ...river.texts, title('河道整治完工', 50, 130)] }, PAGE])
  const { pages } = await read('a.xml', whole.slice(0, whole.lastIndexOf('<Page')))
  expect(articlesOf(pages[0])).toEqual([BOTH[0]])
})

test('entities of a file are not expanded, and nothing that it refers to is read', async () => {
  const bomb = `<!DOCTYPE alto [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY s SYSTEM "file:///etc/hostname">]>`
  const text = writeAlto([PAGE]).replace('?>', `?>${bomb}`).replace('本报', '&b;&s;')
  const { pages } = await read('a.xml', text)
  expect(JSON.stringify(pages)).not.toContain('哈哈')
  expect(pages[0]?.articles.map(({ headline }) => headline)).toEqual(['河道整治完工', '主队雨中取胜'])
})

test('of a feed that would take gigabytes of memory it is said what to do', async () => {
  const item = `<item><title>新桥今日合龙</title><description>${'河道整治工程完工。'.repeat(1_000)}</description></item>`
  const { pages, told } = await read('feed.xml', `<rss><channel>${item.repeat(1_000)}</channel></rss>`)
  expect(pages).toEqual([])
  expect(told).toEqual([expect.stringMatching(/8 MiB.*split it.*JSON Lines/u)])
})
