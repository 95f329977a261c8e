import { expect, test } from 'vitest'
import { foresee } from '../../../src/chat/orders/foresee.ts'
import { readAlertQuery, readWish } from '../../../src/chat/orders/read-alert.ts'
import { createSearch } from '../../../src/search/index.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

/** Articles of which so many tell of the ferry. */
async function open(ferries: number, others: number) {
  const texts = [
    ...Array.from({ length: ferries }, (_, n) => `第${n}班渡轮靠岸。`),
    ...Array.from({ length: others }, (_, n) => `第${n}朵山茶开了。`),
  ]
  const articles = texts.map((text, n) =>
    buildArticle({ headline: `简讯${n}`, issueDate: '2024-06-08', paragraphs: [text] }),
  )
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  return search
}

test.each([3, 97, 200])(
  'what holds some of the words is nothing that an alert would have told of: 3 of them and %i',
  async (some) => {
    const search = await open(3, some)
    expect(await foresee({ search }, '渡轮 山茶')).toMatchObject({ total: 0 })
    expect(await foresee({ search }, '渡轮 靠岸')).toMatchObject({ total: 3 })
  },
)

test.each([
  ['19 articles tell nothing of what is common', 10, 9, undefined],
  ['20 do', 10, 10, 0.5],
  ['of 20, six are not too many', 6, 14, undefined],
  ['seven are', 7, 13, 0.35],
])('%s', async (_what, ferries, others, share) => {
  const foresight = await foresee({ search: await open(ferries, others) }, '渡轮')
  expect(foresight.total).toBe(ferries)
  expect(foresight.share).toBe(share)
})

test('where nothing ever matched, that is offered which search would look for', async () => {
  const search = await open(5, 20)
  const foresight = await foresee({ search }, 'dulun')
  expect(foresight).toMatchObject({ total: 0, suggestion: '渡轮' })
  expect((await foresee({ search }, '渡轮')).suggestion).toBeUndefined()
  // What may be meant by the letters, most frequent first.
  const words = ['实施', '实时', '史诗', '适时', '失实']
  const articles = words.flatMap((word, n) =>
    Array.from({ length: 9 - n }, (_, i) => buildArticle({ headline: `${word}之${i}` })),
  )
  const many = createSearch(tokeniser, archiveOf(articles))
  await many.add(articles)
  expect((await foresee({ search: many }, 'shishi')).suggestion).toBe('实施')
})

test.each([
  ['昨天 渡轮', '渡轮', true],
  ['昨天 OR 渡轮', '昨天 OR 渡轮', false],
  ['6月 渡轮', '6月 渡轮', false],
  ['日期:2024-06-08 渡轮', '渡轮', true],
  ['昨天', '', true],
])('an alert on %s looks for %j', (typed, query, wasDated) => {
  expect(readAlertQuery(typed, '2024-06-09')).toMatchObject({ query, wasDated })
})

test('an alert keeps of what was typed as much as a query may be long, and no half of a character', () => {
  const { query } = readAlertQuery(`${'渡'.repeat(399)}🚢轮`, '2024-06-09')
  expect(query).toBe(`${'渡'.repeat(399)}\ufffd`)
})

test('what looks like an id of an alert is a word unless an alert has it', () => {
  expect(readWish('abcdefgh', ['abcdefgh'])).toEqual({ kind: 'show', id: 'abcdefgh' })
  expect(readWish('abcdefgh', ['aaaaaaaa'])).toEqual({ kind: 'new', query: 'abcdefgh' })
  expect(readWish('abcdefgh －广告 -货运', ['abcdefgh'])).toMatchObject({ kind: 'exclude' })
  expect(readWish('abcdefgh -广告 货运', ['abcdefgh'])).toMatchObject({ kind: 'change' })
})
