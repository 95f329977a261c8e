import { expect, test } from 'vitest'
import { toPageSegment } from '../../../src/corpus/arrangement/assemble.ts'
import { toFragments } from '../../../src/corpus/arrangement/fragment.ts'
import { JOIN_FEATURES, joinFeatures } from '../../../src/corpus/arrangement/join-features.ts'
import type { Trees } from '../../../src/corpus/arrangement/link-trees.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

/** Two paragraphs of one block, and one that is torn between two blocks. */
const PARAGRAPHS = `　　茶农王大山种茶四十年，茶园里的茶
树都认得他，采茶制茶样样在行，茶价也
由他说了算。
　　采茶的季节到了，茶农们背着茶篓上
茶园，制茶的炉火日夜不熄，新茶的香气
飘满山坡。`
const TORN = `　　茶农王大山种茶四十年，茶园里的茶
树都认得他，采茶制茶样样在行，茶价也

由他说了算，采茶的季节到了，茶农们背
着茶篓上茶园，制茶的炉火日夜不熄。`

/** One tree that always gives the same log-odds. */
const always = (logOdds: number): Trees =>
  Float32Array.from(
    [
      Array.from({ length: 7 }, () => [0, Number.POSITIVE_INFINITY]),
      Array.from({ length: 8 }, () => logOdds),
    ].flat(2),
  )

const flowsOf = (page: string, trees: Trees) =>
  toPageSegment(toBlocks(toGroups(toLines(page))), undefined, trees).flows.map(({ text }) => text.slice(0, 4))

test('paragraphs of one block are one text flow, unless trees tell otherwise', () => {
  expect(flowsOf(PARAGRAPHS, new Float32Array())).toEqual(['茶农王大'])
  expect(flowsOf(PARAGRAPHS, always(1))).toEqual(['茶农王大'])
  expect(flowsOf(PARAGRAPHS, always(-0.2))).toEqual(['茶农王大', '采茶的季'])
})

test('a paragraph that stops in mid-sentence is torn from its rest only where trees are surer', () => {
  expect(flowsOf(TORN, always(-0.2))).toEqual(['茶农王大'])
  expect(flowsOf(TORN, always(-2))).toEqual(['茶农王大', '由他说了'])
})

test('a join has a value for each feature, in their order', () => {
  const blocks = toBlocks(toGroups(toLines(PARAGRAPHS)))
  const [values = []] = joinFeatures(toFragments(blocks), blocks, [{ at: 0, isLinked: false }])
  expect(values).toHaveLength(JOIN_FEATURES.length)
  expect(values.every(Number.isFinite)).toBe(true)
  expect(values[JOIN_FEATURES.indexOf('sameBlock')]).toBe(1)
  expect(values[JOIN_FEATURES.indexOf('lengthBehind')]).toBe(39)
})
