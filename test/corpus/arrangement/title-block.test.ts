import { expect, test } from 'vitest'
import { toPageSegment } from '../../../src/corpus/arrangement/assemble.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const TEXT = `　　清晨的集市上人来人往，菜农们把刚摘的蔬菜摆上摊位，等着
第一批顾客。今年雨水充足，蔬菜长得好，价格比去年低了一成。`

const seriesOf = (...titles: string[]) =>
  toPageSegment(
    toBlocks(toGroups(toLines(titles.map((title) => `${title}\n\n${TEXT}\n\n`).join('')))),
  ).titleBlocks.map(({ series }) => series)

test.each([
  ['one label', ['集市清晨', '关键词：修路', '关键词：降价'], [undefined, '关键词', '关键词']],
  ['one label, numbered', ['镜头一：进厂', '镜头二：出厂'], ['镜头', '镜头']],
  ['a label that no other bears', ['关键词：修路', '集市清晨'], [undefined, undefined]],
])('titles of a series: %s', (_case, titles, series) => {
  expect(seriesOf(...titles)).toEqual(series)
})
