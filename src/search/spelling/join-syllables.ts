import type { Phrase } from '../query/query.ts'
import type { SpellingSources } from './find-misspelling.ts'

/** `da yun hui` is one word typed with blanks: syllables in a row that occur nowhere as words. */
export function joinSyllables(
  wanted: readonly (readonly Phrase[])[],
  { vocabulary, countOf }: SpellingSources,
): readonly (readonly Phrase[])[] {
  const isSyllable = (alternatives: readonly Phrase[] | undefined) => {
    const [only] = alternatives ?? []
    return (
      alternatives?.length === 1 &&
      only !== undefined &&
      !only.exact &&
      vocabulary.isSyllable(only.text.toLowerCase()) &&
      countOf(only.text) === 0
    )
  }
  const joined: (readonly Phrase[])[] = []
  for (const [i, alternatives] of wanted.entries()) {
    const last = joined.at(-1)?.[0]
    const [here] = alternatives
    if (i > 0 && last && here && isSyllable(wanted[i - 1]) && isSyllable(alternatives))
      joined[joined.length - 1] = [{ ...last, text: last.text + here.text }]
    else joined.push(alternatives)
  }
  return joined
}
