import { type Article, createArticleId } from '../../src/domain/index.ts'

/** An article with everything that it must have; a test names only what it is about. */
export function anArticle(given: Partial<Article> = {}): Article {
  const headline = given.headline ?? '成都大运会博物馆再添藏品'
  const paragraphs = given.paragraphs ?? ['国际大体联秘书长来到博物馆。', '他捐赠了二十九件藏品。']
  return {
    id: createArticleId({ headline, body: paragraphs.join('') }),
    headline,
    kicker: [],
    deck: [],
    subheads: [],
    byline: [],
    paragraphs,
    captions: [],
    source: { file: '2024-06-08/01.txt', lines: [1, 2] },
    warnings: [],
    ...given,
  }
}
