import { expect, test } from 'vitest'
import { LONGEST_PAGE, readChunks } from '../../../src/corpus/files/page-chunks.ts'
import { UnreadablePageError } from '../../../src/domain/index.ts'
import { collect } from '../../support/collect.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test('a file of any size is cut into pages, and nothing of it is lost', async () => {
  const paragraph = '全市农业工作会议召开，总结去年工作。\n'.repeat(40)
  const text = `${paragraph}\n`.repeat(200)
  const chunks = await collect(readChunks(inPieces(Buffer.from(text), 65_537), 'big.txt'))
  expect(chunks.length).toBeGreaterThan(1)
  expect(chunks.map((it) => it.text).join('')).toBe(text)
  expect(Math.max(...chunks.map((it) => it.text.length))).toBeLessThanOrEqual(LONGEST_PAGE)
  let lines = 0
  for (const { text: part, linesBefore } of chunks) {
    expect(linesBefore).toBe(lines)
    lines += part.split('\n').length - 1
  }
})

test('a form feed ends a page', async () => {
  const chunks = await collect(readChunks(inPieces(Buffer.from('一\n\f二\n'), 3), 'two.txt'))
  expect(chunks.map(({ text, linesBefore }) => [text.trim(), linesBefore])).toEqual([
    ['一', 0],
    ['二', 2],
  ])
})

test('a file that ends inside a character is refused by name', async () => {
  const cut = Buffer.from('会议召开').subarray(0, 11)
  await expect(collect(readChunks(inPieces(cut, 4), 'cut.txt'))).rejects.toThrow(UnreadablePageError)
})
