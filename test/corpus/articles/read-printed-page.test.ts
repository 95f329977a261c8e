import { expect, test } from 'vitest'
import { readPageInFile } from '../../../src/corpus/articles/read-printed-page.ts'
import type { Page } from '../../../src/corpus/index.ts'
import { openPdf } from '../../../src/sources/index.ts'
import { type PdfPage, type PdfText, setColumn, writePdf } from '../../support/printed-pdf.ts'

async function read(page: PdfPage): Promise<Page> {
  const pdf = await openPdf(writePdf([page]))
  try {
    return readPageInFile({ file: 'a.pdf', page: await pdf.readPage(1), known: {}, articlesBefore: 0 })
  } finally {
    await pdf.close()
  }
}

/** Sentences without sense that are all different, as long as asked for. */
function paragraph(seed: string, length: number): string {
  const words = [
    '工程',
    '全市',
    '河道',
    '居民',
    '改造',
    '项目',
    '完成',
    '投资',
    '道路',
    '学校',
    '医院',
    '公园',
  ]
  let text = seed
  for (let at = 0; text.length < length - 1; at++)
    text += words[(at * 7 + seed.length * 3 + (at % 5)) % words.length] ?? ''
  return `${text.slice(0, length - 1)}。`
}

const shuffled = (texts: readonly PdfText[]): readonly PdfText[] =>
  texts
    .map((it, at) => ({ it, key: (at * 7919) % 104_729 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ it }) => it)

const title = (text: string, x: number, y: number, size = 20): PdfText => ({ text, x, y, size, font: 'hei' })

test('columns of one article are read one after the other, whatever the order of painting', async () => {
  const first = [paragraph('本市新建桥梁', 150), paragraph('桥梁工程的负责人说', 230)]
  const second = [paragraph('昨天的比赛', 120)]
  const left = setColumn(first, { x: 40, y: 160, measure: 12, lines: 16 })
  const right = setColumn(left.rest, { x: 175, y: 160, measure: 12, goesOn: true })
  const other = setColumn(second, { x: 320, y: 160, measure: 12 })
  const page = await read({
    texts: shuffled([
      ...left.texts,
      ...right.texts,
      ...other.texts,
      title('一桥飞架南北', 80, 130),
      title('主队赢了', 330, 130),
    ]),
  })
  expect(page.articles.map(({ headline, paragraphs }) => [headline, paragraphs])).toEqual([
    ['一桥飞架南北', first],
    ['主队赢了', second],
  ])
  expect(page.leftovers).toEqual([])
})

test('an article may rise beside its title, and go round the article below it', async () => {
  const around = [paragraph('本报讯（记者 李四）代表们', 300), paragraph('会议认为，河道', 420)]
  const under = [paragraph('邻居说的', 60)]
  const one = setColumn(around, { x: 40, y: 130, measure: 12, lines: 12 })
  const two = setColumn(one.rest, { x: 175, y: 130, measure: 12, lines: 12, goesOn: true })
  const three = setColumn(two.rest, { x: 310, y: 80, measure: 12, goesOn: true })
  const below = setColumn(under, { x: 40, y: 400, measure: 12 })
  const page = await read({
    texts: [
      ...three.texts,
      ...below.texts,
      ...two.texts,
      ...one.texts,
      title('大会今天开幕', 60, 100),
      title('邻里新事', 60, 370, 16),
    ],
    rules: [[40, 330, 255, 0.5]],
  })
  expect(page.articles.map(({ headline, paragraphs }) => [headline, paragraphs])).toEqual([
    ['大会今天开幕', around],
    ['邻里新事', under],
  ])
  expect(page.articles[0]?.byline).toEqual(['李四'])
})

test('a title may run downwards beside its text, with a picture and its caption', async () => {
  const text = [paragraph('山里的果园', 200)]
  const column = setColumn(text, { x: 80, y: 100, measure: 14 })
  const page = await read({
    texts: [
      ...column.texts,
      { text: '山村果熟', x: 60, y: 92, size: 20, vertical: true },
      { text: '果农在采摘。张三 摄', x: 80, y: column.bottom + 120, size: 8, font: 'kai' },
    ],
    pictures: [[80, column.bottom + 20, 140, 80]],
  })
  expect(page.articles).toMatchObject([
    { headline: '山村果熟', paragraphs: text, captions: ['果农在采摘。张三 摄'] },
  ])
})

