import { type Article, createArticleId } from '../../src/domain/index.ts'

/** An article with what a test needs said and all else empty; its id is made from the content, as always. */
export function buildArticle(given: Partial<Article> & { readonly headline: string }): Article {
  const paragraphs = given.paragraphs ?? []
  const body = paragraphs.join('')
  return {
    id: createArticleId({ paper: given.paper, printedDate: given.issueDate, headline: given.headline, body }),
    kicker: [],
    deck: [],
    subheads: [],
    byline: [],
    captions: [],
    source: { file: 'test.txt', lines: [] },
    warnings: [],
    ...given,
    paragraphs,
  }
}

/** A story of one paragraph on a page of a day. */
export const storyOn = (issueDate: string, page: string, headline: string, text: string): Article =>
  buildArticle({
    headline,
    issueDate,
    page,
    paper: '成都日报',
    paragraphs: [text],
    source: { file: `${issueDate}-${page}.txt`, lines: [1] },
  })

/** The article of a number on the first page of a day; what is given takes the place of what it would have. */
export const articleOn = (issueDate: string, n: number, given: Partial<Article> = {}): Article =>
  buildArticle({
    headline: `${issueDate}第${n}篇`,
    paragraphs: [`这是${issueDate}的第${n}篇。`],
    paper: '江城日报',
    issueDate,
    page: '01',
    source: { file: `${issueDate}.txt`, lines: [n + 1] },
    ...given,
  })
