import type { Tokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { CASES } from '../../test/search/forms-of-a-query.ts'
import { archiveOf, readSeedArticles } from '../../test/support/seed-articles.ts'

/** Share of the forms in which the seed pages are asked for that bring the right article among the first three. */
export async function askForms(tokeniser: Tokeniser): Promise<number> {
  const articles = await readSeedArticles()
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  let right = 0
  for (const [, query, holds] of CASES) {
    const { hits } = await search.search(query, { limit: 3 })
    const texts = hits.map(({ article: it }) =>
      [it.headline, ...it.kicker, ...it.deck, ...it.paragraphs].join('\n'),
    )
    if (texts.join('\n').includes(holds)) right++
  }
  return right / CASES.length
}
