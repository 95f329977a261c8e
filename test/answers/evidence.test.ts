import { describe, expect, test } from 'vitest'
import { weighedFormsIn } from '../../src/answers/best-form.ts'
import { answerQuestion } from '../../src/answers/index.ts'
import { focusOf } from '../../src/answers/question-focus.ts'
import { lookAt, readQuestion } from '../../src/answers/read-question.ts'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

type Given = readonly [issueDate: string, headline: string, ...paragraphs: readonly string[]]
async function open(...given: readonly Given[]) {
  const articles = given.map(([issueDate, headline, ...paragraphs]) =>
    buildArticle({ issueDate, headline, paragraphs }),
  )
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  return search
}
/** What speaks for each stretch that may answer, by the sentence. */
async function evidenceOf(question: string, ...given: readonly Given[]) {
  const { candidates } = await lookAt(question, await open(...given), {})
  return (part: string) => {
    const found = candidates.find(({ sentence }) => sentence.includes(part))
    if (found === undefined) throw new Error(`no candidate holds ${part}`)
    return { ...found.score.evidence, before: found.context.before }
  }
}

test('what answers is marked where it stands in print, whatever was folded before it', async () => {
  const search = await open([
    '2024-05-03',
    '青河大桥建成通车',
    '“通车了……”㈱青河大桥公司说，青河大桥全长3.6公里。',
  ])
  const [best] = (await answerQuestion('青河大桥有多长', search)).answers
  expect(best?.highlights.map((range) => best.sentence.slice(...range))).toEqual(['3.6公里'])
})

test.each([
  [0, 2, 'relevance'],
  [2, 2, 'relevance'],
  [4, 2, 'relevance'],
  [0, 3, 'newest'],
  [3, 3, 'oldest'],
] as const)(
  'the articles shown with the answers are the page that was asked for: from %i, %i, by %s',
  async (offset, limit, order) => {
    const search = await open(
      ...Array.from(
        { length: 7 },
        (_, n): Given => [`2024-05-0${n + 1}`, `青河大桥第${n}篇`, `青河大桥全长${n}公里。`.repeat(n + 1)],
      ),
    )
    const options = { offset, limit, order }
    const { found, sentences } = await readQuestion('青河大桥有多长', search, options)
    const page = await search.search('青河大桥有多长', options)
    expect(found.hits.map(({ article }) => article.headline)).toEqual(
      page.hits.map(({ article }) => article.headline),
    )
    expect(found.hits.every(({ excerpts }) => excerpts.length > 0)).toBe(true)
    expect(found.hits.length).toBeLessThanOrEqual(limit)
    // Whatever is shown, all that the archive says is read.
    expect(new Set(sentences.map(({ value }) => value)).size).toBe(7)
  },
)

test('a sentence is weighed with the one before it in its paragraph; the first of all is the lead', async () => {
  const of = await evidenceOf('青河大桥有多长', [
    '2024-05-03',
    '通车',
    '青河大桥今天通车，青河大桥长1公里。青河大桥全长2公里。',
    '青河大桥主桥长3公里。青河大桥引桥长4公里。',
  ])
  expect(['1公里', '2公里', '3公里', '4公里'].map((it) => of(it).isLead)).toEqual([1, 0, 0, 0])
  expect(of('2公里').before).toContain('今天通车')
  expect(of('3公里').before).toBe('')
  expect(of('4公里').before).toContain('3公里')
})

test('how old an article is counts, but where a year is asked about', async () => {
  const news: readonly Given[] = [
    ['2024-05-03', '青河大桥通车', '青河大桥全长3公里。'],
    ['2023-11-03', '青河大桥开工', '青河大桥全长4公里。'],
    ['2020-05-03', '青河大桥规划', '青河大桥全长5公里。'],
  ]
  const of = await evidenceOf('青河大桥有多长', ...news)
  expect(of('3公里').age).toBe(0)
  expect(of('4公里').age).toBeCloseTo(0.5, 1)
  expect(of('5公里').age).toBe(1)
  const then = await evidenceOf('2020年青河大桥有多长', ...news)
  expect(['3公里', '4公里', '5公里'].map((it) => then(it).age)).toEqual([0, 0, 0])
})

