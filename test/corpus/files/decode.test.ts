import { expect, test } from 'vitest'
import { decodePage } from '../../../src/corpus/files/decode.ts'
import { UnreadablePageError } from '../../../src/domain/index.ts'

const fail = (message: string) => expect.fail(message)

const NEWS = '本报讯（记者 李四）6月7日，全市农业生产工作会召开。\n会议指出，要把经济发展放在首位。\n'

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const bytes = (...values: number[]) => Uint8Array.from(values)
// 本报讯，中国的经济发展。 and the same in Traditional, in the two legacy encodings
const GBK = Buffer.from('b1beb1a8d1b6a3acd6d0b9fab5c4beadbcc3b7a2d5b9a1a3', 'hex')
const BIG5 = Buffer.from('a5bbb3f8b054a141a4a4b0eaaabab867c0d9b56fae69a143', 'hex')

test.each([
  ['UTF-8', Buffer.from(NEWS), NEWS],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${NEWS}`), NEWS],
  ['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${NEWS}`, 'utf16le'), NEWS],
  ['UTF-16BE with a byte order mark', utf16be(`\ufeff${NEWS}`), NEWS],
  ['UTF-16LE without one', Buffer.from(NEWS, 'utf16le'), NEWS],
  ['UTF-16BE without one', utf16be(NEWS), NEWS],
  ['GBK', GBK, '本报讯，中国的经济发展。'],
  ['Big5', BIG5, '本報訊，中國的經濟發展。'],
])('decodePage reads %s', (_encoding, data, text) => {
  expect(decodePage(data, 'page.txt', fail)).toBe(text)
})

test.each([
  ['UTF-8', Buffer.from('本报讯').subarray(0, 8), '本报', /middle of a character \(utf-8\)/],
  ['GB18030', GBK.subarray(0, -1), '本报讯，中国的经济发展', /middle of a character \(gb18030\)/],
  ['UTF-16', Buffer.from('\ufeff本报讯', 'utf16le').subarray(0, -1), '本报', /\(utf-16le\)/],
  [
    'a half of a surrogate pair',
    Buffer.from('\ufeff本报𠮷', 'utf16le').subarray(0, -2),
    '本报',
    /\(utf-16le\)/,
  ],
])('decodePage reads %s up to a character that is cut off, and says so', (_case, data, text, warning) => {
  const warnings: string[] = []
  expect(decodePage(data, 'page.txt', (message) => warnings.push(message))).toBe(text)
  expect(warnings).toEqual([expect.stringMatching(warning)])
})

test.each([
  ['an empty file', bytes(), /it is empty/, undefined],
  ['blanks only', Buffer.from(' \n\u3000\n'), /holds no text/, undefined],
  ['a NUL byte', Buffer.from('本报讯\0会议'), /NUL byte at byte 9/, 9],
  [
    'a byte that UTF-8 cannot have',
    Buffer.concat([Buffer.from(NEWS), bytes(0xff), Buffer.from(NEWS)]),
    /not valid utf-8 at byte/,
    Buffer.byteLength(NEWS),
  ],
  [
    'a surrogate in UTF-8',
    Buffer.concat([Buffer.from(NEWS), bytes(0xed, 0xa0, 0x80), Buffer.from(NEWS)]),
    /not valid utf-8/,
    Buffer.byteLength(NEWS),
  ],
  ['a lone surrogate in UTF-16', Buffer.from(`\ufeff本报\ud800讯`, 'utf16le'), /not valid utf-16le/, 6],
  ['a NUL byte at the start of a long page', Buffer.from(`\0${NEWS.repeat(9)}`), /NUL byte at byte 0/, 0],
  ['a PDF file', Buffer.from('%PDF-1.7 …'), /PDF file, not its text/, 0],
  ['a ZIP file', bytes(0x50, 0x4b, 3, 4, 20, 0, 8, 0), /ZIP or Office file/, 0],
  ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /a picture/, 0],
  ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), /a picture/, 0],
  ['a gzip file', bytes(0x1f, 0x8b, 8, 0), /a gzip file/, 0],
  ['an old Office file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /an Office file/, 0],
  ['16-bit numbers', Buffer.from(Uint16Array.from([7, 9, 80, 81, 82, 83, 84]).buffer), /NUL byte/, 1],
  ['a hundredth of control characters', Buffer.from(`会\x02${'议'.repeat(98)}`), /binary file at byte 3/, 3],
  [
    'bytes by chance',
    Buffer.from(Array.from({ length: 4000 }, (_, at) => 1 + ((at * 7919) % 255))),
    /it is a binary file; no text is in it: get it again/,
    undefined,
  ],
  [
    'a damaged byte, with what to do',
    Buffer.concat([Buffer.from(NEWS), bytes(0xff), Buffer.from(NEWS)]),
    /at byte \d+; it is damaged, .*: get it again, or save it as UTF-8/,
    Buffer.byteLength(NEWS),
  ],
  ['control characters', Buffer.from('ab\x01\x02\x03c'), /binary/, 2],
])('decodePage refuses %s', (_case, data, message, offset) => {
  let error: unknown
  try {
    decodePage(data, 'a/b.txt', fail)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(UnreadablePageError)
  expect(error).toMatchObject({ file: 'a/b.txt', offset, message: expect.stringMatching(message) })
})

test('a stray control character in a long page is read as it stands', () => {
  const page = `会\x02${'议'.repeat(99)}`
  expect(decodePage(Buffer.from(page), 'page.txt', fail)).toBe(page)
})
