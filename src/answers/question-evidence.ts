import type { Evidence } from './evidence.ts'
import type { MeaningEvidence } from './meaning-evidence.ts'
import type { Topic } from './topic.ts'

/**
 * What tells whether the archive answers a question at all, by its likeliest stretches; in the order of the weights of the
 * answer model. A stretch by itself does not tell: of a question of many words the right one says a smaller share.
 */
export const QUESTION_EVIDENCE = [
  /** The log-odds of the likeliest stretch, and the logarithm of the odds of all together; from -9 to 9. */
  'odds',
  'oddsOfAll',
  /** How many words and pairs of words the topic has, in tens; what they weigh, in tens of the rarest word. */
  'words',
  'weight',
  /** Of the likeliest stretch: how much of the topic is meant there, and what is lacking of the word that is missed most. */
  'meansNear',
  'meansLack',
  /** How much of the topic is said there, with its surroundings, and by the sentence alone. */
  'coverage',
  'inSentence',
  /** How well its form fits, and how many articles tell the same. */
  'fit',
  'support',
  /** Pairs of neighbouring characters of the topic: in its article, and the mean of the ten likeliest in theirs. */
  'pairs',
  'pairsOfMost',
  /** What the best of all lacks of the pair that says most. */
  'rarestMissing',
] as const

/** One number for each of {@link QUESTION_EVIDENCE}. */
export type QuestionEvidence = Readonly<Record<(typeof QUESTION_EVIDENCE)[number], number>>

/** A stretch with what was weighed of it. */
export interface WeighedStretch {
  /** That it answers, 0 to 1. */
  readonly chance: number
  readonly evidence: Evidence
  readonly meaning: MeaningEvidence
}

const MOST_ODDS = 9
/** The likeliest ones, of which the means are taken. */
const MOST = 10

/**
 * What the stretches tell together; undefined if there are none.
 * @param sorted best first @param greatestRarity of a word that stands nowhere
 */
export function questionEvidenceOf(
  { words, weight }: Pick<Topic, 'words' | 'weight'>,
  sorted: readonly WeighedStretch[],
  greatestRarity: number,
): QuestionEvidence | undefined {
  const [best] = sorted
  if (best === undefined) return undefined
  const first = sorted.slice(0, MOST)
  const { evidence, meaning } = best
  return {
    odds: logarithmOf(oddsOf(best)),
    oddsOfAll: logarithmOf(sorted.reduce((sum, it) => sum + oddsOf(it), 0)),
    words: words.length / 10,
    weight: weight / greatestRarity / 10,
    meansNear: meaning.meansNear,
    meansLack: meaning.meansLack,
    coverage: evidence.coverage,
    inSentence: evidence.inSentence,
    fit: evidence.fit,
    support: evidence.support,
    pairs: evidence.pairsInArticle,
    pairsOfMost: first.reduce((sum, it) => sum + it.evidence.pairsInArticle, 0) / first.length,
    rarestMissing: Math.min(...sorted.map((it) => it.evidence.rarestMissing)),
  }
}

const oddsOf = ({ chance }: WeighedStretch): number => chance / (1 - chance)

const logarithmOf = (odds: number): number => Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(odds)))
