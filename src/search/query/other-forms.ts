import { normalise, type Word } from '../../language/index.ts'
import { otherNamesOf } from '../names/other-names.ts'
import { writtenWordsOf } from '../names/spoken-words.ts'
import { mainlandNamesOf } from '../names/taiwan-names.ts'
import { type Literal, literalOf } from './literal.ts'
import { otherNumberForm } from './number-forms.ts'

/** Another way to write what a query asks for. */
export interface OtherForm {
  /** In normal form. */
  readonly text: string
  readonly literal: Literal
  /** A number is the same in any form; a name is worth telling the reader. */
  readonly kind: 'name' | 'number'
}

/** Words that make one name together, as the segmenter cuts the longest of them. */
const LONGEST = 8

/** Other names of a thing, and the other form of a number; none for most texts. */
export function otherFormsOf(text: string): readonly OtherForm[] {
  const normal = normalise(text)
  const number = otherNumberForm(normal)
  const form = (it: string, kind: OtherForm['kind']): readonly OtherForm[] => {
    const literal = literalOf(it)
    return literal ? [{ text: it, literal, kind }] : []
  }
  return [
    ...[...new Set([...otherNamesOf(normal), ...mainlandNamesOf(text), ...writtenWordsOf(normal)])].flatMap(
      (it) => form(it, 'name'),
    ),
    ...(number === undefined ? [] : form(number, 'number')),
  ]
}

const hasOtherForms = (text: string) =>
  otherNamesOf(text).length > 0 ||
  mainlandNamesOf(text).length > 0 ||
  writtenWordsOf(text).length > 0 ||
  otherNumberForm(text) !== undefined

/**
 * The words of a text, those put together again that make a name or a number which has other forms, and numbers with their percent sign.
 * @param text as the words stand in it
 */
export function joinForms(words: readonly Word[], text: string): readonly Word[] {
  const joined: Word[] = []
  for (let i = 0; i < words.length; ) {
    const first = words[i]
    if (first === undefined) break
    let best: Word = first
    let used = 1
    for (let name = first.text, count = 2, end = first.end; count <= LONGEST; count++) {
      const next = words[i + count - 1]
      if (next === undefined || next.start !== end) break
      name += next.text
      end = next.end
      if (!hasOtherForms(name)) continue
      best = { text: name, start: first.start, end }
      used = count
    }
    joined.push(withPercent(best, text))
    i += used
  }
  return joined
}

/** 5 in 5% stands for a share, not for a number. */
const withPercent = (word: Word, text: string): Word =>
  /\d$/.test(word.text) && /^[%％]/u.test(text.slice(word.end))
    ? { text: `${word.text}%`, start: word.start, end: word.end + 1 }
    : word
