import { type Byline, readBracketedNames, readByline } from './byline.ts'
import { closesWithNote, closingDateline, endsSentence, JUMP_ON, sourceOf } from './markers.ts'

/** What stands behind the last sentence of a paragraph: who wrote it, or where it was sent from. */
export interface Signature {
  /** Length of the text before it, in UTF-16 units. */
  readonly at: number
  readonly byline?: Byline
  readonly dateline?: string
}

const LONGEST = 60
const SENTENCE_END = /[。！？!?…][”’」』]?\s*(?=[^。！？!?…”’」』]{2,60}$)/u

/** Finds a byline or dateline that is glued to the end of running text: …美誉度。本报记者 李四. */
export function readSignature(text: string): Signature | undefined {
  const tail = text.slice(-LONGEST - 2)
  const end = SENTENCE_END.exec(tail)
  if (!end) return undefined
  const at = text.length - tail.length + end.index + end[0].length
  const behind = text.slice(at).trim()
  const dateline = closingDateline(behind)
  if (dateline?.[1] !== undefined && dateline[0].length === behind.length)
    return { at, dateline: dateline[1] }
  const source = sourceOf(behind)
  if (source !== undefined && /^[（(]|^(?:据|综合|来源)/u.test(behind)) return { at, dateline: `${source}电` }
  const names = readBracketedNames(behind)
  if (names) return { at, byline: names }
  const byline = /记者|通讯员|实习生|[（(]/u.test(behind) ? readByline(behind) : undefined
  return byline ? { at, byline } : undefined
}

/** Whether running text ends here: with a sentence, maybe signed, or with a jump to another page. */
export const endsText = (text: string): boolean =>
  endsSentence(text) || JUMP_ON.test(text) || closesWithNote(text) || readSignature(text) !== undefined

/** Whether running text ends with a line; the signature behind its last sentence may have wrapped into it. */
export const endsTextAt = (
  lines: readonly { readonly text: string; readonly endsText: boolean }[],
  at: number,
): boolean => {
  const line = lines[at]
  if (!line) return false
  return line.endsText || (/[）)]$/u.test(line.text) && endsText((lines[at - 1]?.text ?? '') + line.text))
}
