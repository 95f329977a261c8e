import { type CharacterKind, isBarredFromEnd, isBarredFromStart, isClosing, isOpening } from './characters.ts'
import { graphemesOf } from './graphemes.ts'

/** What is set as one: a Chinese character, a mark, a word of Latin letters, a number, a blank. */
export interface Unit {
  readonly text: string
  /** Where it stands in the text, in UTF-16 units. */
  readonly from: number
  readonly kind: CharacterKind
  readonly noStart: boolean
  readonly noEnd: boolean
}

/** Letters and digits that are not written without blanks, as Chinese, Japanese and Korean are. */
const WORD = /[\p{L}\p{N}\p{M}]/u
const SOLID =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u
/** Inside of words and numbers: 3.5, AT&T, e-mail. */
const INNER = /^[.,:'’/&+@_#-]$/u
const ELLIPSIS_OR_DASH = /^[…—―⋯]$/u
const BLANK = /^\s+$/u

/**
 * Cuts a text into what lines are made of. Runs of blanks become one; those at the ends, and beside the marks that bring
 * a blank of their own, are left out.
 */
export function unitsOf(text: string): readonly Unit[] {
  const parts = Array.from(graphemesOf(text), ({ segment, index }) => ({ text: segment, from: index }))
  const units: Unit[] = []
  let quotes = 0
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (part === undefined) break
    if (BLANK.test(part.text)) {
      const before = units.at(-1)
      const isNeeded = before !== undefined && before.kind !== 'space' && !isOpening(before.text)
      if (isNeeded && !isClosing(before.text)) units.push(unit(' ', part.from, 'space'))
      continue
    }
    if (part.text === '"') {
      quotes += 1
      const opens = quotes % 2 === 1
      units.push({ text: '"', from: part.from, kind: 'word', noStart: !opens, noEnd: opens })
      continue
    }
    const last = ELLIPSIS_OR_DASH.test(part.text)
      ? endOf(parts, at, ({ text: it }) => it === part.text)
      : isWord(part.text)
        ? endOfWord(parts, at)
        : at
    const whole = parts.slice(at, last + 1).reduce((all, { text: it }) => all + it, '')
    units.push(unit(whole, part.from, kindOf(part.text)))
    at = last
  }
  return withoutNeedless(units)
}

/** Cuts a unit that is wider than a line into its characters. */
export const charactersOf = ({ text, from, kind }: Unit): readonly Unit[] =>
  Array.from(graphemesOf(text), ({ segment, index }) => unit(segment, from + index, kind))

function unit(text: string, from: number, kind: CharacterKind): Unit {
  const isSpace = kind === 'space'
  return {
    text,
    from,
    kind,
    noStart: !isSpace && isBarredFromStart(text),
    noEnd: !isSpace && isBarredFromEnd(text),
  }
}

function kindOf(text: string): CharacterKind {
  if (isOpening(text)) return 'opening'
  if (isClosing(text)) return 'closing'
  if (ELLIPSIS_OR_DASH.test(text)) return 'unbroken'
  return SOLID.test(text) ? 'letter' : 'word'
}

const isWord = (text: string) => WORD.test(text) && !SOLID.test(text)

type Part = { readonly text: string }

function endOf(parts: readonly Part[], from: number, goesOn: (part: Part) => boolean): number {
  let last = from
  for (let next = parts[last + 1]; next !== undefined && goesOn(next); next = parts[last + 1]) last += 1
  return last
}

function endOfWord(parts: readonly Part[], from: number): number {
  let last = endOf(parts, from, ({ text }) => isWord(text))
  for (;;) {
    const [joint, next] = [parts[last + 1], parts[last + 2]]
    if (joint === undefined || next === undefined || !INNER.test(joint.text) || !isWord(next.text))
      return last
    last = endOf(parts, last + 2, ({ text }) => isWord(text))
  }
}

/** Blanks at the end, and before marks that open or close. */
const withoutNeedless = (units: readonly Unit[]): readonly Unit[] =>
  units.filter(({ kind }, at) => {
    if (kind !== 'space') return true
    const next = units[at + 1]
    return next !== undefined && next.kind !== 'opening' && next.kind !== 'closing'
  })
