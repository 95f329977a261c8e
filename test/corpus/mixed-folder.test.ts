import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listCorpus, type Page, readCorpus } from '../../src/corpus/index.ts'
import { collect } from '../support/collect.ts'
import { setColumn, writePdf } from '../support/printed-pdf.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

async function pagesOf(folder: string): Promise<readonly Page[]> {
  const events = await collect(readCorpus(folder))
  return events.flatMap((it) => (it.event === 'page' ? [it.page] : []))
}

const TEXT = '全市工作会议召开\n\n本报讯（记者 张三）昨日，全市工作会议召开。\n'
const PDF = writePdf([
  {
    texts: [
      { text: '全市工作会议召开', x: 50, y: 130, size: 20, font: 'hei' },
      ...setColumn(['本报讯（记者 张三）昨日，全市工作会议召开。'], { x: 40, y: 160, measure: 12 }).texts,
    ],
  },
])

test('of several forms of a page the one that tells most is read; what is not read is named with the reason', async () => {
  const folder = folderOf({
    'A01.txt': TEXT,
    'A01.pdf': PDF,
    'A01.html': '<p>页</p>',
    'A02.txt': TEXT,
    'A02.pdf': PDF,
    'A03.txt': TEXT,
    'style.css': '',
    '排版.docx': '',
    目录: '',
  })
  const passedOver = new Map<string, string>()
  const files = await collect(
    listCorpus(folder, undefined, (file, reason) => void passedOver.set(file, reason)),
  )
  expect(files.map(({ file }) => file)).toEqual(['A01.html', 'A02.pdf', 'A03.txt'])
  expect(passedOver).toEqual(
    new Map([
      ['A01.pdf', 'another form of it was read'],
      ['A01.txt', 'another form of it was read'],
      ['A02.txt', 'another form of it was read'],
      ['style.css', 'css'],
      ['排版.docx', 'docx'],
      ['目录', 'no ending'],
    ]),
  )
})

test('a better form that holds nothing does not stand in the way of one that does', async () => {
  const folder = folderOf({
    'A01.txt': TEXT,
    'A01.pdf': '<html>请登录</html>',
    'A02.txt': TEXT,
    'A02.json': '',
  })
  expect((await pagesOf(folder)).map(({ file }) => file)).toEqual(['A01.txt', 'A02.txt'])
  const told = (await collect(readCorpus(folder))).flatMap((it) =>
    it.event === 'unreadable' ? [it.file.file] : [],
  )
  expect(told).toEqual(['A01.pdf', 'A02.json'])
})

test('a PDF that breaks off before its pages can be found gives way to the text, and is named; one that lacks its last bytes does not', async () => {
  const folder = folderOf({
    'A01.pdf': PDF.subarray(0, PDF.length / 2),
    'A01.txt': TEXT,
    'A02.pdf': PDF.subarray(0, PDF.length - '%%EOF\n'.length),
    'A02.txt': TEXT,
  })
  const events = await collect(readCorpus(folder))
  expect(events.flatMap((it) => (it.event === 'page' ? [it.page.file] : []))).toEqual(['A01.txt', 'A02.pdf'])
  expect(events.flatMap((it) => (it.event === 'unreadable' ? [it.error.message] : []))).toEqual([
    expect.stringMatching(/A01\.pdf.*damaged/u),
  ])
})

test('paperboy.json says what the pages of its folder, and of those below it, do not say themselves', async () => {
  const folder = folderOf({
    'paperboy.json': '{"date": "2024-06-08", "paper": "江城日报"}',
    'a.txt': TEXT,
    'below/b.txt': TEXT,
    'below/2023/paperboy.json': '{"date": "20231231"}',
    'below/2023/c.txt': TEXT,
    'printed.txt': `2022年1月2日 星期日\n\n${TEXT}`,
  })
  const pages = await pagesOf(folder)
  expect(pages.map(({ file, date, datePrecision, paper }) => [file, date, datePrecision, paper])).toEqual([
    ['a.txt', '2024-06-08', 'file', '江城日报'],
    ['printed.txt', '2022-01-02', 'printed', '江城日报'],
    ['below/b.txt', '2024-06-08', 'file', '江城日报'],
    ['below/2023/c.txt', '2023-12-31', 'file', '江城日报'],
  ])
  expect(pages[0]?.articles).toMatchObject([
    { issueDate: '2024-06-08', datePrecision: 'file', paper: '江城日报' },
  ])
  expect(pages.flatMap(({ warnings }) => warnings)).toEqual([])
})

test('paperboy.json may speak of single files of its folder, and of no others', async () => {
  const given = { paper: '江城日报', files: { 'a.txt': { date: '2024-06-08', page: '03' } } }
  const pages = await pagesOf(
    folderOf({ 'a.txt': TEXT, 'b.txt': TEXT, 'below/a.txt': TEXT, 'paperboy.json': JSON.stringify(given) }),
  )
  expect(pages.map(({ file, date, page, paper }) => [file, date, page, paper])).toEqual([
    ['a.txt', '2024-06-08', '03', '江城日报'],
    ['b.txt', undefined, undefined, '江城日报'],
    ['below/a.txt', undefined, undefined, '江城日报'],
  ])
})

test('a change of paperboy.json is a change of the files that it speaks of', async () => {
  const folder = folderOf({ 'a.txt': TEXT, 'paperboy.json': '{"date": "2024-06-08"}' })
  const later = new Date(Date.now() + 60_000)
  utimesSync(join(folder, 'paperboy.json'), later, later)
  const [file] = await collect(listCorpus(folder))
  expect(file?.modifiedMs).toBeGreaterThan(Date.now() + 50_000)
})

test.each([
  ['{"date": "gestern"}', /its "date" is no day; write/],
  ['[]', /no JSON object/],
  ['{"files": {"a.txt": {"date": "2024-13-01"}}}', /its "date" is no day; write/],
  ['{', /no JSON/],
])('a paperboy.json that says %s is named, and the pages are read', async (text, message) => {
  const folder = folderOf({ 'a.txt': TEXT, 'paperboy.json': text })
  const told: string[] = []
  const files = await collect(listCorpus(folder, ({ error }) => told.push(error.message)))
  expect(files.map(({ file }) => file)).toEqual(['a.txt'])
  expect(told).toEqual([expect.stringMatching(message)])
})

test('a day without its year is no date: the article keeps month and day', async () => {
  const [page] = await pagesOf(
    folderOf({
      'a.txt': '稻田丰收\n\n新华社北京6月25日电（记者 李四）荣获2023年度大奖的团队今天公布了结果。\n',
    }),
  )
  expect(page).toMatchObject({ monthDay: '06-26' })
  expect(page?.date).toBeUndefined()
  expect(page?.articles[0]).toMatchObject({ issueMonthDay: '06-26' })
  expect(page?.articles[0]?.issueDate).toBeUndefined()
})
