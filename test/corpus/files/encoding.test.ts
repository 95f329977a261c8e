import { expect, test } from 'vitest'
import { detectEncoding } from '../../../src/corpus/files/encoding.ts'
import { LONGEST_PAGE } from '../../../src/corpus/files/limits.ts'
import { readChunks } from '../../../src/corpus/files/page-chunks.ts'
import { collect } from '../../support/collect.ts'

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const swapped = (text: string) => utf16(text).swap16()
const with0xff = (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])])

// 一 is U+4E00: in UTF-16 its zero half lies on the other side than that of a line end.
test.each<[string, Uint8Array, string]>([
  ['letters alone', Buffer.from('hello\n'), 'utf-8'],
  ['a stray NUL at an even place', Buffer.from('本报讯会议\0'.repeat(2)), 'utf-8'],
  ['stray NULs at odd places', Buffer.from('会议\n\0会议\n\0会议'), 'utf-8'],
  ['UTF-16 of signs that are no everyday ones', utf16('囧囧囧\n囧囧\n'), 'utf-16le'],
  ['the same, high byte first', swapped('囧囧囧\n囧囧\n'), 'utf-16be'],
  ['five zero halves on one side, and one on the other', utf16(`会议一${'\n'.repeat(5)}会议`), 'utf-16le'],
  ['four on one side, and one on the other', utf16(`会议一${'\n'.repeat(4)}会议`), 'gb18030'],
  ['five and one, high byte first', swapped(`会议一${'\n'.repeat(5)}会议`), 'utf-16be'],
  ['one bad byte among 21 wide signs', with0xff('会'.repeat(21)), 'utf-8'],
  ['one among 20', with0xff('会'.repeat(20)), 'gb18030'],
  ['one among 20, with many letters', with0xff(`${'会'.repeat(20)}${'a'.repeat(99)}`), 'gb18030'],
])('the encoding of %s', (_what, bytes, encoding) => {
  expect(detectEncoding(bytes, 'a.txt')).toBe(encoding)
})

/** 本报讯，中国的经济发展。 */
const GBK = Buffer.from('b1beb1a8d1b6a3acd6d0b9fab5c4beadbcc3b7a2d5b9a1a3', 'hex')

test('no first character of a GBK text is taken for a byte order mark or for another encoding', () => {
  const others: string[] = []
  // 剥 ends with a byte of one mark, 锘 and 铮 begin with those of another.
  const leads = Array.from({ length: 0x48 }, (_, i) => 0xb0 + i)
  const trails = Array.from({ length: 0x5e }, (_, i) => 0xa1 + i)
  const pairs = [
    ...leads.flatMap((lead) => [
      [lead, 0xbb],
      [lead, 0xfe],
    ]),
    ...trails.map((trail) => [0xef, trail]),
  ]
  for (const pair of pairs) {
    const encoding = detectEncoding(Buffer.concat([Buffer.from(pair), GBK]), 'a.txt')
    if (encoding !== 'gb18030') others.push(`${pair.join(' ')} ${encoding}`)
  }
  expect(others).toEqual([])
})

test('half a byte order mark is none', () => {
  const starts = [[0xff], [0xfe], [0xff, 0xb1], [0xfe, 0xb1], [0xb1, 0xff], [0xef, 0xb1], [0xef, 0xbb, 0xb1]]
  const encodings = starts.map((start) => detectEncoding(Buffer.concat([Buffer.from(start), GBK]), 'a.txt'))
  expect(encodings.filter((it) => it.startsWith('utf'))).toEqual([])
  // Arabic letters in the forms that are printed: their first bytes are those of the mark.
  expect(detectEncoding(Buffer.from('\ufec0\n'), 'a.txt')).toBe('utf-8')
})

async function* only(text: string) {
  yield text
}

test('CR LF is not parted, though the longest page ends between the two; CR alone ends a page there', async () => {
  for (const end of ['\r\n', '\r']) {
    const line = `${'会'.repeat(100 - end.length)}${end}`
    // The CR of a line is the last character of the longest page.
    const first = '会'.repeat((LONGEST_PAGE - (101 - end.length)) % 100)
    const text = `${first.slice(end.length)}${end}${line.repeat(LONGEST_PAGE / 50)}`
    expect(text[LONGEST_PAGE - 1]).toBe('\r')
    const pages = await collect(readChunks(only(text), 'a.txt', () => {}))
    expect(pages[0]?.text).toBe(text.slice(0, LONGEST_PAGE - 1 + end.length))
    expect(pages.map((it) => it.text).join('')).toBe(text)
    expect(pages.slice(1).every((it) => it.text.startsWith('会'))).toBe(true)
  }
})

test('a page is no longer than the longest, though a blank line begins where it ends', async () => {
  const line = `${'会'.repeat(99)}\n`
  const before = `${'会'.repeat((LONGEST_PAGE - 1) % 100)}\n${line.repeat(Math.floor((LONGEST_PAGE - 1) / 100))}`
  expect(before).toHaveLength(LONGEST_PAGE)
  const pages = await collect(readChunks(only(`${before}\n${line}`), 'a.txt', () => {}))
  expect(pages.map(({ text, linesBefore }) => [text, linesBefore])).toEqual([
    [before, 0],
    [`\n${line}`, before.split('\n').length - 1],
  ])
})

test('whether a text goes on is asked of the last line that says something', async () => {
  const asked: string[] = []
  const goesOn = (line: string) => {
    asked.push(line)
    return line.endsWith('，')
  }
  const pages = await collect(readChunks(only('\f一，\n\n\f \f二\n\f三'), 'a.txt', () => {}, goesOn))
  expect(asked).toEqual(['', '一，', '一，', '二'])
  expect(pages.map(({ text }) => text)).toEqual(['\f', '一，\n\n\f \f二\n\f', '三'])
})
