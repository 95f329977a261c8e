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

/** Where columns end between two paragraphs, the setter does not indent the next one. */
const told = ({ articles }: Page) =>
  articles.map(({ headline, paragraphs }) => [headline, paragraphs.join('')])
const title = (text: string, x: number, y: number, size = 20): PdfText => ({ text, x, y, size, font: 'hei' })

const BRIDGE = [
  '新桥昨天通车，两岸往来不再绕行，居民早晚出行可以省下半个小时。',
  '负责人介绍，桥面宽阔，两侧设有步道，夜里灯光沿着河面铺开，许多人特意赶来散步。工程用了三年，其间经历两次洪水，工人日夜守在岸边，没有一天停下手中的活。',
  '附近的商户说，客人比从前多了不少，周末更是热闹，他们打算把店开到深夜。',
]
const FRUIT = ['山里的果子熟了，村民忙着采摘装车，一筐筐送往城里的集市，价钱比去年还要好。']

test('a centred title stands over columns that are wider than it, also over the first, which it does not touch', async () => {
  const text = [...BRIDGE, ...BRIDGE.map((it) => it.replaceAll('桥', '路'))]
  const texts: PdfText[] = []
  let rest: readonly string[] = text
  for (const x of [40, 175, 310, 445]) {
    const column = setColumn(rest, { x, y: 330, measure: 12, lines: 7, goesOn: x > 40 })
    texts.push(...column.texts)
    rest = column.rest
  }
  const above = setColumn(FRUIT, { x: 40, y: 160, measure: 12 })
  const page = await read({
    texts: [...texts, ...above.texts, title('果子熟了', 60, 130), title('两岸相连', 255, 300, 24)],
  })
  expect(rest).toEqual([])
  expect(told(page)).toEqual([
    ['果子熟了', FRUIT.join('')],
    ['两岸相连', text.join('')],
  ])
})

test('a column goes on below a picture that stands beside it, past the article under it', async () => {
  const left = setColumn(BRIDGE, { x: 40, y: 160, measure: 12, lines: 6 })
  const right = setColumn(left.rest, { x: 175, y: 320, measure: 12, goesOn: true })
  const below = setColumn(FRUIT, { x: 40, y: 320, measure: 12 })
  const page = await read({
    texts: [
      ...left.texts,
      ...right.texts,
      ...below.texts,
      title('两岸相连', 120, 130, 24),
      title('果子熟了', 50, 290, 16),
    ],
    pictures: [[175, 150, 120, 150]],
  })
  expect(told(page)).toEqual([
    ['两岸相连', BRIDGE.join('')],
    ['果子熟了', FRUIT.join('')],
  ])
})

test('the text beside a title may begin under a picture that is as high as the title', async () => {
  const first = setColumn(FRUIT, { x: 40, y: 160, measure: 12 })
  const left = setColumn(BRIDGE, { x: 310, y: 260, measure: 12, lines: 7 })
  const right = setColumn(left.rest, { x: 445, y: 260, measure: 12, goesOn: true })
  const page = await read({
    texts: [
      ...first.texts,
      ...left.texts,
      ...right.texts,
      title('果子熟了', 40, 130),
      title('两岸', 200, 130, 24),
      title('相连', 200, 158, 24),
    ],
    pictures: [[310, 110, 260, 125]],
  })
  expect(told(page)).toEqual([
    ['果子熟了', FRUIT.join('')],
    ['两岸相连', BRIDGE.join('')],
  ])
})

test('a sub-head that stands below the last short line of a paragraph heads no article', async () => {
  const left = setColumn([BRIDGE[0] ?? '', BRIDGE[1] ?? ''], { x: 40, y: 160, measure: 12, lines: 9 })
  const right = setColumn(left.rest, { x: 175, y: 160, measure: 12, goesOn: true })
  const lower = setColumn([BRIDGE[2] ?? ''], { x: 175, y: right.bottom + 42, measure: 12 })
  const page = await read({
    texts: [
      ...left.texts,
      ...right.texts,
      ...lower.texts,
      title('两岸相连', 120, 130, 24),
      title('客人比从前多', 180, right.bottom + 22, 12),
    ],
  })
  expect(right.texts).toHaveLength(1)
  expect(told(page)).toEqual([['两岸相连', BRIDGE.join('')]])
  expect(page.articles[0]?.subheads).toEqual([{ text: '客人比从前多', before: 2 }])
})

