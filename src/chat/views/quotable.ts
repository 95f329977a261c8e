import type { Article } from '../../domain/index.ts'
import { sentencesOf } from '../../language/index.ts'

/** The sentences of an article that can be picked, in printed order. */
export const quotable = (article: Article): readonly string[] =>
  article.paragraphs
    .flatMap((text) => sentencesOf(text).map(([from, to]) => text.slice(from, to).trim()))
    .filter(Boolean)
