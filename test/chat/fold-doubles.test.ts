import { expect, test } from 'vitest'
import { foldDoubles } from '../../src/chat/lists/fold-doubles.ts'
import { anArticle } from '../support/articles.ts'

const hit = (headline: string, body: string) => ({
  article: anArticle({ headline, paragraphs: [body] }),
  headlineHighlights: [],
  excerpts: [],
  score: 1,
})
const comet = (n: number) =>
  hit(`彗星${n}`, '天文台昨晚宣布，观测人员在狮子座方向新发现一颗彗星，亮度约为六等。')
const bridge = hit('大桥', '横跨两岸的大桥今日上午通车，首日免费通行，市民纷纷前来参观拍照留念。')
const museum = hit('博物馆', '市博物馆七月起每周五开放至晚上九点，参观者需要提前三天在网上预约。')
const ids = (hits: readonly { readonly article: { readonly id: string } }[]) =>
  hits.map(({ article }) => article.id)

test('a double stands with the best hit of its story, on whatever page', () => {
  const [first, second] = [comet(1), comet(2)]
  const around = [first, bridge, museum, second]
  const before = foldDoubles(around, { from: 0, to: 2 })
  expect(ids(before.hits)).toEqual(ids([first, bridge]))
  expect(before.doubles.get(first.article.id)?.map(({ id }) => id)).toEqual(ids([second]))
  expect(ids(foldDoubles(around, { from: 2, to: 4 }).hits)).toEqual(ids([museum]))
})

test('a page with nothing but doubles shows one of them', () => {
  const all = [comet(1), comet(2), comet(3)]
  expect(ids(foldDoubles(all, { from: 1, to: 3 }).hits)).toEqual(ids(all.slice(1, 2)))
  expect(foldDoubles([], { from: 0, to: 5 }).hits).toEqual([])
})
