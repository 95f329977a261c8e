import { expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

async function open(paragraphs: readonly string[]) {
  const articles = paragraphs.map((text, i) => buildArticle({ headline: `${i + 1}`, paragraphs: [text] }))
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const find = async (query: string) => (await search.search(query)).hits.map((it) => it.article.headline)
  return { find, alert: (query: string) => articles.filter(search.test(query)).map((it) => it.headline) }
}

test.each([
  ['国家', '国家公布了计划。', '一个美国家庭来到成都。'],
  ['人大', '人大审议了草案。', '千名工人大合唱。'],
])('%s is found where it is a word only', async (query, word, letters) => {
  const { find, alert } = await open([word, letters])
  expect(await find(query)).toEqual(['1'])
  expect(alert(query)).toEqual(['1'])
})

test('letters across a border of words come last, and fire no alert', async () => {
  const { find, alert } = await open(['中国考古有了新发现。', '国考今天开始。'])
  expect(await find('国考')).toEqual(['2', '1'])
  expect(alert('国考')).toEqual(['2'])
})

test('a word that stands nowhere is looked for by its letters', async () => {
  const { find } = await open(['千名工人大合唱。', '长江水位上涨。'])
  expect(await find('人大')).toEqual(['1'])
})

test('a word inside a longer one is a word', async () => {
  const { find, alert } = await open(['发展中国家的代表发了言。', '农业发展银行开业。'])
  expect(await find('国家')).toEqual(['1'])
  expect(alert('农业')).toEqual(['2'])
})

test('quotation marks ask for the letters', async () => {
  const { find } = await open(['国家公布了计划。', '一个美国家庭来到成都。'])
  expect((await find('"国家"')).toSorted()).toEqual(['1', '2'])
})
