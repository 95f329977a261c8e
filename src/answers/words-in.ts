import type { TopicWord } from './topic.ts'

/** Where a word of the topic stands in a text. */
export interface FoundWord {
  /** The form that was found. */
  readonly text: string
  /** What the form is worth beside the word itself, at most 1. */
  readonly worth: number
  /** What the word weighs, times {@link worth}. */
  readonly weight: number
  /** The first five, ascending. */
  readonly places: readonly number[]
}

/** The best form of a word that a text holds; undefined if there is none. @param text in normal form */
export function findWord(text: string, { forms, weight }: TopicWord): FoundWord | undefined {
  for (const { text: form, worth } of forms) {
    const places: number[] = []
    for (let at = text.indexOf(form); at >= 0 && places.length < 5; at = text.indexOf(form, at + form.length))
      if (!splitsNumber(text, form, at)) places.push(at)
    if (places.length > 0) return { text: form, worth, weight: weight * worth, places }
  }
  return undefined
}

/** 5 is not found in 2025. */
function splitsNumber(text: string, form: string, at: number): boolean {
  const joins = (left: string, right: string) => /[a-z0-9.]{2}/.test(left + right)
  return (
    joins(text.charAt(at - 1), form.charAt(0)) ||
    joins(form.charAt(form.length - 1), text.charAt(at + form.length))
  )
}
