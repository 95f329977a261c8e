import { beforeAll, describe, expect, test } from 'vitest'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

const news = ['鼠标', '文件', '程序', '网络', '格鲁吉亚共和国', '服务器', '档案'].map((word) =>
  buildArticle({ headline: `关于${word}的报道`, paragraphs: [`这里说的是${word}。`] }),
)
let search: SearchEngine
beforeAll(async () => {
  search = createSearch(tokeniser, archiveOf(news))
  await search.add(news)
})
const headlines = async (query: string) =>
  (await search.search(query)).hits.map((it) => it.article.headline).join('\n')

describe('what Taiwan calls otherwise is found', () => {
  test.each([
    ['滑鼠', '鼠标'],
    ['檔案', '文件'],
    ['程式', '程序'],
    ['網路', '网络'],
    ['乔治亚共和国', '格鲁吉亚共和国'],
    ['伺服器', '服务器'],
  ])('%s', async (typed, said) => {
    expect(await headlines(typed)).toContain(said)
  })
})

test('a mainland word means what it says', async () => {
  expect(await headlines('档案')).not.toContain('文件')
  expect(await headlines('檔案')).toContain('档案')
})
