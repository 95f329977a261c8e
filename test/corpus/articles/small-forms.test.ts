import { expect, test } from 'vitest'
import { emptyDraft } from '../../../src/corpus/arrangement/draft.ts'
import { readDraft } from '../../../src/corpus/articles/article-text.ts'
import { datePage } from '../../../src/corpus/articles/date-page.ts'
import { firstWords } from '../../../src/corpus/articles/first-words.ts'
import { readFolio } from '../../../src/corpus/articles/folio.ts'
import { readReadyArticle } from '../../../src/corpus/articles/ready-article.ts'
import { reflowTexts } from '../../../src/corpus/articles/reflow.ts'
import type { Block } from '../../../src/corpus/layout/block.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

test('where a paragraph was nothing but a jump marker sub-heads keep their place, and who signs twice is named once', () => {
  const block = (text: string, kind: Block['kind']): Block => ({
    kind,
    lines: toLines(text),
    width: 20,
    evidence: 'a test',
  })
  const paragraph = (text: string) => ({ lines: toLines(text) })
  const read = readDraft({
    ...emptyDraft(),
    isTitleGiven: true,
    headline: [block('推动高质量发展', 'display')],
    body: [
      paragraph('（紧接01版）'),
      block('产业升级', 'display'),
      paragraph('全市加快建设。'),
      paragraph('项目陆续开工。本报记者 李四'),
    ],
    bylines: [block('本报记者 李四', 'byline')],
  })
  expect(read).toMatchObject({
    continuedFrom: '01',
    paragraphs: ['全市加快建设。', '项目陆续开工。'],
    subheads: [{ text: '产业升级', before: 0 }],
    byline: ['李四'],
  })
})

test.each([
  ['字'.repeat(24), '字'.repeat(24)],
  ['字'.repeat(25), `${'字'.repeat(24)}…`],
])('the first words of %s stand in for a headline', (text, words) => {
  expect(firstWords(text)).toBe(words)
})

test.each([
  [['全市', '加快'], '全市加快'],
  [['the City', 'of London'], 'the City of London'],
  [['NATO', 'Summit'], 'NATO Summit'],
  [['The end.', 'A new start'], 'The end. A new start'],
  [['增长5', '亿元'], '增长5亿元'],
])('the lines %j are one text', (lines, text) => {
  expect(reflowTexts(lines)).toBe(text)
})

test('paragraphs of a ready article are the lines that hold something', () => {
  const line = JSON.stringify({ headline: '新桥', body: '第一段。\r\n\r\n  第二段。 \n\n第三段。' })
  expect(readReadyArticle(line, 'a.jsonl', 1).paragraphs).toEqual(['第一段。', '第二段。', '第三段。'])
})

test('the figures of a day are no page, however they are spaced, and what is printed goes before the path', () => {
  const folio = readFolio(toLines('2024 年 06 月 08 日 星期六'))
  expect(folio).toMatchObject({ date: '2024-06-08' })
  expect(folio.page).toBeUndefined()
  expect(datePage('2023-01-01/A02.txt', folio, [])).toMatchObject({
    date: '2024-06-08',
    datePrecision: 'printed',
  })
  expect(datePage('2023-01-01/A02.txt', {}, [])).toMatchObject({ datePrecision: 'file' })
})
