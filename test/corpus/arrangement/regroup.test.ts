import { expect, test } from 'vitest'
import { arrange } from '../../../src/corpus/arrangement/arrange.ts'
import { toPageParts } from '../../../src/corpus/arrangement/assemble.ts'
import { SPLITS, type Trees } from '../../../src/corpus/arrangement/link-trees.ts'
import { flowPairs } from '../../../src/corpus/arrangement/pair-features.ts'
import { groupFlows, regroup } from '../../../src/corpus/arrangement/regroup.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const TEA = '茶农王大山种茶四十年，茶园里的茶树都认得他，采茶制茶样样在行，茶价也由他说了算。'
const MORE_TEA = '采茶的季节到了，茶农们背着茶篓上茶园，制茶的炉火日夜不熄，新茶的香气飘满山坡。'
const BRIDGE = '本报讯 河上的新桥昨日合龙，两岸居民不必再绕路，车辆过河只要三分钟，通车典礼定在月底。'

/** Trees that say the same of every pair, in log-odds. */
const always = (answer: number): Trees =>
  Float32Array.from(
    [
      Array.from({ length: SPLITS }, () => [0, Number.POSITIVE_INFINITY]),
      Array.from({ length: SPLITS + 1 }, () => answer),
    ].flat(2),
  )
const NO_LINKS: Trees = new Float32Array()

function arranged(...parts: readonly string[]) {
  const page = toPageParts(toBlocks(toGroups(toLines(parts.join('\n\n')))))
  return { page, arrangement: arrange(page, NO_LINKS) }
}

function chainsBy(trees: Trees, bias = 0): readonly (readonly number[])[] {
  const { page, arrangement } = arranged('山上新苗', TEA, MORE_TEA, '新桥昨日合龙', BRIDGE)
  expect(arrangement.chains).toEqual([[0, 1], [2]])
  return regroup(page, arrangement, trees, bias).chains
}

test('without trees the articles stay as they were arranged', () => {
  expect(chainsBy(NO_LINKS)).toEqual([[0, 1], [2]])
})

test('trees that are in two minds leave them, too', () => {
  expect(chainsBy(always(-1))).toEqual([[0, 1], [2]])
})

test('trees that are sure part what was one article, and put together what was two', () => {
  expect(chainsBy(always(-3))).toEqual([[0], [1], [2]])
  expect(chainsBy(always(1.5))).toEqual([[0, 1, 2]])
})

test('a reading with fewer links counts against all pairs', () => {
  expect(chainsBy(always(1.5), -1)).toEqual([[0, 1], [2]])
})

test('what is put together is no less a page of the same texts, each decision with its margin', () => {
  const { page, arrangement } = arranged('山上新苗', TEA, '新桥昨日合龙', BRIDGE)
  const { chains, candidates, margins } = regroup(page, arrangement, always(2.5), 0)
  expect(chains.flat().toSorted((a, b) => a - b)).toEqual([...page.flows.keys()])
  expect(margins).toHaveLength(candidates.length)
  expect(margins).toContainEqual({ from: 0, to: 1, isChosen: true, margin: 1.5 })
})

test('an article over a byline is not asked whether it goes on behind it', () => {
  const { page, arrangement } = arranged('山上新苗', TEA, '本报记者 李四', BRIDGE)
  expect(page.blocks.map(({ kind }) => kind)).toContain('byline')
  expect(flowPairs(page, arrangement).filter(({ isTogether }) => !isTogether)).toEqual([])
})

/** Log-odds of the pairs of so many text flows, by default of none. */
function odds(count: number, ...pairs: readonly (readonly [a: number, b: number, value: number])[]) {
  const rows = Array.from({ length: count }, () => Array.from({ length: count }, () => -2))
  for (const [a, b, value] of pairs) {
    rows[a]?.splice(b, 1, value)
    rows[b]?.splice(a, 1, value)
  }
  return rows
}

test('a column far away goes to the article that it is likeliest of', () => {
  const pairs = odds(4, [0, 3, 2], [2, 3, 0.3], [0, 1, -4])
  expect(groupFlows([[0], [1], [2, 3]], pairs)).toEqual([[1], [0, 3], [2]])
})

test('articles go together by the mean of their pairs, not by the best of them', () => {
  expect(groupFlows([[0, 1], [2]], odds(3, [0, 1, 4], [1, 2, 3], [0, 2, -4]))).toEqual([[0, 1], [2]])
  expect(groupFlows([[0, 1], [2]], odds(3, [0, 1, 4], [1, 2, 3], [0, 2, -2]))).toEqual([[2, 0, 1]])
})

test('nothing that gains nothing is changed', () => {
  const start = [[0, 1], [2]]
  expect(groupFlows(start, odds(3, [0, 1, -1.9]))).toBe(start)
  expect(groupFlows(start, odds(3, [0, 1, -2.1]))).toEqual([[2], [1], [0]])
})

test('a page fuller than any newspaper stays as it was arranged', () => {
  const { page, arrangement } = arranged(
    ...Array.from({ length: 65 }, (_, n) => [`山上新苗第${n}号`, TEA, MORE_TEA]).flat(),
  )
  expect(page.flows.length).toBeGreaterThan(120)
  expect(regroup(page, arrangement, always(2.5), 0)).toBe(arrangement)
})
