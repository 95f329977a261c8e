import { dotProduct, openWordVectors, type TextRange } from '../language/index.ts'
import { keepByKey } from '../ops/index.ts'
import { clauseOf } from './closeness.ts'
import type { Topic } from './topic.ts'
import type { TopicSources, TopicWord } from './topic-words.ts'
import { findEvent } from './words-in.ts'

/**
 * What a sentence says of the topic in other words (喝水 and 供水, 生意 and 进出口), by the vectors of words; in the order of the
 * weights of the answer model. A word of the topic that is said counts 1, another one the cosine of the word nearest to it.
 */
export const MEANING = [
  /** How much of the topic is said, by the sentence, the one before it or the headline. */
  'meansNear',
  /** The same of the word that is said least, among those that say at least half as much as the weightiest. */
  'meansLeast',
  /** How much is lacking of the word that is missed most. */
  'meansLack',
  /** How much of the topic the clause of the stretch says, and of what is asked of the topic. */
  'meansClause',
  'meansAsked',
  /** What the topic means as a whole, beside what the sentence means, and the headline. */
  'meansWhole',
  'meansHeadline',
] as const

/** One number for each of {@link MEANING}, from -1 to 1. */
export type MeaningEvidence = Readonly<Record<(typeof MEANING)[number], number>>

/** A stretch that may answer, and what stands around it; texts in normal form. */
export interface MeantContext {
  readonly sentence: string
  /** The sentence before it in its paragraph; empty if there is none. */
  readonly before: string
  readonly headline: string
  /** Where the answer stands in the sentence. */
  readonly answer: TextRange | undefined
}

interface ReadText {
  readonly text: string
  readonly words: readonly string[]
  readonly vector: Float32Array | undefined
}

/** Compares sentences with a topic by what their words mean: a function that is asked of one stretch after the other. */
export function meaningOf(
  { words: all, predicate }: Topic,
  { wordsOf }: Pick<TopicSources, 'wordsOf'>,
): (context: MeantContext) => MeaningEvidence {
  const vectors = openWordVectors()
  const asked = all.filter((it) => it.isWord || it === predicate)
  const total = asked.reduce((sum, it) => sum + it.weight, 0) || 1
  const half = Math.max(0, ...asked.map((it) => it.weight)) / 2
  const least = asked.some((it) => nameOf(it).length === 1) ? 1 : 2
  const topicVector = vectors.vectorOf(asked.map(nameOf))
  const vectorOf = keepByKey((word: string) =>
    vectors.has(word) || HAN.test(word) ? vectors.vectorOf([word]) : undefined,
  )
  const read = keepByKey((text: string): ReadText => {
    const words = [...new Set(wordsOf(text))].filter((it) => it.length >= least)
    return { text, words, vector: vectors.vectorOf(words) }
  })
  const nearest = (word: TopicWord, { text, words }: Omit<ReadText, 'vector'>): number => {
    const said =
      word === predicate
        ? (findEvent(text, word)?.worth ?? 0)
        : word.forms.reduce((most, it) => (text.includes(it.text) ? Math.max(most, it.worth) : most), 0)
    const vector = said < 1 ? vectorOf(nameOf(word)) : undefined
    return vector === undefined
      ? said
      : words.reduce(
          (most, it) => (isSite(it, word) ? most : Math.max(most, cosine(vector, vectorOf(it)))),
          said,
        )
  }
  return ({ sentence, before, headline, answer }) => {
    const [here, around, above] = [read(sentence), read(before), read(headline)]
    const clause = answer === undefined ? sentence : sentence.slice(...clauseOf(sentence, answer))
    const inClause = { text: clause, words: here.words.filter((it) => clause.includes(it)) }
    let [near, lowest, lack, ofClause, ofAsked] = [0, 1, 0, 0, 1]
    for (const word of asked) {
      const said = Math.max(nearest(word, here), nearest(word, around), nearest(word, above))
      const inside = nearest(word, inClause)
      near += word.weight * said
      ofClause += word.weight * inside
      if (word.weight >= half) lowest = Math.min(lowest, said)
      lack = Math.max(lack, word.weight * (1 - said))
      if (word === predicate) ofAsked = inside
    }
    return {
      meansNear: near / total,
      meansLeast: lowest,
      meansLack: lack / total,
      meansClause: ofClause / total,
      meansAsked: ofAsked,
      meansWhole: cosine(topicVector, here.vector),
      meansHeadline: cosine(topicVector, above.vector),
    }
  }
}

const HAN = /^\p{sc=Han}+$/u

/** 发射场 is near 发射, and tells of no launch. */
const isSite = (word: string, asked: TopicWord): boolean =>
  word.length > nameOf(asked).length && word.startsWith(nameOf(asked))

const nameOf = ({ forms }: TopicWord): string => forms[0]?.text ?? ''

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  a === undefined || b === undefined ? 0 : dotProduct(a, b)
