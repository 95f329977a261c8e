import { expect, test } from 'vitest'
import { arrange } from '../../../src/corpus/arrangement/arrange.ts'
import { toPageParts } from '../../../src/corpus/arrangement/assemble.ts'
import { LINK_FEATURES } from '../../../src/corpus/arrangement/link-features.ts'
import type { Trees } from '../../../src/corpus/arrangement/link-trees.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const PAGE = `山上新苗

茶农王大山种茶四十年，茶园里的茶树都认得他，采茶制茶样样在行，茶价也由他说了算。

采茶的季节到了，茶农们背着茶篓上茶园，制茶的炉火日夜不熄，新茶的香气飘满山坡。

制茶是门手艺，王大山说茶树好不如采茶好，采茶好不如制茶好，茶农们都点头称是。`

/** A tree that asks whether a feature is above a value, and answers so many log-odds. */
const treeOn = (
  feature: (typeof LINK_FEATURES)[number],
  value: number,
  below: number,
  above: number,
): Trees =>
  Float32Array.from(
    [
      [LINK_FEATURES.indexOf(feature), value],
      Array.from({ length: 6 }, () => [0, Number.POSITIVE_INFINITY]),
      [below, below, below, below, above, above, above, above],
    ].flat(2),
  )

const chainsBy = (trees: Trees) => arrange(toPageParts(toBlocks(toGroups(toLines(PAGE)))), trees).chains

test('without trees an arrangement stays as it is', () => {
  expect(chainsBy(new Float32Array())).toEqual([[0, 1, 2]])
})

test('trees that are sure part what was one article', () => {
  expect(chainsBy(treeOn('flows', 100, -9, -9))).toEqual([[0], [1], [2]])
})

test('trees that are not sure leave the arrangement as it is', () => {
  expect(chainsBy(treeOn('flows', 100, -0.2, -0.2))).toEqual([[0, 1, 2]])
})

test('they are asked link by link', () => {
  // The second link joins the last text, behind which nothing more stands.
  const { margins } = arrange(toPageParts(toBlocks(toGroups(toLines(PAGE)))), treeOn('runBehind', 4, -9, 9))
  expect(margins.map(({ from, to, isChosen }) => [from, to, isChosen])).toEqual([
    [0, 1, true],
    [1, 2, false],
  ])
})
