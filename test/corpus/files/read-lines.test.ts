import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { LONGEST_LINE } from '../../../src/corpus/files/limits.ts'
import { readLines } from '../../../src/corpus/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})

/** The lines of a page that holds this. */
function linesOf(content: string | Uint8Array, ...lines: number[]) {
  writeFileSync(join(folder, 'a.txt'), content)
  return readLines(folder, { file: 'a.txt', lines })
}

test('printed lines are counted as the page reader counts them, and come in the order that was asked for', async () => {
  const page = `一\r\n二\f三\u2028四\r五\n${'长'.repeat(LONGEST_LINE + 1)}\n七`
  expect(await linesOf(page, 7, 1, 4, 3, 6, 9)).toEqual(['七', '一', '四', '三', '', ''])
  expect(await linesOf(page, 2)).toEqual(['二'])
  expect(await linesOf(page, 5, 5)).toEqual(['五', '五'])
})

test('for an article without lines none are given, and for lines behind the end empty ones', async () => {
  expect(await linesOf('一\n二')).toEqual([])
  expect(await linesOf('一\n二', 0, 3, 99)).toEqual(['', '', ''])
  expect(await linesOf('', 1)).toEqual([''])
})

test('a line of a JSON Lines file is its article, whatever separators stand in it', async () => {
  const longer = `{"body":"${'长'.repeat(LONGEST_LINE)}"}`
  writeFileSync(join(folder, 'a.jsonl'), `{"body":"一\u2028二"}\n${longer}\n{"body":"三"}\n`)
  expect(await readLines(folder, { file: 'a.jsonl', lines: [3, 2] })).toEqual(['{"body":"三"}', longer])
})

test('of a file that ends inside a character the lines are read all the same', async () => {
  const cut = Buffer.from('会议\n闭幕').subarray(0, -1)
  expect(await linesOf(cut, 2, 1)).toEqual(['闭', '会议'])
  expect(await linesOf(cut, 2, 9)).toEqual(['闭', ''])
})

test('a byte that was damaged stands for one sign, and hides no line', async () => {
  const before = Buffer.from('全市农业工作会议昨天上午在市人民大会堂召开。\n召')
  const page = Buffer.concat([before, Buffer.from([0xff]), Buffer.from('开\n闭幕')])
  expect(await linesOf(page, 2, 3)).toEqual(['召\ufffd开', '闭幕'])
  expect(await linesOf('会议\n闭\0幕', 2)).toEqual(['闭\0幕'])
})

test('lines far behind in a long page are found', async () => {
  const page = Array.from({ length: 30_000 }, (_, index) => `第${index + 1}行`).join('\n')
  expect(await linesOf(page, 29_999, 12_345, 30_000)).toEqual(['第29999行', '第12345行', '第30000行'])
})

test('no lines come of a file that is gone, is none, is no text, or has no printed lines', async () => {
  expect(await readLines(folder, { file: 'gone.txt', lines: [1] })).toBeUndefined()
  expect(await linesOf('%PDF-1.7', 1)).toBeUndefined()
  mkdirSync(join(folder, 'b.txt'))
  expect(await readLines(folder, { file: 'b.txt', lines: [1] })).toBeUndefined()
  const others = ['a.html', 'a.json', 'a.md', 'a.pdf', 'a.xml', 'a.hocr', 'a.doc']
  for (const file of others) writeFileSync(join(folder, file), '一\n二')
  const read = await Promise.all(others.map((file) => readLines(folder, { file, lines: [1] })))
  expect(read).toEqual(others.map(() => undefined))
})

const IO = '/proc/self/io'
const bytesRead = () => Number(/^rchar: (\d+)/m.exec(readFileSync(IO, 'utf8'))?.[1])

test.skipIf(!existsSync(IO))('a page is read no further than the last line that is wanted', async () => {
  const page = Buffer.from('会议召开\n'.repeat(300_000))
  const before = bytesRead()
  expect(await linesOf(page, 3, 1)).toEqual(['会议召开', '会议召开'])
  const forTwo = bytesRead() - before
  expect(await linesOf(page, 299_999)).toEqual(['会议召开'])
  expect(forTwo).toBeLessThan(page.length / 4)
  expect(bytesRead() - before - forTwo).toBeGreaterThan(page.length / 2)
})

const HANDLES = '/proc/self/fd'
const openHere = () =>
  readdirSync(HANDLES).filter((it) => {
    try {
      return readlinkSync(join(HANDLES, it)).startsWith(folder)
    } catch {
      return false
    }
  })

test.skipIf(!existsSync(HANDLES))(
  'a page is closed, whether its lines were found or it was no text',
  async () => {
    await linesOf('一\n二\n三', 1)
    await linesOf('一\n二\n三', 9)
    await linesOf('%PDF-1.7', 1)
    expect(openHere()).toEqual([])
  },
)
