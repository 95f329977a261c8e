import type { Article } from '../domain/index.ts'
import { overlap, pairsOf } from './pairs.ts'
import type { Sentence } from './sentence.ts'

/**
 * Weights found by random search on half of 1,283 news items against their headlines, and held on the other half; see
 * docs/search.md. News says first what it is about: the place weighs most where no headline tells more.
 */
const PLACE = 1.4
const HEADLINE = 1.8
const LIKE_FIRST = 0.36
const CENTRAL = 0.16
const LONG = 0.36
/** Letters; longer sentences lose by the logarithm of how much longer they are. */
const GOOD_LENGTH = 28

/** How well each sentence stands for the article; higher is better, in the order of the sentences. */
export function scoreSentences(article: Article, sentences: readonly Sentence[]): readonly number[] {
  const headline = pairsOf([article.headline, ...article.kicker, ...article.deck].join('\n'))
  const [first] = sentences
  const centrality = centralityOf(sentences)
  return sentences.map((sentence, i) => {
    const likeFirst = first === undefined || sentence === first ? 0 : overlap(sentence.pairs, first.pairs)
    return (
      PLACE / (1 + i) +
      HEADLINE * overlap(sentence.pairs, headline) +
      LIKE_FIRST * likeFirst +
      CENTRAL * (centrality[i] ?? 0) -
      LONG * Math.max(0, Math.log(sentence.length / GOOD_LENGTH))
    )
  })
}

/** In how many of the other sentences the pairs of a sentence stand, on average; 1 for the highest of the article. */
function centralityOf(sentences: readonly Sentence[]): readonly number[] {
  const holders = new Map<string, number>()
  for (const { pairs } of sentences) for (const it of pairs) holders.set(it, (holders.get(it) ?? 0) + 1)
  const means = sentences.map(({ pairs }) => {
    let others = 0
    for (const it of pairs) others += (holders.get(it) ?? 1) - 1
    return others / Math.max(1, pairs.size)
  })
  const highest = means.reduce((most, it) => Math.max(most, it), Number.MIN_VALUE)
  return means.map((it) => it / highest)
}
