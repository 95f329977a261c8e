import type { TopicWord } from './topic-words.ts'

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

/** What a word is worth whose characters stand in a text in order, among others: 冬运会 in 冬季运动会. */
const LOOSE = 0.6
/** Characters between two of a loose word at most. */
const LONGEST_GAP = 2

/** The best form of a word that a text holds; undefined if there is none. @param text in normal form */
export function findWord(text: string, word: TopicWord): FoundWord | undefined {
  const worse = word.forms.findIndex(({ worth }) => worth < APART)
  const end = worse < 0 ? word.forms.length : worse
  return (
    findForm(text, word, word.forms.slice(0, end)) ??
    findApart(text, word) ??
    findForm(text, word, word.forms.slice(end)) ??
    (word.isLoose ? findLoose(text, word) : undefined)
  )
}

/** As {@link findWord}, of what came about, not where such things do: 发射 is not told by 发射场. */
export function findEvent(text: string, word: TopicWord): FoundWord | undefined {
  const found = findWord(text, word)
  const places = found?.places.filter((at) => !SITE.test(text.slice(at + found.text.length)))
  return found && places && places.length > 0 ? { ...found, places } : undefined
}

const SITE = /^(?:[场厂]?[区地]|场|厂|架|塔|台|中心|基地)/u

/** The first of some forms of a word that a text holds. */
function findForm(text: string, { weight }: TopicWord, forms: TopicWord['forms']): FoundWord | undefined {
  for (const { text: form, worth } of forms) {
    const places: number[] = []
    for (let at = text.indexOf(form); at >= 0 && places.length < 5; at = text.indexOf(form, at + form.length))
      if (!splitsNumber(text, form, at) && !isDeputy(text, at)) places.push(at)
    if (places.length > 0) return { text: form, worth, weight: weight * worth, places }
  }
  return undefined
}

/** What a compound is worth whose words stand near one another, and characters between them at most. */
const APART = 0.8
const LONGEST_DISTANCE = 14

/** 房贷利率 in 住房贷款平均利率. */
function findApart(text: string, { parts, weight }: TopicWord): FoundWord | undefined {
  const [first, second] = parts
  for (const head of first ?? []) {
    const at = text.indexOf(head)
    if (at < 0) continue
    const from = Math.max(0, at - LONGEST_DISTANCE)
    const near = text.slice(from, at + head.length + LONGEST_DISTANCE)
    for (const tail of second ?? []) {
      const place = near.indexOf(tail)
      if (place < 0) continue
      return { text: tail, worth: APART, weight: weight * APART, places: [from + place] }
    }
  }
  return undefined
}

/** A short form by the characters of the long one, each soon behind the one before. */
function findLoose(text: string, { forms, weight }: TopicWord): FoundWord | undefined {
  const [first, ...rest] = Array.from(forms[0]?.text ?? '')
  if (first === undefined) return undefined
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    let end = at + 1
    for (const it of rest) {
      const next = text.indexOf(it, end)
      end = next >= 0 && next - end <= LONGEST_GAP ? next + 1 : -1
      if (end < 0) break
    }
    if (end > 0) return { text: text.slice(at, end), worth: LOOSE, weight: weight * LOOSE, places: [at] }
  }
  return undefined
}

/** A deputy holds another office: 市长 is not found in 副市长. */
const isDeputy = (text: string, at: number): boolean => text.charAt(at - 1) === '副'

/** 5 is not found in 2025. */
function splitsNumber(text: string, form: string, at: number): boolean {
  const joins = (left: string, right: string) => /[a-z0-9.]{2}/.test(left + right)
  return (
    joins(text.charAt(at - 1), form.charAt(0)) ||
    joins(form.charAt(form.length - 1), text.charAt(at + form.length))
  )
}
