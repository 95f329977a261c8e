import type { Article } from '../../domain/index.ts'
import { LRUCache } from '../../ops/index.ts'
import { summarise } from '../../summary/index.ts'

/** Key sentences that a summary shows. */
const SUMMARY_SENTENCES = 3

/** Articles whose key sentences are remembered. */
const MOST = 500
/** UTF-16 units of an article that is remembered at most, so that all of them together stay below 16 MB. */
const LONGEST = 16_000

/** By all that they are made from, so that an article that has changed is read anew. */
const known = new LRUCache<string, readonly string[]>({ max: MOST })

/**
 * The key sentences of an article. They make up most of the work of an inline answer, which shows fifteen articles, and
 * many readers are shown the same ones: the latest are remembered.
 */
export function keySentencesOf(article: Article): readonly string[] {
  const { headline, kicker, deck, paragraphs } = article
  const text = JSON.stringify([headline, kicker, deck, paragraphs])
  const sentences = known.get(text) ?? summarise(article, { sentences: SUMMARY_SENTENCES })
  if (text.length <= LONGEST) known.set(text, sentences)
  return sentences
}
