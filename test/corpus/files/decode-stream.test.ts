import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePage } from '../../../src/corpus/files/decode.ts'
import { decodeStream } from '../../../src/corpus/files/decode-stream.ts'
import {
  PAGE_LINE_END,
  RECORD_END,
  splitLines,
  type TextLine,
} from '../../../src/corpus/files/split-lines.ts'
import { UnreadablePageError } from '../../../src/domain/index.ts'
import { runs } from '../../support/runs.ts'

const NEWS = '本报讯（记者 李四）6月7日，全市农业生产工作会召开。\r\n会议指出，𠮷要把经济发展放在首位。\n'
const GBK = Buffer.from('b1beb1a8d1b6a3acd6d0b9fab5c4beadbcc3b7a2d5b9a1a3', 'hex')
const BIG5 = Buffer.from('a5bbb3f8b054a141a4a4b0eaaabab867c0d9b56fae69a143', 'hex')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** In pieces that end where the numbers say. */
async function* inPieces<T extends Uint8Array | string>(whole: T, cuts: readonly number[]) {
  let from = 0
  for (const cut of [...cuts.map((it) => it % (whole.length + 1)).toSorted((a, b) => a - b), whole.length]) {
    yield whole.slice(from, cut) as T
    from = cut
  }
}

async function decode(bytes: Uint8Array, cuts: readonly number[], strict = true) {
  const warnings: string[] = []
  let text = ''
  const onWarning = (it: string) => void warnings.push(it)
  for await (const piece of decodeStream(inPieces(bytes, cuts), { file: 'a.txt', strict, onWarning }))
    text += piece
  return { text, warnings }
}

test.each([
  ['UTF-8', Buffer.from(NEWS)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${NEWS}`)],
  ['UTF-16LE', Buffer.from(`\ufeff${NEWS}`, 'utf16le')],
  ['UTF-16BE', utf16be(NEWS)],
  ['GBK', GBK],
  ['Big5', BIG5],
])('%s that comes in pieces, wherever they end, is the text of the whole', async (_name, bytes) => {
  // The first 64 KiB are decoded at once, to tell the encoding by.
  const long = Buffer.concat(Array.from({ length: Math.ceil(70_000 / bytes.length) }, () => bytes))
  const whole = decodePage(long, 'a.txt', (message) => expect.fail(message))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 66_000, max: 70_000 }), { maxLength: 6 }), async (cuts) => {
      const read = await decode(long, cuts)
      expect(read.warnings).toEqual([])
      expect(read.text === whole).toBe(true)
    }),
    runs(15),
  )
})

test.each([
  ['UTF-8', Buffer.from('本报讯').subarray(0, 8), '本报', '本报\ufffd'],
  ['GBK', GBK.subarray(0, -1), '本报讯，中国的经济发展', '本报讯，中国的经济发展\ufffd'],
  ['UTF-16', Buffer.from('\ufeff本报讯', 'utf16le').subarray(0, -1), '本报', '本报\ufffd'],
])(
  '%s that ends inside a character is read up to it, and one warning says so',
  async (_name, bytes, text) => {
    for (const strict of [true, false]) {
      const read = await decode(bytes, [3], strict)
      expect(read.text).toBe(text)
      expect(read.warnings).toEqual([expect.stringContaining('ends in the middle of a character')])
    }
  },
)

test('the encoding is told by all of the first 64 KiB, however small their pieces are', async () => {
  const bytes = Buffer.concat([Buffer.from('A01\n2024\n'), GBK, GBK])
  const text = 'A01\n2024\n本报讯，中国的经济发展。本报讯，中国的经济发展。'
  expect(await decode(bytes, [1, 2, 9, 11, 30])).toEqual({ text, warnings: [] })
})

const bad = Buffer.concat([Buffer.from(NEWS), Buffer.from([0xff]), Buffer.from(NEWS)])

test('a byte that no character has ends strict reading, and else one sign stands for it', async () => {
  const cut = Buffer.byteLength('本报讯')
  await expect(decode(bad, [cut])).rejects.toThrow(UnreadablePageError)
  await expect(decode(bad, [cut])).rejects.toThrow(`a.txt: it is not valid utf-8 after byte 0`)
  expect((await decode(bad, [cut], false)).text).toBe(`${NEWS}\ufffd${NEWS}`)
})

test.each([
  [new Uint8Array(), 'it is empty', ''],
  [Buffer.from('本报讯\0会议'), 'NUL byte at byte 9', '本报讯\0会议'],
])('what is no text is refused where reading is strict, and else read', async (bytes, sentence, text) => {
  await expect(decode(bytes, [])).rejects.toThrow(sentence)
  expect(await decode(bytes, [], false)).toEqual({ text, warnings: [] })
})

test('a bad byte far in a file is named by its place in the file, at its very beginning too', async () => {
  const long = Buffer.from('会议\n'.repeat(30_000))
  const places = [100_002, 140_000]
  await expect(decode(Buffer.concat([long, Buffer.from([0])]), places)).rejects.toThrow(
    'NUL byte at byte 210000',
  )
  await expect(decode(Buffer.concat([long, Buffer.from([0xff, 10])]), places)).rejects.toThrow(
    'not valid utf-8 after byte 140000',
  )
  await expect(decode(Buffer.from('\0本报讯会议'), [])).rejects.toThrow('it holds a NUL byte at byte 0')
})

async function split(text: string, cuts: readonly number[], end: RegExp, longest = 99) {
  const lines: TextLine[] = []
  for await (const some of splitLines(inPieces(text, cuts), end, longest)) lines.push(...some)
  return lines
}

test('lines are those of the whole text, wherever its pieces end, and those too long are left out', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '本', '\r', '\n', '\r\n', '\f', '\u2028') })
  const cuts = fc.array(fc.nat(30), { maxLength: 5 })
  let tooLong = 0
  await fc.assert(
    fc.asyncProperty(text, cuts, fc.constantFrom(PAGE_LINE_END, RECORD_END), async (text, cuts, end) => {
      const lines = await split(text, cuts, end, 2)
      const whole = text.split(end)
      expect(lines.map((it) => it.text)).toEqual(whole.map((it) => (it.length > 2 ? undefined : it)))
      expect(lines.map((it) => it.end)).toEqual([...(text.match(end) ?? []), ''])
      expect(lines.map((it) => it.number)).toEqual(whole.map((_, i) => i + 1))
      tooLong += lines.filter((it) => it.text === undefined).length
    }),
    runs(100),
  )
  expect(tooLong).toBeGreaterThan(0)
})
