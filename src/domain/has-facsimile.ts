import type { Article } from './article.ts'

/** Whether the source of an article shows the printed page, and where on it the article stands. */
export const hasFacsimile = ({ source }: Pick<Article, 'source'>): boolean =>
  (source.regions?.length ?? 0) > 0 && /\.pdf$/i.test(source.file)