test('kicker, deck and byline are told from the headline by size and place, sub-heads from titles', async () => {
  const first = paragraph('前言里说', 90)
  const second = paragraph('后来的事', 90)
  const upper = setColumn([first], { x: 40, y: 200, measure: 14 })
  const lower = setColumn([second], { x: 40, y: upper.bottom + 40, measure: 14 })
  const page = await read({
    texts: [
      { text: '迎接新的一年', x: 60, y: 100, size: 12, font: 'kai' },
      title('老街变了样子', 45, 130, 22),
      { text: '三年修缮今日收官', x: 50, y: 152, size: 13, font: 'kai' },
      { text: '本报记者 李四 王五', x: 60, y: 172, size: 10, font: 'kai' },
      ...upper.texts,
      { text: '■修旧如旧', x: 40, y: upper.bottom + 20, size: 10, font: 'hei' },
      ...lower.texts,
    ],
  })
  expect(page.articles).toMatchObject([
    {
      headline: '老街变了样子',
      kicker: ['迎接新的一年'],
      deck: ['三年修缮今日收官'],
      byline: ['李四', '王五'],
      subheads: [{ text: '■修旧如旧', before: 1 }],
      paragraphs: [first, second],
    },
  ])
})

test('a title over two stories is the kicker of both', async () => {
  const one = setColumn([paragraph('甲地的消息', 110)], { x: 40, y: 190, measure: 12 })
  const two = setColumn([paragraph('乙地的消息', 110)], { x: 185, y: 190, measure: 12 })
  const page = await read({
    texts: [
      title('两地同庆丰收', 70, 120, 28),
      title('甲地粮满仓', 45, 160, 16),
      title('乙地果满园', 190, 160, 16),
      ...one.texts,
      ...two.texts,
    ],
  })
  expect(page.articles.map(({ headline, kicker }) => [headline, kicker])).toEqual([
    ['甲地粮满仓', ['两地同庆丰收']],
    ['乙地果满园', ['两地同庆丰收']],
  ])
})

test('the folio gives paper, date, page and section, and an advertisement is no article', async () => {
  const text = setColumn([paragraph('正文', 100)], { x: 40, y: 160, measure: 12 })
  const page = await read({
    texts: [
      { text: '03 要闻', x: 40, y: 40, size: 12, font: 'hei' },
      { text: '2024年6月8日 星期六', x: 250, y: 40, size: 9 },
      { text: '江城晚报', x: 500, y: 40, size: 12 },
      title('头条新闻', 50, 130),
      ...text.texts,
      title('光明眼镜', 380, 640, 26),
      { text: '咨询电话：12345678', x: 380, y: 670, size: 10 },
    ],
    rules: [[40, 50, 520, 1]],
    frames: [[350, 600, 200, 100]],
  })
  expect(page).toMatchObject({
    paper: '江城晚报',
    date: '2024-06-08',
    datePrecision: 'printed',
    page: '03',
    section: '要闻',
  })
  expect(page.articles.map(({ headline }) => headline)).toEqual(['头条新闻'])
})

test('each article has its rectangles, which hold all of its text and none of another', async () => {
  const left = setColumn([paragraph('甲文', 100)], { x: 40, y: 160, measure: 12 })
  const right = setColumn([paragraph('乙文', 100)], { x: 185, y: 160, measure: 12 })
  const page = await read({
    texts: [title('甲题甲题', 50, 130), title('乙题乙题', 195, 130), ...left.texts, ...right.texts],
  })
  const [first, second] = page.articles.map(({ source }) => source.regions ?? [])
  const covers = (regions: typeof first, x: number, y: number) =>
    (regions ?? []).some(({ rect: [x0, y0, x1, y1] }) => x >= x0 && x <= x1 && y >= y0 && y <= y1)
  for (const { x, y } of left.texts)
    expect([covers(first, x + 5, y - 4), covers(second, x + 5, y - 4)]).toEqual([true, false])
  for (const { x, y } of right.texts)
    expect([covers(first, x + 5, y - 4), covers(second, x + 5, y - 4)]).toEqual([false, true])
})
