/** Pairs of neighbouring Han characters, digits or letters: words without a dictionary. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const bigrams = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    if (WORDY.test(pair)) bigrams.add(pair)
  }
  return bigrams
}

const WORDY = /^[\p{Script=Han}\p{L}\p{N}]{2}$/u

/** How telling each pair is on this page: the fewer of its parts hold it, the more. */
export interface Rarity {
  readonly weight: (bigram: string) => number
}

/** Inverse document frequency over the parts of a page (Spärck Jones 1972); pairs in every third part tell nothing. */
export function rarityOf(parts: readonly ReadonlySet<string>[]): Rarity {
  const holders = new Map<string, number>()
  for (const part of parts) for (const bigram of part) holders.set(bigram, (holders.get(bigram) ?? 0) + 1)
  const total = Math.max(2, parts.length)
  return {
    weight: (bigram) => Math.max(0, Math.log(total / ((holders.get(bigram) ?? 0) + 0.5)) - 0.7),
  }
}

/** Share, by weight, of a text's pairs that another text holds: 0 to 1. */
export function coverage(of: ReadonlySet<string>, by: ReadonlySet<string>, rarity: Rarity): number {
  let shared = 0
  let all = 0
  for (const bigram of of) {
    const weight = rarity.weight(bigram)
    all += weight
    if (by.has(bigram)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}
