import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { loadPen } from '../../src/pictures/drawing/pen.ts'
import { createFontBook } from '../../src/pictures/fonts/font-book.ts'
import { type CardPicture, drawPicture, type FrontPicture } from '../../src/pictures/index.ts'

const card = (given: Partial<CardPicture> = {}): CardPicture => ({
  kind: 'card',
  headline: '中欧班列累计开行突破三万列',
  paragraphs: [{ text: '“双城记”越唱越响，运输货值同比增长12.5%。', marks: [[1, 4]] }],
  source: ['成都日报', '2024年6月8日', '第03版'],
  sender: ['报童'],
  link: 'https://t.me/paperboy_bot?start=a_abcdefghij',
  isDark: false,
  isSquare: false,
  ...given,
})

async function pixelsOf(picture: CardPicture | FrontPicture) {
  const image = await loadImage(Buffer.from(await drawPicture(picture)))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return { width: image.width, height: image.height, data }
}

/** Whether anything but paper is on these columns, below the bar at the top. */
function hasInk({ width, height, data }: Awaited<ReturnType<typeof pixelsOf>>, from: number, to: number) {
  // Millions of pixels: no string is made for each.
  const start = 4 * (20 * width + 2)
  const [red, green, blue] = [data[start], data[start + 1], data[start + 2]]
  for (let y = 20; y < height; y++)
    for (let x = from, at = 4 * (y * width + from); x < to; x++, at += 4)
      if (data[at] !== red || data[at + 1] !== green || data[at + 2] !== blue) return true
  return false
}

test('a card is 1080 pixels wide, as high as its text, and leaves its margins free', async () => {
  const short = await pixelsOf(card())
  const long = await pixelsOf(card({ paragraphs: [{ text: '报纸的一句话，很长。'.repeat(40) }] }))
  expect([short.width, long.width]).toEqual([1080, 1080])
  expect(long.height).toBeGreaterThan(short.height + 500)
  for (const it of [short, long]) {
    expect(hasInk(it, 0, 60)).toBe(false)
    expect(hasInk(it, 1020, 1080)).toBe(false)
    expect(hasInk(it, 88, 992)).toBe(true)
  }
})

test('a square card stays square, whatever is on it', async () => {
  for (const repeat of [1, 12, 300]) {
    const drawn = await pixelsOf(
      card({ isSquare: true, paragraphs: [{ text: '一句话，很长。'.repeat(repeat) }] }),
    )
    expect([drawn.width, drawn.height]).toEqual([1080, 1080])
    expect(hasInk(drawn, 0, 60)).toBe(false)
  }
})

/** How far below the bar at the top the first ink is, in pixels. */
function blankAbove({ width, height, data }: Awaited<ReturnType<typeof pixelsOf>>) {
  const row = (y: number) => Buffer.from(data.buffer, data.byteOffset + 4 * (y * width + 88), 4 * (992 - 88))
  const paper = row(20)
  let y = 20
  while (y < height && row(y).equals(paper)) y += 1
  return y
}

test('little text stands in the middle of a square, and in larger type than much', async () => {
  const little = { paragraphs: [{ text: '湖边的稻田里机器轰鸣。' }] }
  const square = await pixelsOf(card({ ...little, isSquare: true }))
  const tall = await pixelsOf(card(little))
  expect(blankAbove(square)).toBeGreaterThan(blankAbove(tall) + 80)
  // Both take three lines.
  const heightOf = async (characters: number) =>
    (await pixelsOf(card({ paragraphs: [{ text: '字'.repeat(characters) }] }))).height
  expect(await heightOf(36)).toBeGreaterThan(await heightOf(37))
})

test('a card without source, code or text is drawn all the same, and never higher than Telegram takes', async () => {
  const bare = card({ source: [], paragraphs: [] })
  const { link: _, ...unlinked } = bare
  expect((await pixelsOf(unlinked)).width).toBe(1080)
  const endless = await pixelsOf(card({ paragraphs: [{ text: '没完没了'.repeat(3_000) }] }))
  expect(endless.height).toBeLessThanOrEqual(4_100)
})

const front = (stories: FrontPicture['stories'], given: Partial<FrontPicture> = {}): FrontPicture => ({
  kind: 'front',
  masthead: '街角日报',
  dateline: ['2024年6月8日', '星期六', '8 版 · 56 篇'],
  stories,
  source: [],
  sender: ['@paperboy_bot'],
  link: 'https://t.me/paperboy_bot?start=d_2024-06-08',
  isDark: false,
  ...given,
})
const story = {
  headline: '全省早稻陆续开镰收割',
  text: '湖边的稻田里机器轰鸣，村民在晾晒稻谷。',
  section: '要闻',
}

test('a front page has its margins free and its gutter between the columns, whatever its stories are', async () => {
  const long = {
    headline: '很长的标题'.repeat(30),
    text: '很长的一句话，'.repeat(80),
    section: '栏目'.repeat(40),
  }
  const few = await pixelsOf(front([story], { masthead: '一份名字长得一行放不下的报纸'.repeat(3) }))
  const many = await pixelsOf(front([story, story, long, { headline: '短' }, story, long, story]))
  for (const it of [few, many]) {
    expect(it.width).toBe(1080)
    expect(hasInk(it, 0, 60)).toBe(false)
    expect(hasInk(it, 1020, 1080)).toBe(false)
  }
  expect(many.height).toBeGreaterThan(few.height + 800)
  expect(many.height + 1080).toBeLessThan(10_000)
})

const book = createFontBook({ register: () => null })

test.each([
  ['characters of the main block', 0x4e00, 0x9fff],
  ['extension A', 0x3400, 0x4dbf],
  ['Hangul', 0xac00, 0xd7a3],
  ['Latin letters', 0x21, 0x17e],
  ['Cyrillic letters', 0x410, 0x44f],
  ['Greek letters', 0x3b1, 0x3c9],
  ['marks of Chinese and kana', 0x3001, 0x3020],
  ['numbers in circles', 0x2460, 0x2473],
  ['emoji', 0x1f600, 0x1f64f],
])('no glyph is missing: %s', (_name, from, to) => {
  const missing: string[] = []
  for (let code = from; code <= to; code++) {
    const text = String.fromCodePoint(code)
    if (/\p{C}/u.test(text)) continue
    if (book.familyFor(text, 'serif') === undefined || book.familyFor(text, 'sans') === undefined)
      missing.push(text)
  }
  expect(missing.join('')).toBe('')
})

test.each(['𠮷', '䶮', '㐂', '𬭊', '龘', 'é', '❤\ufe0f'])('a font has %s', (it) => {
  expect(book.familyFor(it, 'serif')).toBeDefined()
})

test('a character that no font has is drawn as its code point, as wide as any other', async () => {
  const drawn = await pixelsOf(card({ paragraphs: [{ text: '\u{12000}'.repeat(30) }] }))
  expect(hasInk(drawn, 0, 60)).toBe(false)
  expect(hasInk(drawn, 1020, 1080)).toBe(false)
})

test.each([
  ['Arabic', 'ببب'],
  ['Persian', 'ییی'],
])('%s letters join to a word', async (_script, word) => {
  const pen = await loadPen()
  const style = { face: 'serif', size: 100, weight: 400, colour: '#000', leading: 1 } as const
  const apart = Array.from(word).reduce((sum, letter) => sum + pen.measure(letter, style), 0)
  expect(pen.measure(word, style)).toBeLessThan(apart * 0.85)
})
