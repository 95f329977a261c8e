import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listCorpus, readCorpus } from '../../src/corpus/index.ts'
import { collect } from '../support/collect.ts'

const folder = mkdtempSync(join(tmpdir(), 'paperboy-corpus-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PAGE = '全市工作会议召开\n\n本报讯（记者 张三）昨日，全市工作会议召开。\n'
mkdirSync(join(folder, '2024-06-08'))
writeFileSync(join(folder, '2024-06-08', 'A02.txt'), PAGE)
writeFileSync(join(folder, '2024-06-08', 'A01.txt'), PAGE.repeat(2))
writeFileSync(join(folder, 'bad.txt'), 'NUL\0')
writeFileSync(join(folder, 'notes.rtf'), 'not a page')
const READY = [
  '{"id": 17, "headline": "夏粮丰收", "body": "第一段。\\n第二段。", "date": "2024-06-08", "byline": "李四、王五"}',
  '',
  'not JSON',
  '{"headline": "没有正文"}',
]
writeFileSync(join(folder, 'ready.jsonl'), READY.join('\n'))

test('a corpus is listed in a stable order, whatever its sub-folders', async () => {
  const files = await collect(listCorpus(folder))
  expect(files.map(({ file, kind }) => [file, kind])).toEqual([
    ['bad.txt', 'page'],
    ['ready.jsonl', 'ready'],
    ['2024-06-08/A01.txt', 'page'],
    ['2024-06-08/A02.txt', 'page'],
  ])
  expect(files.at(-1)).toMatchObject({ sizeBytes: Buffer.byteLength(PAGE), modifiedMs: expect.any(Number) })
})

test('a corpus gives its pages, tells its bad files by name and goes on', async () => {
  const events = await collect(readCorpus(folder))
  const told = events.map((it) => [it.file.file, it.event])
  expect(told).toEqual([
    ['bad.txt', 'unreadable'],
    ['bad.txt', 'end'],
    ['ready.jsonl', 'unreadable'],
    ['ready.jsonl', 'unreadable'],
    ['ready.jsonl', 'page'],
    ['ready.jsonl', 'end'],
    ['2024-06-08/A01.txt', 'page'],
    ['2024-06-08/A01.txt', 'end'],
    ['2024-06-08/A02.txt', 'page'],
    ['2024-06-08/A02.txt', 'end'],
  ])
  const errors = events.flatMap((it) => (it.event === 'unreadable' ? [it.error.message] : []))
  expect(errors).toEqual([
    'cannot read bad.txt: it holds a NUL byte at byte 3; no text is in it: get it again, or give it the ending of what it is',
    'cannot read ready.jsonl: line 3 is not valid JSON; the line is left out, the others are read',
    'cannot read ready.jsonl: line 4 has no "body"; the line is left out, the others are read',
  ])
  const pages = events.flatMap((it) => (it.event === 'page' ? [it.page] : []))
  expect(pages[0]?.articles).toMatchObject([
    {
      sourceId: '17',
      headline: '夏粮丰收',
      paragraphs: ['第一段。', '第二段。'],
      byline: ['李四', '王五'],
      issueDate: '2024-06-08',
    },
  ])
  expect(pages.at(-1)).toMatchObject({ date: '2024-06-08', datePrecision: 'file' })
})

test('a folder that is not there is an error of the file system', async () => {
  await expect(collect(readCorpus(join(folder, 'nowhere')))).rejects.toThrow(/ENOENT/)
})

test('JSON Lines are read under the other name that they have, too', async () => {
  const other = mkdtempSync(join(tmpdir(), 'paperboy-ndjson-'))
  try {
    writeFileSync(join(other, 'a.ndjson'), READY[0] ?? '')
    const files = await collect(listCorpus(other))
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([['a.ndjson', 'ready']])
  } finally {
    rmSync(other, { recursive: true })
  }
})
