import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
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

test.each([
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
