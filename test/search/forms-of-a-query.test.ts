import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { openJieba } from '../../src/language/index.ts'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { notRun } from '../support/not-run.ts'
import { archiveOf, readSeedArticles } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'
import { CASES } from './forms-of-a-query.ts'

const textOf = ({ headline, kicker, deck, paragraphs }: Article) =>
  [headline, ...kicker, ...deck, ...paragraphs].join('\n')

const hasJieba = (await openJieba()) !== undefined
describe.skipIf(!hasJieba)(
  `the right article is among the first three${notRun(hasJieba, 'nodejieba')}`,
  () => {
    let search: SearchEngine
    beforeAll(async () => {
      const articles = await readSeedArticles()
      search = createSearch(tokeniser, archiveOf(articles))
      await search.add(articles)
    })

    test.each(CASES)('%s: %s', async (_form, query, holds) => {
      const { hits } = await search.search(query, { limit: 3 })
      expect(hits.map((it) => textOf(it.article)).join('\n')).toContain(holds)
    })
  },
)
