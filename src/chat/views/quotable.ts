import type { Article } from '../../domain/index.ts'
import { sentencesOf, type TextRange } from '../../language/index.ts'

/** A sentence of an article that can be quoted. */
export interface QuotableSentence {
  /** As printed. */
  readonly text: string
  /** Of the article's paragraphs, from 0. */
  readonly paragraph: number
  /** Where it stands in its paragraph, in UTF-16 units. */
  readonly range: TextRange
}

/** All sentences of an article's paragraphs, in printed order. */
export const quotableSentences = (article: Article): readonly QuotableSentence[] =>
  article.paragraphs.flatMap((whole, paragraph) =>
    sentencesOf(whole).map((range) => ({ text: whole.slice(...range), paragraph, range })),
  )

/** The same, as texts. */
export const quotableTexts = (article: Article): readonly string[] =>
  quotableSentences(article).map(({ text }) => text)
