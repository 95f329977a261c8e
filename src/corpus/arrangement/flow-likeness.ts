import { corpusCosine, corpusNorm } from '../wording/bigram-idf.ts'
import type { Bigrams } from '../wording/bigrams.ts'
import { likenessOf, type Meaning, meaningOf, meaningOfAll, NO_MEANING } from '../wording/meaning.ts'
import { kinshipOf } from './seam-evidence.ts'
import type { TextFlow } from './text-flow.ts'

/** How alike all text flows of a page are: a row and a column for each. */
export interface Likeness {
  readonly kin: readonly (readonly number[])[]
  readonly meant: readonly (readonly number[])[]
  readonly meanings: readonly Meaning[]
}

/** How alike each two text flows of a page are. */
export function likenessOfAll(flows: readonly TextFlow[]): Likeness {
  const norms = flows.map(({ words }) => corpusNorm(words))
  const meanings = flows.map(({ text }) => meaningOf(text))
  const [kin, meant]: [number[][], number[][]] = [flows.map(() => []), flows.map(() => [])]
  const put = (table: number[][], a: number, b: number, value: number) => {
    for (const [row, column] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = table[row]
      if (own) own[column] = value
    }
  }
  for (const [a, { words }] of flows.entries()) {
    put(kin, a, a, 0)
    put(meant, a, a, 0)
    for (let b = a + 1; b < flows.length; b++) {
      const norm = (norms[a] ?? 0) * (norms[b] ?? 0)
      put(kin, a, b, kinshipOf(corpusCosine(words, flows[b]?.words ?? words, norm)))
      put(meant, a, b, likenessOf(meanings[a] ?? NO_MEANING, meanings[b] ?? NO_MEANING))
    }
  }
  return { kin, meant, meanings }
}

/** An article as it is arranged, for what is compared with it. */
export interface Whole {
  readonly words: Bigrams
  readonly norm: number
  readonly meaning: Meaning
}

/** What these text flows make together. */
export function wholeOf(
  members: readonly number[],
  flows: readonly TextFlow[],
  meanings: readonly Meaning[],
): Whole {
  const words = new Set<number>()
  for (const flow of members) for (const word of flows[flow]?.words ?? []) words.add(word)
  const meaning = meaningOfAll(members.map((flow) => meanings[flow] ?? NO_MEANING))
  return { words, norm: corpusNorm(words), meaning }
}

/** How alike two articles, or texts of them, are in their words: {@link kinshipOf} their cosine. */
export const kinOf = (a: Whole, b: Whole): number =>
  kinshipOf(corpusCosine(a.words, b.words, a.norm * b.norm))
