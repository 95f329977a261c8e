/**
 * Character ROUGE-1, -2 and -L, F1: what share of single characters, pairs, and of the longest common sequence two
 * texts have in common. Punctuation does not count. Agrees with the reference script to the printed digit.
 */
export function rougeOf(text: string, reference: string): readonly [number, number, number] {
  const [got, wanted] = [text, reference].map((it) => Array.from(it.replace(/[^\p{L}\p{N}_]/gu, '')))
  if (got === undefined || wanted === undefined) return [0, 0, 0]
  return [
    gramF1(got, wanted, 1),
    gramF1(got, wanted, 2),
    f1(longestCommon(got, wanted), got.length, wanted.length),
  ]
}

const f1 = (shared: number, got: number, wanted: number) => (shared === 0 ? 0 : (2 * shared) / (got + wanted))

function gramF1(got: readonly string[], wanted: readonly string[], size: number): number {
  const gramsOf = (characters: readonly string[]) =>
    characters.slice(size - 1).map((_, i) => characters.slice(i, i + size).join(''))
  const left = new Map<string, number>()
  for (const gram of gramsOf(wanted)) left.set(gram, (left.get(gram) ?? 0) + 1)
  let shared = 0
  for (const gram of gramsOf(got)) {
    const count = left.get(gram) ?? 0
    if (count > 0) shared++
    left.set(gram, count - 1)
  }
  return f1(shared, got.length - size + 1, wanted.length - size + 1)
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = Array.from({ length: b.length + 1 }, () => 0)
  for (const it of a) {
    let diagonal = 0
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0
      row[j] = it === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0)
      diagonal = above
    }
  }
  return row[b.length] ?? 0
}
