/** Pairs of neighbouring characters, each as one number: words without a dictionary. */
export type Bigrams = ReadonlySet<number>

/** The pairs of Han characters, figures and Latin letters in a text. */
export function bigramsOf(text: string): Bigrams {
  const bigrams = new Set<number>()
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    const wordy = isWordy(sign)
    // Both halves in 32 bits: sets of such numbers are several times as fast as sets of larger ones.
    if (wordy && before > 0) bigrams.add((before << 16) | sign)
    before = wordy ? sign : 0
  }
  return bigrams
}

/** Han (with the halves of its rarer planes), figures and Latin letters. */
const isWordy = (sign: number): boolean =>
  (sign >= 0x3400 && sign <= 0x9fff) ||
  (sign >= 0xd840 && sign <= 0xdfff) ||
  (sign >= 0x30 && sign <= 0x39) ||
  (sign >= 0x41 && sign <= 0x5a) ||
  (sign >= 0x61 && sign <= 0x7a)

/** How telling a pair is on a page: the fewer of its parts hold it, the more. */
export type Rarity = (bigram: number) => number

/**
 * Inverse document frequency over the parts of a page (Spärck Jones 1972); pairs in every second part tell nothing.
 */
export function rarityOf(parts: readonly Bigrams[]): Rarity {
  const holders = new Map<number, number>()
  for (const part of parts) for (const bigram of part) holders.set(bigram, (holders.get(bigram) ?? 0) + 1)
  const total = Math.max(2, parts.length)
  const weights = Array.from({ length: total + 1 }, (_, count) =>
    Math.max(0, Math.log(total / (count + 0.5)) - 0.7),
  )
  return (bigram) => weights[holders.get(bigram) ?? 0] ?? 0
}

/** The telling pairs of a text, weighed once to be looked for in many others. */
export interface Words {
  readonly bigrams: readonly number[]
  /** What each of them weighs, and all together. */
  readonly weights: readonly number[]
  readonly total: number
}

/** Keeps the pairs that tell something, each with its weight, and sums the weights up. */
export function weighWords(bigrams: Bigrams, rarity: Rarity): Words {
  const telling: number[] = []
  const weights: number[] = []
  let total = 0
  for (const bigram of bigrams) {
    const weight = rarity(bigram)
    if (weight === 0) continue
    telling.push(bigram)
    weights.push(weight)
    total += weight
  }
  return { bigrams: telling, weights, total }
}

/**
 * {@link coverage} of each text of a page by each other one, by their places: all at once, as most pairs stand in one or two texts.
 * @param telling weighed by one rarity, so that a pair tells something in all that hold it, or in none
 */
export function coverages(telling: readonly Words[]): (of: number, by: number) => number {
  const count = telling.length
  const shared = new Float64Array(count * count)
  /** For each pair the text that holds it, or all of them. */
  const holders = new Map<number, number | number[]>()
  for (let part = 0; part < count; part++)
    for (const bigram of telling[part]?.bigrams ?? []) {
      const known = holders.get(bigram)
      if (known === undefined) holders.set(bigram, part)
      else if (typeof known === 'number') holders.set(bigram, [known, part])
      else known.push(part)
    }
  for (let part = 0; part < count; part++) {
    const { bigrams = [], weights = [], total = 0 } = telling[part] ?? {}
    for (let at = 0; at < bigrams.length; at++) {
      const held = holders.get(bigrams[at] ?? 0)
      if (held === undefined || typeof held === 'number') continue
      const weight = weights[at] ?? 0
      for (let index = 0; index < held.length; index++) {
        const place = part * count + (held[index] ?? 0)
        shared[place] = (shared[place] ?? 0) + weight
      }
    }
    for (let by = 0; by < count; by++) {
      const place = part * count + by
      shared[place] = total === 0 ? 0 : (shared[place] ?? 0) / total
    }
  }
  return (of, by) => shared[of * count + by] ?? 0
}

/** Share, by weight, of a text's pairs that another text holds: 0 to 1. */
export function coverage({ bigrams, weights, total }: Words, by: Bigrams): number {
  let shared = 0
  for (let at = 0; at < bigrams.length; at++) if (by.has(bigrams[at] ?? 0)) shared += weights[at] ?? 0
  return total === 0 ? 0 : shared / total
}
