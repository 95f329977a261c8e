import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { isSure, matchingDocuments } from '../../../src/search/ranking/matching-documents.ts'
import { boundsOf } from '../../../src/search/ranking/memory-source.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { rescore, upperBoundOf } from '../../../src/search/ranking/rescore.ts'
import { matchesTermClause, searchableTextOf } from '../../../src/search/ranking/searchable-text.ts'
import { textOfFields } from '../../../src/search/term-index/fields.ts'
import { createHeadlines } from '../../../src/search/term-index/headlines.ts'
import { createTermIndex } from '../../../src/search/term-index/term-index.ts'
import { buildArticle } from '../../support/build-article.ts'
import { readSeedArticles } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

test('what the index says of an article beforehand is never less than what its text is worth', async () => {
  const articles = await readSeedArticles()
  const index = createTermIndex(tokeniser)
  for (const article of articles) index.add({ id: article.id, ...textOfFields(article) })
  const headlines = createHeadlines(() => 0)
  for (const [document, { headline }] of articles.entries()) headlines.set(document, headline)
  // Pieces of one to eight characters, cut anywhere, of headlines and of texts, alone and in pairs; headlines whole.
  const texts = articles.flatMap(({ headline, paragraphs }) => [headline, ...paragraphs.slice(0, 2)])
  const pieceOf = (text: string, i: number) => {
    const from = (i * 7919) % text.length
    return text.slice(from, from + 1 + (i % 8))
  }
  const queries = texts.flatMap((text, i) => {
    const [one, other] = [pieceOf(text, i), pieceOf(texts[(i * 31) % texts.length] ?? '', i + 3)]
    return [one, `${one} ${other}`, articles[i % articles.length]?.headline ?? '']
  })
  let [sure, looser] = [0, 0]
  const searchable = articles.map(searchableTextOf)
  // Gathered, and looked at once: to look takes longer than to work out.
  const wrong: unknown[] = []
  for (const query of queries) {
    const plan = planQuery(parseQuery(query).understood, tokeniser)
    const boundOf = boundsOf(plan, index, headlines)
    for (const [document, article] of articles.entries()) {
      const { factor } = rescore(article, plan, plan.clauses)
      const atMost = upperBoundOf(plan, boundOf(document))
      if (!(atMost >= factor)) wrong.push({ query, document, atMost, factor })
      if (atMost > factor) looser++
      for (const clause of plan.clauses.filter(isSure))
        for (const wanted of clause.alternatives) {
          const isFound = matchingDocuments(index, wanted).has(document)
          const holds = matchesTermClause(searchable[document] ?? searchableTextOf(article), wanted)
          // The text holds the letters of a word in other places too.
          if (isFound !== (wanted.isWord ? isFound && holds : holds)) wrong.push({ query, document, isFound })
          sure++
        }
    }
  }
  expect(wrong).toEqual([])
  // Both kinds came up: what the index knows for sure, and what only the text could tell.
  expect(sure).toBeGreaterThan(1000)
  expect(looser).toBeGreaterThan(0)
})

test('an article that is most likely cut wrong is worth a little less than one that is surely right', async () => {
  const [article] = await readSeedArticles()
  if (!article) throw new Error('no seed article')
  const plan = planQuery(parseQuery(article.headline).understood, tokeniser)
  const worth = (borders: number) =>
    rescore({ ...article, confidence: { borders, headline: 1 } }, plan, plan.clauses).factor
  expect(worth(0.2)).toBeLessThan(worth(0.9))
  expect(worth(0.2)).toBeGreaterThan(worth(0.9) * 0.8)
})

test('a part of the query counts most in the headline, less in the text, and least where only another name of it stands', () => {
  const plan = planQuery(parseQuery('发改委').understood, tokeniser)
  const worth = (headline: string, text: string) =>
    rescore(buildArticle({ headline, paragraphs: [text] }), plan, plan.clauses).factor
  const inHeadline = worth('发改委回应', '价格走低。')
  const inText = worth('价格走低', '发改委回应。')
  const nowhere = worth('价格走低', '原因不明。')
  const byOtherName = worth('价格走低', '国家发展和改革委员会回应。')
  expect([inHeadline, inText, nowhere]).toEqual([2, 1.3, 1])
  expect(byOtherName).toBe(0.5)
  expect(worth('发改委', '价格走低。')).toBe(4)
})