test('names of a signature on two lines are those of the text above', async () => {
  const text = setColumn(FRUIT, { x: 40, y: 160, measure: 18 })
  const page = await read({
    texts: [
      title('果子熟了', 80, 130),
      ...text.texts,
      { text: '（江城日报城市新闻记者 刘超 高强', x: 60, y: text.bottom + 16, size: 10, font: 'kai' },
      { text: '李娜娟）', x: 190, y: text.bottom + 31, size: 10, font: 'kai' },
    ],
  })
  expect(page.articles[0]?.byline).toEqual(['刘超', '高强', '李娜娟'])
  expect(page.leftovers).toEqual([])
})

test('a line that justified setting has torn apart is one line', async () => {
  const [first = '', ...others] = setColumn(FRUIT, { x: 40, y: 160, measure: 12 }).texts
  const [second, ...rest] = others
  const characters = Array.from(second?.text ?? '')
  const page = await read({
    texts: [
      title('果子熟了', 60, 130),
      ...(first === '' ? [] : [first]),
      // Its tenth character stands alone: it came from another font, and the rest was spread out.
      { text: characters.slice(0, 10).join(''), x: 40, y: 175, size: 10 },
      { text: characters.slice(11).join(''), x: 150, y: 175, size: 10, font: 'kai' },
      ...rest,
    ],
  })
  expect(page.articles[0]?.paragraphs.map((it) => it.replace(' ', ''))).toEqual([
    FRUIT[0]?.replace(characters[10] ?? '', ''),
  ])
})

test('figures that lie on their side in a vertical title are part of it, and so are its brackets', async () => {
  const column = setColumn(FRUIT, { x: 80, y: 110, measure: 14 })
  const down = { x: 60, size: 20, vertical: true }
  const page = await read({
    // 2024, turned by a quarter.
    raw: 'q BT /hei 20 Tf 50 Tz 0 -1 1 0 53 628 Tm <0032003000320034> Tj ET Q',
    texts: [{ text: '︻果乡︼', y: 92, ...down }, { text: '年会', y: 212, ...down }, ...column.texts],
  })
  expect(page.articles.map(({ headline }) => headline)).toEqual(['【果乡】2024年会'])
})

test('a mark that hangs out of its column joins no line of the next one', async () => {
  const text = [...BRIDGE, ...FRUIT]
  const left = setColumn(text, { x: 40, y: 160, measure: 12, lines: 9 })
  const right = setColumn(left.rest, { x: 175, y: 160, measure: 12, goesOn: true })
  const [first, ...rest] = left.texts
  const hung = first === undefined ? [] : [{ ...first, text: `${first.text}，` }]
  const page = await read({ texts: [title('两岸相连', 120, 130, 24), ...hung, ...rest, ...right.texts] })
  expect(told(page)).toEqual([['两岸相连', text.join('').replace(first?.text ?? '', `${first?.text}，`)]])
})

test('rows of a table stay rows, and belong to the article that the table stands in', async () => {
  const text = setColumn(FRUIT, { x: 40, y: 160, measure: 20 })
  const other = setColumn(BRIDGE, { x: 320, y: 160, measure: 20 })
  const rows = [
    ['品种', '本周', '上周'],
    ['白菜', '2.10', '2.40'],
    ['黄瓜', '4.60', '5.20'],
  ]
  const cells = rows.flatMap((row, at) =>
    row.map((cell, column) => ({
      text: cell,
      x: 50 + column * 75,
      y: text.bottom + 25 + at * 14,
      size: 9,
      font: at === 0 ? ('hei' as const) : ('song' as const),
    })),
  )
  const page = await read({
    texts: [...cells, ...text.texts, ...other.texts, title('果子熟了', 80, 130), title('两岸相连', 360, 130)],
  })
  expect(page.articles.map(({ headline, paragraphs }) => [headline, paragraphs])).toEqual([
    ['果子熟了', [...FRUIT, '品种｜本周｜上周', '白菜｜2.10｜2.40', '黄瓜｜4.60｜5.20']],
    ['两岸相连', BRIDGE],
  ])
})

/** Cells of a table, each with its lines, as a row of it sets them. */
const setRows = (
  rows: readonly (readonly string[][])[],
  { y, align = 'top' }: { readonly y: number; readonly align?: 'top' | 'middle' },
) => {
  const texts: PdfText[] = []
  const edges = [y - 12]
  let top = y
  for (const row of rows) {
    const most = Math.max(...row.map((cell) => cell.length))
    for (const [column, cell] of row.entries())
      for (const [at, text] of cell.entries()) {
        const down = align === 'top' ? at : at + (most - cell.length) / 2
        texts.push({ text, x: 50 + column * 80, y: top + down * 12, size: 9, font: 'song' })
      }
    top += most * 12 + 6
    edges.push(top - 12)
  }
  return { texts, edges }
}

