import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const TITLE = '改善乡村管理'
const POST = '某省农村研究所副所长李四'
const TEXT = ['乡村的路今年又修了一段，', '茶农们运茶下山从此不必再', '绕路，往返只要五分钟。']

const kindOf = (page: readonly string[], text: string) =>
  toBlocks(toGroups(toLines(page.join('\n')))).find(({ lines }) => lines.some((line) => line.text === text))
    ?.kind

test('what somebody is, with the name, between a title and its text is the byline', () => {
  const page = [TITLE, POST, '', ...TEXT]
  expect(kindOf(page, POST)).toBe('byline')
  expect(readPage({ file: 'page.txt', text: page.join('\n') }).articles).toMatchObject([
    { headline: TITLE, byline: ['李四'] },
  ])
})

test.each([
  ['whom the text below speaks of', [TITLE, POST, '', '李四昨日来到新修的乡村路，', ...TEXT]],
  ['that goes on in the next line', [TITLE, POST, '会见了茶农', '', ...TEXT]],
])('somebody %s is part of the title', (_case, page) => {
  expect(kindOf(page, POST)).not.toBe('byline')
})
