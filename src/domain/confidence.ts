import type { Article } from './article.ts'

/** Below this chance of being right an article is doubtful. */
export const DOUBTFUL = 0.3

/** The chance that borders and headline of an article are right; 1 if its source had cut it already. */
export const certaintyOf = ({ confidence }: Pick<Article, 'confidence'>): number =>
  confidence === undefined ? 1 : Math.round(confidence.borders * confidence.headline * 100) / 100

/** Whether an article is most likely cut wrong: readers should not meet it first. */
export const isDoubtful = (article: Pick<Article, 'confidence'>): boolean => certaintyOf(article) < DOUBTFUL
