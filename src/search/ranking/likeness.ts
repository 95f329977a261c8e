import { dotProduct, normalise, openWordVectors, type Tokeniser } from '../../language/index.ts'

/** How much alike a headline is to a query. */
export interface Likeness {
  /** 0 to 1: 1 if it says the same words. */
  readonly asWhole: number
  /** How much of the query it says, 0 to 1: a word for itself, or as far as one comes near it; rare words count for more. */
  readonly said: number
}

/** Of what both mean as a whole, and of words that mean nearly the same, each way; learnt, then rounded (docs/search.md). */
const WORTH_OF_MEANING = 3 / 13
/** Of neighbouring characters that both hold, each way. */
const WORTH_OF_PAIRS = 2 / 13

/** A word of a headline, as it stands to the words of the query. */
interface Compared {
  readonly rarity: number
  /** How near it is to each of them, 1 if it is the same. */
  readonly near: readonly number[]
  /** To the nearest of them. */
  readonly nearest: number
}

/**
 * Compares headlines with the words of a query: by what both mean as a whole; by how near each word of one comes to a word of
 * the other, rare words counting for more; and by the pairs of neighbouring characters that they share, which tell names
 * apart that only mean much the same.
 * @returns tells it of a headline, and the cosine of what both mean
 * @param texts of the query, without what only asks
 * @param rarityOf how rare a word is, above 0
 */
export function likenessTo(
  texts: readonly string[],
  tokeniser: Tokeniser,
  rarityOf: (word: string) => number,
): (headline: string, cosine: number) => Likeness {
  const wordsOf = (text: string) => tokeniser.wordsOf(text).map((it) => it.text)
  const asked = [...new Set(texts.flatMap(wordsOf))].map((word) => ({
    word,
    vector: vectorOf(word),
    rarity: rarityOf(word),
  }))
  const askedPairs = pairsOf(texts.join(''))
  // Headlines that are compared with one query share their words.
  const known = new Map<string, Compared>()
  const compare = (word: string): Compared => {
    const vector = vectorOf(word)
    const near = asked.map((it) =>
      it.word === word ? 1 : vector && it.vector ? Math.max(0, dotProduct(it.vector, vector)) : 0,
    )
    return { rarity: rarityOf(word), near, nearest: Math.max(0, ...near) }
  }
  return (headline, cosine) => {
    const words = Array.from(new Set(wordsOf(headline)), (word) => {
      const it = known.get(word) ?? compare(word)
      known.set(word, it)
      return it
    })
    const said = meanBy(asked, (_, i) => words.reduce((most, { near }) => Math.max(most, near[i] ?? 0), 0))
    const wanted = meanBy(words, (it) => it.nearest)
    const pairs = pairsOf(headline)
    return {
      asWhole:
        WORTH_OF_MEANING * (Math.max(0, cosine) + said + wanted) +
        WORTH_OF_PAIRS * (shareIn(askedPairs, pairs) + shareIn(pairs, askedPairs)),
      said,
    }
  }
}

/** A number is like no other number, and a foreign word that the table does not hold is not what its letters are. */
function vectorOf(word: string): Float32Array | undefined {
  const vectors = openWordVectors()
  return vectors.has(word) || HAN.test(word) ? vectors.vectorOf([word]) : undefined
}

const HAN = /^\p{sc=Han}+$/u

/** The mean of a figure of words, by their rarity; 0 if there are none. */
function meanBy<Word extends { readonly rarity: number }>(
  words: readonly Word[],
  figure: (word: Word, place: number) => number,
): number {
  let [sum, all] = [0, 0]
  for (const [i, word] of words.entries()) {
    sum += word.rarity * figure(word, i)
    all += word.rarity
  }
  return all === 0 ? 0 : sum / all
}

/** Neighbouring letters and digits, across words and marks. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = normalise(text).replace(MARKS, '')
  const pairs = new Set<string>()
  for (let i = 2; i <= letters.length; i++) pairs.add(letters.slice(i - 2, i))
  return pairs
}

const MARKS = /[^\p{L}\p{N}]/gu

function shareIn(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0
  for (const it of some) if (others.has(it)) shared++
  return some.size === 0 ? 0 : shared / some.size
}
