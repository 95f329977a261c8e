import { expect, test } from 'vitest'
import { assemble } from '../../../src/corpus/arrangement/assemble.ts'
import { readDraft } from '../../../src/corpus/articles/article-text.ts'
import { doubtsOf } from '../../../src/corpus/articles/confidence.ts'
import { NO_HEADLINE_FOUND } from '../../../src/corpus/articles/first-words.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const TEA = '山里的老茶树今年又发新芽，茶农忙着采茶，今年的茶叶产量比去年多了两成，茶价也涨了。'
const BANK = '央行宣布下调利率，股票市场大涨，投资者买入银行股票，经济学家说货币政策会更加宽松。'

/** The doubts of an article with these paragraphs. */
function doubts(...paragraphs: readonly string[]) {
  const [draft] = assemble(toBlocks(toGroups(toLines(`春茶上市\n\n${TEA}`)))).drafts
  if (!draft) throw new Error('nothing was read')
  const found = doubtsOf(draft, { ...readDraft(draft), headline: '春茶上市', paragraphs })
  if (!found) throw new Error('nothing was arranged')
  return found
}

test('an article that speaks of two things falls apart more than one of a single thing', () => {
  expect(doubts(TEA, BANK).leastMeaning).toBeLessThan(doubts(TEA, TEA).leastMeaning - 0.2)
  expect(doubts(TEA, BANK).endMeaning).toBeLessThan(doubts(TEA, TEA).endMeaning)
  expect(doubts(TEA).leastMeaning).toBe(1)
})

test('an article that is signed or opens amid its text is told from one that is not', () => {
  expect(doubts(`${TEA}（李四）`, BANK)).toMatchObject({ signedAmid: 1, opensAmid: 0 })
  expect(doubts(TEA, `本报讯（记者 张三）${BANK}`)).toMatchObject({ signedAmid: 0, opensAmid: 1 })
  expect(doubts(TEA, `${BANK}（李四）`)).toMatchObject({ signedAmid: 0, opensAmid: 0 })
})

test('the text of a picture is told from a long article that names one', () => {
  expect(doubts(`${TEA}图为采茶的茶农。`).isPicture).toBe(1)
  expect(doubts(`${TEA}（新华社照片）`).isPicture).toBe(1)
  expect(doubts(TEA).isPicture).toBe(0)
  expect(doubts(...Array.from({ length: 8 }, () => `${TEA}图为采茶的茶农。`)).isPicture).toBe(0)
})

test('an article is compared with what stands beside it', () => {
  const [draft] = assemble(toBlocks(toGroups(toLines(`春茶上市\n\n${TEA}`)))).drafts
  if (!draft) throw new Error('nothing was read')
  const text = readDraft(draft)
  const beside = (...paragraphs: readonly string[]) => ({ paragraphs, warnings: [] })
  const untitled = { paragraphs: [TEA], warnings: [NO_HEADLINE_FOUND] }
  const alike = doubtsOf(draft, text, { before: beside(BANK), next: untitled })
  expect(alike).toMatchObject({ isNextUntitled: 1, nextLength: TEA.length / 200, untitledBefore: 0 })
  expect(alike?.nextMeaning).toBeCloseTo(1)
  expect(alike?.untitledNext).toBe(alike?.nextMeaning)
  expect(alike?.beforeMeaning).toBeLessThan(0.8)
  const rest = doubtsOf(draft, { ...text, warnings: [NO_HEADLINE_FOUND] }, { before: beside(TEA) })
  expect(rest?.untitledBefore).toBeCloseTo(1)
  expect(rest).toMatchObject({ nextMeaning: 0, isNextUntitled: 0, untitledNext: 0, nextLength: 1 })
})
