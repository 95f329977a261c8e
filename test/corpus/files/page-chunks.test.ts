import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeStream } from '../../../src/corpus/files/decode-stream.ts'
import { LONGEST_LINE, LONGEST_PAGE } from '../../../src/corpus/files/limits.ts'
import { readChunks } from '../../../src/corpus/files/page-chunks.ts'
import { PAGE_LINE_END, splitLines } from '../../../src/corpus/files/split-lines.ts'
import { UnreadablePageError } from '../../../src/domain/index.ts'
import { collect } from '../../support/collect.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** The pages of a file that comes in pieces of so many bytes, and what was told of it. */
async function read(bytes: Uint8Array, size: number) {
  const warnings: string[] = []
  const longLines: number[] = []
  const onWarning = (message: string) => void warnings.push(message)
  const texts = decodeStream(inPieces(bytes, size), { file: 'a.txt', strict: true, onWarning })
  const chunks = await collect(readChunks(texts, 'a.txt', (number) => longLines.push(number)))
  return { chunks, warnings, longLines }
}

test('a file of any size is cut into pages, and nothing of it is lost', async () => {
  const paragraph = '全市农业工作会议召开，总结去年工作。\n'.repeat(40)
  const text = `${paragraph}\n`.repeat(200)
  const { chunks, longLines } = await read(Buffer.from(text), 65_537)
  expect(chunks.length).toBeGreaterThan(1)
  expect(chunks.map((it) => it.text).join('')).toBe(text)
  expect(Math.max(...chunks.map((it) => it.text.length))).toBeLessThanOrEqual(LONGEST_PAGE)
  expect(longLines).toEqual([])
  let lines = 0
  for (const { text: part, linesBefore } of chunks) {
    expect(linesBefore).toBe(lines)
    lines += part.split('\n').length - 1
  }
})

test.each(['\n', '\r\n', '\r', '\u2028'])('pages are cut at lines that end with %j', async (end) => {
  const line = `${'会'.repeat(99)}${end}`
  const { chunks, longLines } = await read(Buffer.from(line.repeat(2000)), 65_536)
  expect(chunks.length).toBeGreaterThan(2)
  for (const { text } of chunks) expect(text.length % line.length).toBe(0)
  expect(longLines).toEqual([])
})

test.each([
  ['utf-8', (text: string) => Buffer.from(text)],
  ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16be', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('in %s a line over the limit is named and left empty, all else is given', async (_encoding, encode) => {
  const text = `一\r\n${'长'.repeat(LONGEST_LINE + 1)}\r\n三\n${'长'.repeat(LONGEST_LINE)}\n五\n${'长'.repeat(3 * LONGEST_LINE)}`
  const { chunks, longLines } = await read(encode(text), 9_999)
  expect(longLines).toEqual([2, 6])
  expect(chunks.map((it) => it.text).join('')).toBe(`一\r\n\r\n三\n${'长'.repeat(LONGEST_LINE)}\n五\n`)
})

test('a form feed ends a page', async () => {
  const { chunks } = await read(Buffer.from('一\n\f二\n'), 3)
  expect(chunks.map(({ text, linesBefore }) => [text.trim(), linesBefore])).toEqual([
    ['一', 0],
    ['二', 2],
  ])
})

test('blank lines behind the last form feed are no page', async () => {
  const { chunks } = await read(Buffer.from('一\n\f \n\u3000\n\n'), 3)
  expect(chunks.map(({ text }) => text.trim())).toEqual(['一'])
})

test('a file that ends inside a character is read up to there, and that is told', async () => {
  const { chunks, warnings } = await read(Buffer.from('会议召开').subarray(0, 11), 4)
  expect(chunks).toEqual([{ text: '会议召', linesBefore: 0 }])
  expect(warnings).toEqual([expect.stringMatching(/middle of a character/)])
})

test.each([
  ['nothing', '', /it is empty/],
  ['blanks', ' \n\n', /it holds no text/],
])('a file with %s is refused by name', async (_case, text, message) => {
  await expect(read(Buffer.from(text), 4)).rejects.toThrow(message)
  await expect(read(Buffer.from(text), 4)).rejects.toThrow(UnreadablePageError)
})

test('lines are the same however the text comes in pieces', async () => {
  const anyText = fc.string({
    unit: fc.constantFrom('报', '童', '\n', '\r', '\f', '\u2028', 'a'),
    maxLength: 40,
  })
  const longest = 5
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      async function* pieces() {
        for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
      }
      const lines = (await collect(splitLines(pieces(), PAGE_LINE_END, longest))).flat()
      const whole = text.split(PAGE_LINE_END)
      expect(lines.map((it) => it.text)).toEqual(whole.map((it) => (it.length > longest ? undefined : it)))
      expect(lines.map(({ number }) => number)).toEqual(whole.map((_, index) => index + 1))
      expect(lines.map(({ end }) => end).join('')).toBe((text.match(PAGE_LINE_END) ?? []).join(''))
    }),
  )
})