const WRAPPED = [
  [['站名'], ['首班车', '（平日）'], ['票价']],
  [['江岸东路', '码头南门'], ['6:10'], ['3']],
  [['石桥'], ['6:25'], ['2']],
  [['北湖公园', '西门'], ['6:40'], ['4']],
]
const ROWS = [
  '站名｜首班车（平日）｜票价',
  '江岸东路码头南门｜6:10｜3',
  '石桥｜6:25｜2',
  '北湖公园西门｜6:40｜4',
]

test.each([
  ['at the top of their rows', 'top', false],
  ['at the top, between rules', 'top', true],
  ['in the middle, between rules', 'middle', true],
] as const)('cells of several lines are one cell each: %s', async (_case, align, isRuled) => {
  const text = setColumn(FRUIT, { x: 40, y: 160, measure: 26 })
  const other = setColumn(BRIDGE, { x: 340, y: 160, measure: 20 })
  const { texts, edges } = setRows(WRAPPED, { y: text.bottom + 30, align })
  const page = await read({
    texts: [...texts, ...text.texts, ...other.texts, title('果子熟了', 80, 130), title('两岸相连', 380, 130)],
    ...(isRuled && { rules: edges.map((y) => [45, y, 240, 0.5] as const) }),
  })
  expect(page.articles.map(({ headline, paragraphs }) => [headline, paragraphs])).toEqual([
    ['果子熟了', [...FRUIT, ...ROWS]],
    ['两岸相连', BRIDGE],
  ])
})

test('rows of figures stay rows, however close they stand, and a note below a table is no cell of it', async () => {
  const rows = [
    [['品种'], ['本周'], ['上周']],
    [['白菜'], ['2.10'], ['2.40']],
    [['黄瓜'], ['4.60'], ['5.20']],
  ]
  const text = setColumn(FRUIT, { x: 40, y: 160, measure: 26 })
  const other = setColumn(BRIDGE, { x: 340, y: 160, measure: 20 })
  const { texts, edges } = setRows(rows, { y: text.bottom + 30 })
  const note = { text: '注：单位为元', x: 50, y: (edges.at(-1) ?? 0) + 10, size: 9, font: 'song' as const }
  const page = await read({
    texts: [
      ...texts,
      note,
      ...text.texts,
      ...other.texts,
      title('果子熟了', 80, 130),
      title('两岸相连', 380, 130),
    ],
    rules: [edges[0] ?? 0, edges[1] ?? 0, (edges.at(-1) ?? 0) + 14].map((y) => [45, y, 240, 0.5] as const),
  })
  const [article] = page.articles
  expect(article?.paragraphs.slice(-3)).toEqual(['品种｜本周｜上周', '白菜｜2.10｜2.40', '黄瓜｜4.60｜5.20'])
})

test('the last words of a column may stand below a picture beside it, level with the article under its first column', async () => {
  const left = setColumn(BRIDGE.slice(0, 2), { x: 40, y: 160, measure: 12, lines: 6 })
  const short = setColumn([left.rest.join('').slice(0, 10)], { x: 175, y: 320, measure: 12, goesOn: true })
  const below = setColumn(FRUIT, { x: 40, y: 320, measure: 12 })
  const page = await read({
    texts: [
      ...left.texts,
      ...short.texts,
      ...below.texts,
      title('两岸相连', 120, 130, 24),
      title('果子熟了', 50, 290, 16),
    ],
    pictures: [[175, 150, 120, 150]],
  })
  expect(told(page).map(([headline]) => headline)).toEqual(['两岸相连', '果子熟了'])
  expect(told(page)[1]).toEqual(['果子熟了', FRUIT.join('')])
})

test('bold words between two rules that the text says itself, or goes on below, are a pull quote', async () => {
  for (const words of ['夜里灯光沿着河面铺开', '两岸从此相连']) {
    const left = setColumn(BRIDGE, { x: 40, y: 160, measure: 12, lines: 5 })
    const right = setColumn(left.rest, { x: 40, y: left.bottom + 70, measure: 12, goesOn: true })
    const page = await read({
      texts: [
        title('大桥通车', 60, 130, 24),
        ...left.texts,
        ...right.texts,
        title(words, 44, left.bottom + 38, words.length > 8 ? 11 : 18),
      ],
      rules: [
        [40, left.bottom + 12, 120, 1],
        [40, left.bottom + 48, 120, 1],
      ],
    })
    expect(left.rest).not.toEqual([])
    expect(told(page)).toEqual([['大桥通车', BRIDGE.join('')]])
  }
})
