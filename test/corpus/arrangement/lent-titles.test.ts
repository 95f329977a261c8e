import { expect, test } from 'vitest'
import { emptyDraft } from '../../../src/corpus/arrangement/draft.ts'
import { giveLentTitles } from '../../../src/corpus/arrangement/lent-titles.ts'
import type { Block } from '../../../src/corpus/layout/block.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { bigramsOf, rarityOf } from '../../../src/corpus/wording/bigrams.ts'

const TEA = '明前春茶昨日开秤收购，茶农李大姐一早就背着茶篓进山采摘。'
const BRIDGE = '跨江大桥主桥昨日顺利合龙，建设者们在桥面上挥手庆祝。'
const SEED = '水稻种子价格连续三周上涨，农资门店提醒农户提前订购。'

const openings = [TEA, BRIDGE, SEED].map(bigramsOf)
/** As on a page of twelve parts: words that stand in one of three tell nothing. */
const rarity = rarityOf([...openings, ...Array.from({ length: 9 }, () => bigramsOf('其他消息'))])

const titleOf = (...lines: readonly string[]): Block => ({
  kind: 'display',
  lines: toLines(lines.join('\n')),
  width: 14,
  evidence: 'shape',
})

/** The headline of each article, and the decks, once titles have been given. */
function given(headlines: readonly (Block | undefined)[], deck?: Block) {
  const drafts = headlines.map((it) => ({ ...emptyDraft(), headline: it ? [it] : [] }))
  if (deck) drafts[0]?.deck.push(deck)
  giveLentTitles(drafts, openings, rarity)
  const textOf = (blocks: readonly Block[]) =>
    blocks.map(({ lines }) => lines.map(({ text }) => text).join('/'))
  return {
    headlines: drafts.map(({ headline }) => textOf(headline)),
    decks: drafts.map((it) => textOf(it.deck)),
  }
}

test.each([
  ['below', ['明前春茶开秤', '跨江大桥主桥合龙']],
  ['above', ['跨江大桥主桥合龙', '明前春茶开秤']],
])('a title that stands %s that of a neighbour is given to its own article', (_place, lines) => {
  expect(given([titleOf(...lines), undefined, titleOf('种子价格上涨')]).headlines).toEqual([
    ['明前春茶开秤'],
    ['跨江大桥主桥合龙'],
    ['种子价格上涨'],
  ])
})

test('of three titles in a row each goes to its article, both lines of one together', () => {
  const stack = titleOf('明前春茶开秤', '跨江大桥', '主桥顺利合龙', '水稻种子价格连涨')
  expect(given([stack, undefined, undefined]).headlines).toEqual([
    ['明前春茶开秤'],
    ['跨江大桥/主桥顺利合龙'],
    ['水稻种子价格连涨'],
  ])
})

test('a deck that speaks of an article without a headline is its headline', () => {
  const { headlines, decks } = given(
    [titleOf('明前春茶开秤'), undefined, undefined],
    titleOf('跨江大桥主桥合龙'),
  )
  expect(headlines).toEqual([['明前春茶开秤'], ['跨江大桥主桥合龙'], []])
  expect(decks).toEqual([[], [], []])
})

test.each([
  [
    'no article lacks a headline',
    [titleOf('明前春茶开秤', '跨江大桥主桥合龙'), titleOf('大桥合龙'), titleOf('种子涨价')],
  ],
  ['both lines speak of one article', [titleOf('明前春茶', '昨日开秤收购'), undefined, undefined]],
  ['the lines speak of no article', [titleOf('明前春茶开秤', '本周天气晴好'), undefined, undefined]],
  ['nothing would be left of a headline', [titleOf('跨江大桥主桥合龙'), undefined, undefined]],
])('where %s the title stays', (_why, headlines) => {
  const before = headlines.map((it) => (it ? [it.lines.map(({ text }) => text).join('/')] : []))
  expect(given(headlines).headlines).toEqual(before)
})
