import type { Article } from '../../domain/index.ts'

/** The fields that are indexed apart, in the order of their numbers. */
export const FIELDS = ['headline', 'deck', 'byline', 'body'] as const
/** Fields that a number beside a count can name: postings keep both in one number. */
export const FIELD_BITS = 3

/** More fields would not fit into those bits. */
export const FIELDS_AT_MOST = 1 << FIELD_BITS

/** The name of an indexed field. */
export type Field = (typeof FIELDS)[number]

/** Everything of an article that a reader may look for, by field. Nothing printed is left out. */
export function textOfFields(article: Article): Readonly<Record<Field, string>> {
  const { agency = '', dateline = '' } = article
  return {
    headline: article.headline,
    deck: [...article.kicker, ...article.deck, ...article.subheads.map((it) => it.text)].join('\n'),
    byline: article.byline.join('\n'),
    body: [...article.paragraphs, ...article.captions, agency, dateline].join('\n'),
  }
}
