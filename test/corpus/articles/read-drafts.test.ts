import { expect, test } from 'vitest'
import { emptyDraft } from '../../../src/corpus/arrangement/draft.ts'
import { readDrafts } from '../../../src/corpus/articles/read-drafts.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const LINES = toLines('今年的春茶已经上市。\n新桥昨日合龙通车。\n种子连续三周涨价。')
const draftOf = (...places: readonly number[]) => ({
  ...emptyDraft(),
  body: [{ lines: places.flatMap((at) => LINES[at] ?? []) }],
})

test('each article knows the one before it and the one behind it', () => {
  const read = readDrafts([draftOf(0), draftOf(1), draftOf(2)])
  const texts = read.map(({ text }) => text.paragraphs.join(''))
  expect(texts).toEqual(['今年的春茶已经上市。', '新桥昨日合龙通车。', '种子连续三周涨价。'])
  expect(read.map(({ neighbours }) => neighbours?.before?.paragraphs.join(''))).toEqual([
    undefined,
    ...texts.slice(0, 2),
  ])
  expect(read.map(({ neighbours }) => neighbours?.next?.paragraphs.join(''))).toEqual([
    ...texts.slice(1),
    undefined,
  ])
})

test('the text of a draft is read once, however often a page is read, and told from any other', () => {
  const known = new Map()
  readDrafts([draftOf(0), draftOf(1)], known)
  const again = readDrafts([draftOf(0, 1), draftOf(1)], known)
  expect(known.size).toBe(3)
  expect(again.map(({ text }) => text.paragraphs.join('').length)).toEqual([19, 9])
})
