import type { Article } from '../domain/index.ts'
import { lettersOnly, normalise } from '../language/index.ts'
import { overlap } from './pairs.ts'
import { scoreSentences } from './score-sentences.ts'
import { type Sentence, sentencesOfArticle } from './sentence.ts'
import { announcesList, hasEnded, isItem, standsAlone } from './stands-alone.ts'

/** How long a summary may be. Whichever limit is reached first holds. */
export interface SummaryOptions {
  /** Sentences at most; 3 unless told. */
  readonly sentences?: number
  /** UTF-16 units of all sentences together at most; the best one is given even if it alone is longer. */
  readonly maxLength?: number
}

/** Share of the shorter sentence that another one may repeat. */
const REPEATS = 0.7
/** Who has read so few sentences needs no summary of them. */
const READ_AT_ONCE = 2

/**
 * The sentences that carry an article, verbatim, in their order: whole sentences that can be understood without the ones
 * left out, fewer than the article has. The same article always gives the same ones; none if it has no sentence, or if
 * several are wanted of an article of two.
 */
export function summarise(
  article: Article,
  { sentences: wanted = 3, maxLength = Number.POSITIVE_INFINITY }: SummaryOptions = {},
): readonly string[] {
  const sentences = sentencesOfArticle(article)
  if (wanted > 1 && sentences.length <= READ_AT_ONCE) return []
  const most = wanted === 1 ? 1 : Math.min(wanted, sentences.length - 1)
  const scores = scoreSentences(article, sentences)
  const isTitle = titlesOf(article)
  const byScore = [...sentences.keys()]
    .filter((i) => isTellable(sentences[i], isTitle))
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  const chosen: Sentence[] = []
  let length = 0
  while (chosen.length < most) {
    const next = byScore
      .map((i) => sentences[i])
      .find(
        (it) =>
          it !== undefined &&
          !chosen.includes(it) &&
          isUnderstood(it, chosen) &&
          (chosen.length === 0 || length + it.text.length <= maxLength) &&
          chosen.every((other) => overlap(it.pairs, other.pairs) <= REPEATS),
      )
    if (!next) break
    chosen.push(next)
    length += next.text.length
  }
  return chosen.toSorted((a, b) => a.place - b.place).map((it) => it.text)
}

/** The first sentence points to nothing; another that points back needs the one before it. */
const isUnderstood = ({ text, place }: Sentence, chosen: readonly Sentence[]): boolean =>
  place === 0 || standsAlone(text) || (!isItem(text) && chosen.some((it) => it.place === place - 1))

const isTellable = (sentence: Sentence | undefined, isTitle: (text: string) => boolean): boolean =>
  sentence !== undefined &&
  hasEnded(sentence.text) &&
  !announcesList(sentence.text) &&
  !isTitle(sentence.text)

/** Tells sentences that only repeat a title of the article. */
function titlesOf({ headline, kicker, deck, subheads }: Article): (text: string) => boolean {
  const titles = new Set([headline, ...kicker, ...deck, ...subheads.map(({ text }) => text)].map(bare))
  return (text) => titles.has(bare(text))
}

const bare = (text: string): string => lettersOnly(normalise(text))
