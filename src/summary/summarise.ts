import type { Article } from '../domain/index.ts'
import { overlap } from './pairs.ts'
import { scoreSentences } from './score-sentences.ts'
import { type Sentence, sentencesOfArticle } from './sentence.ts'

/** How long a summary may be. Whichever limit is reached first holds. */
export interface SummaryOptions {
  /** Sentences at most; 3 unless told. */
  readonly sentences?: number
  /** UTF-16 units of all sentences together at most; the best one is given even if it alone is longer. */
  readonly maxLength?: number
}

/** Share of the shorter sentence that another one may repeat. */
const REPEATS = 0.7

/**
 * The sentences that carry an article, verbatim, in their order. The same article always gives the same ones; none
 * where it has no text.
 */
export function summarise(
  article: Article,
  { sentences: wanted = 3, maxLength = Number.POSITIVE_INFINITY }: SummaryOptions = {},
): readonly string[] {
  const sentences = sentencesOfArticle(article)
  const scores = scoreSentences(article, sentences)
  const byScore = Array.from(sentences.keys()).toSorted(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  )
  const chosen: Sentence[] = []
  let length = 0
  for (const i of byScore) {
    const sentence = sentences[i]
    if (chosen.length >= wanted || sentence === undefined) break
    if (chosen.length > 0 && length + sentence.text.length > maxLength) continue
    if (chosen.some((other) => overlap(sentence.pairs, other.pairs) > REPEATS)) continue
    chosen.push(sentence)
    length += sentence.text.length
  }
  return chosen.toSorted((a, b) => a.place - b.place).map((it) => it.text)
}