test('how old it is counts also where a month without its year is asked about', async () => {
  const of = await evidenceOf(
    '5月青河大桥有多长',
    ['2024-05-03', '青河大桥通车', '5月青河大桥全长3公里。'],
    ['2020-05-03', '青河大桥规划', '5月青河大桥全长5公里。'],
  )
  expect([of('3公里').age, of('5公里').age]).toEqual([0, 1])
})

test('a value is not supported by what says little of the topic', async () => {
  const of = await evidenceOf(
    '青山隧道有多长',
    ['2024-05-03', '青山隧道贯通', '青山隧道全长5公里。'],
    ['2024-05-04', '白岭隧道贯通', '白岭隧道全长5公里。'],
  )
  expect(of('青山隧道全长5公里').support).toBe(0)
})

test('a word of the topic counts whole in the clause of the answer and the one before it, and half further on', async () => {
  const of = await evidenceOf('青河大桥有多长', [
    '2024-05-03',
    '通车',
    '青河大桥全长1公里。青河大桥通车,全长2公里。青河大桥通车,市民来了,全长3公里。',
  ])
  expect(of('2公里').clause).toBe(of('1公里').clause)
  expect(of('3公里').clause).toBeLessThan(of('2公里').clause)
})

test('how much something grew is an answer only to a question of growth', async () => {
  const news: Given = ['2024-05-03', '数据', '临江市用电量增长5亿千瓦时。']
  expect((await evidenceOf('临江市用电量是多少', news))('5亿').change).toBe(1)
  expect((await evidenceOf('临江市用电量增长多少', news))('5亿').change).toBe(0)
})

describe('the stretches of a sentence that may answer', () => {
  const number = focusOf('投资多少', 'number')
  const formsOf = (sentence: string, question: string, word?: string) =>
    weighedFormsIn(
      sentence,
      word === undefined ? [] : [{ text: word, worth: 1, weight: 1, places: [sentence.indexOf(word)] }],
      number,
      question,
    ).map(({ range, isTold }) => ({ text: sentence.slice(...range), isTold }))

  test('are none that the question says itself, and each once', () => {
    const sentence = '长3.6公里的大桥投资12亿元'
    expect(formsOf(sentence, '大桥投资多少').map(({ text }) => text)).toContain('3.6公里')
    const texts = formsOf(sentence, '长3.6公里的大桥投资多少').map(({ text }) => text)
    expect(texts).not.toContain('3.6公里')
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('are none that the question says in other digits', () => {
    const texts = (question: string) => formsOf('第十四届风筝节投资12亿元', question).map(({ text }) => text)
    expect(texts('第14届风筝节投资多少')).not.toContain('十四届')
    expect(texts('第15届风筝节投资多少')).toContain('十四届')
  })

  test.each([
    ['已经累计达到了突破超过约', true],
    ['已经累计达到了突破超过约近', false],
    ['达到', true],
    ['的人', false],
  ])('told of a thing by what stands between: 投资%s12亿元: %s', (link, isTold) => {
    const told = formsOf(`投资${link}12亿元`, '投资多少', '投资').find(({ text }) => text === '12亿元')
    expect(told?.isTold).toBe(isTold)
  })
})

test('the unit that is asked for is that of the measure named nearest to the question word, the longest first', () => {
  expect(focusOf('票价涨幅是多少', 'number').units).toContain('%')
  expect(focusOf('票价涨幅是多少', 'number').units).not.toContain('元')
  expect(focusOf('票价是多少', 'number').units).toContain('元')
  for (const question of ['票价是多少', '面积有多大', '有多长', '多少人', '时速是多少', '多少个国家'])
    for (const units of [focusOf(question, 'number').units]) {
      expect(units.length).toBeGreaterThan(0)
      expect(units.map((it) => it.length)).toEqual(units.map((it) => it.length).toSorted((a, b) => b - a))
    }
})
