import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { type Page } from '../../../src/corpus/index.ts'

const SEEDS = join(import.meta.dirname, '..', '..', '..', 'seeds')
const seedFiles = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'))
const readSeed = (file: string): string => readFileSync(join(SEEDS, file), 'utf8')

/** Numbers of the lines that are not blank. */
const printedLines = (text: string): number[] =>
  text.split(/\r\n|[\n\r\f]/).flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))

const toldLines = (page: Page): number[] =>
  [...page.articles.flatMap((it) => it.source.lines), ...page.leftovers.flatMap((it) => it.lines)].toSorted(
    (a, b) => a - b,
  )

test.each(seedFiles)('every line of %s is in one article or one leftover', (file) => {
  const text = readSeed(file)
  expect(toldLines(readPage({ file, text }))).toEqual(printedLines(text))
})

test('no line of any text is dropped or used twice', () => {
  const fragments = [
    '本报讯（本报记者 张三）昨日，全市工作会议召开。',
    '会议指出，要坚持以人民为中心的发展思想，把',
    '握新发展阶段。',
    '“两手抓”和',
    '全市工作会议召开',
    '本报记者 李四',
    '新华社北京6月25日电',
    '紧接01版 推动高质量发展',
    '03',
    '2024年6月8日 星期六 要闻',
    '责任编辑：王五',
    '张三 摄',
    '',
    '\f',
    'x',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), (lines) => {
      const text = lines.join('\n')
      expect(toldLines(readPage({ file: 'a.txt', text }))).toEqual(printedLines(text))
    }),
  )
})

describe('the page of 20 March 2023', () => {
  const file = seedFiles.find((name) => name.startsWith('003')) ?? ''
  const page = readPage({ file, text: readSeed(file) })
  test('tells its folio', () => {
    expect(page).toMatchObject({ date: '2023-03-20', datePrecision: 'printed', page: '03', section: '要闻' })
  })
})
