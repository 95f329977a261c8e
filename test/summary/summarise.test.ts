import { expect, test } from 'vitest'
import { summarise } from '../../src/summary/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { readSeedArticles } from '../support/seed-articles.ts'

test('every sentence of a summary stands in the article, in its order', async () => {
  for (const article of await readSeedArticles()) {
    const body = article.paragraphs.join('\n')
    const sentences = summarise(article, { sentences: 3 })
    expect(sentences.length).toBeGreaterThan(0)
    expect(sentences.length).toBeLessThanOrEqual(3)
    const places = sentences.map((it) => body.indexOf(it))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
})

test('who reports is left out', () => {
  const article = buildArticle({ headline: '捐赠', paragraphs: ['本报讯 （记者 胡锐凯）昨日举行捐赠仪式。'] })
  expect(summarise(article)).toEqual(['昨日举行捐赠仪式。'])
})

test('an article without text has no summary', () => {
  expect(summarise(buildArticle({ headline: '图片新闻' }))).toEqual([])
})
