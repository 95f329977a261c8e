import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'
import { writePdf } from '../support/printed-pdf.ts'

let corpus: string
let data: string
let ids: ReadonlyMap<string, string>

async function paperboy(...args: readonly string[]) {
  const output = recordOutput()
  const env = { CORPUS_DIR: corpus, DATA_DIR: data, LOG_LEVEL: 'error' }
  const code = await run(args, { env, input: Readable.from([]), output })
  return { code, ...output.said }
}

const column = (text: string, x: number, y: number) =>
  (text.match(/.{1,14}/g) ?? []).map((line, n) => ({ text: line, x, y: y + n * 16, size: 11 }))

beforeAll(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'paperboy-clip-'))
  data = join(corpus, 'data')
  const texts = [
    { text: '全省早稻开镰', x: 40, y: 60, size: 24, font: 'hei' as const },
    ...column('湖边的稻田里机器轰鸣，村民在晾晒稻谷。'.repeat(5), 40, 100),
    { text: '夜市灯火通明', x: 240, y: 60, size: 24, font: 'hei' as const },
    ...column('江边的夜市开到深夜，游客在品尝小吃。'.repeat(5), 240, 100),
  ]
  const rules = [[220, 40, 0.6, 220] as const]
  writeFileSync(join(corpus, '2024-06-08.pdf'), writePdf([{ width: 440, height: 300, texts, rules }]))
  writeFileSync(
    join(corpus, 'a.jsonl'),
    JSON.stringify({ headline: '公园延时开放', body: '公园昨日起延时开放。' }),
  )
  const found = async (query: string) => {
    const { hits } = JSON.parse((await paperboy('search', query, '--json')).out) as { hits: { id: string }[] }
    return [query, hits[0]?.id ?? ''] as const
  }
  ids = new Map([await found('早稻'), await found('夜市'), await found('公园')])
})

afterAll(() => rmSync(corpus, { recursive: true }))

/** Width and height of a PNG picture, from its header. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

test('an article of a PDF is cut from its page at 200 dpi, without its neighbour', async () => {
  const [first, second] = [join(corpus, '1.png'), join(corpus, '2.png')]
  expect(await paperboy('clip', ids.get('早稻') ?? '', '--out', first)).toMatchObject({
    code: 0,
    out: `${first}\n`,
  })
  expect((await paperboy('clip', ids.get('夜市') ?? '', '--out', second)).code).toBe(0)
  const [width, height] = sizeOf(first)
  const inch = 200 / 72
  expect(width).toBeGreaterThan(14 * 11 * inch) // a line of text
  expect(width).toBeLessThan(220 * inch) // half of the page
  expect(height).toBeLessThan(300 * inch)
  expect(readFileSync(first).equals(readFileSync(second))).toBe(false)
})

/** How many pixels of a picture are as yellow as a highlighter. */
async function yellowIn(file: string): Promise<number> {
  const image = await loadImage(file)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  let found = 0
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) > 230 && (data[at + 1] ?? 0) > 200 && (data[at + 2] ?? 255) < 140) found++
  return found
}

test('the whole page is shown with the article outlined or all else faded, and its words are marked', async () => {
  const [page, dim, bare] = ['page', 'dim', 'bare'].map((it) => join(corpus, `${it}.png`)) as [
    string,
    string,
    string,
  ]
  const id = ids.get('早稻') ?? ''
  // 机器轰鸣 goes over the end of a line; 江边 stands in the neighbour alone
  expect(await paperboy('clip', id, '--page', '--mark', '机器轰鸣', '--out', page)).toMatchObject({
    code: 0,
    err: '',
  })
  expect(await paperboy('clip', id, '--dim', '--mark', '江边', '--out', dim)).toMatchObject({
    code: 0,
    err: `“江边” does not stand in article ${id}: it may not be marked\n`,
  })
  expect((await paperboy('clip', id, '--out', bare)).code).toBe(0)
  expect([sizeOf(page), sizeOf(dim)]).toEqual([sizeOf(page), sizeOf(page)])
  expect(sizeOf(page)[0]).toBe(Math.ceil((440 * 130) / 72))
  expect(await yellowIn(page)).toBeGreaterThan(5 * 300)
  expect([await yellowIn(dim), await yellowIn(bare)]).toEqual([0, 0])
})

test('an article of an e-paper is cut from the picture of its page, which the map of its file names', async () => {
  const canvas = createCanvas(800, 1200)
  const context = canvas.getContext('2d')
  context.fillStyle = '#0000ff'
  context.fillRect(200, 400, 400, 200)
  writeFileSync(join(corpus, 'b1.jpg'), canvas.toBuffer('image/png'))
  const area = '<area coords="100,200,300,200,300,300,100,300" href="content_1.htm">'
  writeFileSync(
    join(corpus, 'content_1.htm'),
    `<html><head><title>龙舟下水</title></head><body><img src="b1.jpg" usemap="#m" width="400"><map name="m">${area}</map><h1>龙舟下水</h1><div id="ozoom"><!--enpcontent--><p>端午前夕，城北的河道里龙舟陆续下水。</p><!--/enpcontent--></div></body></html>`,
  )
  const { hits } = JSON.parse((await paperboy('search', '龙舟', '--json')).out) as { hits: { id: string }[] }
  const out = join(corpus, 'boat.png')
  expect(await paperboy('clip', hits[0]?.id ?? '', '--out', out)).toMatchObject({ code: 0, out: `${out}\n` })
  const image = await loadImage(out)
  const drawn = createCanvas(image.width, image.height).getContext('2d')
  drawn.drawImage(image, 0, 0)
  expect(Array.from(drawn.getImageData(image.width / 2, image.height / 2, 1, 1).data)).toEqual([
    0, 0, 255, 255,
  ])
  // 200 by 100 units of the map are 400 by 200 pixels of the picture, and some room is around them
  expect(image.width).toBeGreaterThan(400)
  expect(image.width).toBeLessThan(440)
})

test.each([
  [
    '--page and --dim',
    () => [ids.get('早稻') ?? '', '--page', '--dim', '--out', 'x.png'],
    2,
    'exclude one another',
  ],
  [
    'an article that was not printed',
    () => [ids.get('公园') ?? '', '--out', 'x.png'],
    1,
    'only articles of PDFs',
  ],
  ['an id that nothing has', () => ['aaaaaaaaaa', '--out', 'x.png'], 1, 'there is no article with the id'],
  ['no file', () => [ids.get('早稻') ?? ''], 2, '--out is missing'],
  ['no id', () => ['--out', 'x.png'], 2, 'missing ID'],
])('%s: a sentence, and no picture', async (_what, args, exit, sentence) => {
  const { code, err } = await paperboy('clip', ...args())
  expect(code).toBe(exit)
  expect(err).toContain(sentence)
  expect(existsSync('x.png')).toBe(false)
})
