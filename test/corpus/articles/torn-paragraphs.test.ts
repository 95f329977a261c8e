import { expect, test } from 'vitest'
import { emptyDraft } from '../../../src/corpus/arrangement/draft.ts'
import { readDraft } from '../../../src/corpus/articles/article-text.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

/** The paragraphs of an article whose text stands in these stretches of the file, with a blank line between them. */
function paragraphsOf(...stretches: readonly string[]): readonly string[] {
  const lines = toLines(stretches.join('\n\n'))
  const body = stretches.map((_, at) => ({ lines: lines.slice(at, at + 1) }))
  return readDraft({ ...emptyDraft(), body }).paragraphs
}

test.each([
  ['a word', '投资完成率43.2%。去年增长二成。其中，现\n\n代基础设施项目完成投资。', 1],
  ['a clause', '去年增长二成。今年以来，\n\n各地加快建设。', 1],
  ['a whole sentence', '去年增长二成。\n\n今年各地加快建设。', 2],
  ['a quotation', '去年增长二成。他说：“很好。”\n\n今年各地加快建设。', 2],
  ['a title set as a paragraph', '提升枢纽的融通能力\n\n今年各地加快建设。', 2],
  ['a list', '去年增长二成。今年的枢纽能力\n\n5.加快建设。塑造品牌。', 2],
])('a blank line behind %s', (_case, text, count) => {
  expect(paragraphsOf(...text.split('\n\n'))).toHaveLength(count)
})
