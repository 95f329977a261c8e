import { expect, test } from 'vitest'
import { toPageSegment } from '../../../src/corpus/arrangement/assemble.ts'
import { weighedCandidates } from '../../../src/corpus/arrangement/continuation-candidate.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const TITLES = ['山上新苗', '坡下老树', '屋前小路', '门外石桥']

/** What each boundary of a page with a title over each text tells of its sisters. */
const kinshipsOf = (...texts: string[]) => {
  const page = texts.map((text, at) => `${TITLES[at]}\n\n${text}`).join('\n\n')
  return weighedCandidates(toPageSegment(toBlocks(toGroups(toLines(page))))).map(
    ({ evidence }) => evidence.sisterKinship,
  )
}

const TEA = [
  '茶农王大山种茶四十年，茶园里的茶树都认得他，采茶制茶样样在行，茶价也由他说了算。',
  '采茶的季节到了，茶农们背着茶篓上茶园，制茶的炉火日夜不熄，新茶的香气飘满山坡。',
  '制茶是门手艺，王大山说茶树好不如采茶好，采茶好不如制茶好，茶农们都点头称是。',
]
const NEWS = [
  '昨日，地铁五号线开始试运行，十九座车站全部完工，司机们已经训练了三个月之久。',
  '国际油价连续两天下跌，分析师认为，需求不足是主要原因，库存比预计的多出一成。',
  '女排联赛第六轮战罢，主队三比零取胜，二传手发挥出色，教练赛后表示满意。',
]

test('boundaries with titles alike tell how much the texts around all of them speak of the same', () => {
  const [sections, briefs] = [kinshipsOf(...TEA), kinshipsOf(...NEWS)]
  expect(new Set(sections).size).toBe(1)
  expect(Math.max(...briefs)).toBeLessThan(0)
  expect(sections[0]).toBeGreaterThan(0)
})

test('a single titled boundary has no sisters', () => {
  expect(kinshipsOf(...TEA.slice(0, 2))).toEqual([0])
})
