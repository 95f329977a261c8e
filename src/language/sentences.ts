import type { TextRange } from './text-range.ts'

const END = '。！？!?'
/** What may follow an end and belongs to its sentence. */
const CLOSING = '”’」』）)】〕"\'…'
const OPENING = '“「『（(《〈【'
const CLOSED_BY: Readonly<Record<string, string>> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
}

/** Brackets that do not close within so many units were misprinted, or lost their mate in the text layer. */
const LONGEST_BRACKET = 300

/**
 * The sentences of a text as ranges, in order, without the blanks around them. A sentence ends with 。！？ or a line
 * break, and takes closing marks with it; an end inside brackets or quotation marks counts only where they close
 * right after it. Everything but blanks is in exactly one sentence.
 */
export function sentencesOf(text: string): readonly TextRange[] {
  const sentences: TextRange[] = []
  let start = 0
  for (let i = 0; i < text.length; ) {
    const bracket = endOfBracket(text, i)
    const unit = text.charAt(i)
    i = bracket ?? i + 1
    const ends =
      unit === '\n' ||
      (bracket === undefined
        ? END.includes(unit)
        : END.includes(text.charAt(bracket - 2)) && opensSpeech(unit))
    if (!ends) continue
    while (i < text.length && (END + CLOSING).includes(text.charAt(i))) i++
    if (bracket !== undefined && '，、；：,;:的'.includes(text.charAt(i)) && i < text.length) continue
    push(sentences, text, start, i)
    start = i
  }
  push(sentences, text, start, text.length)
  return sentences
}

const opensSpeech = (unit: string) => '“「『'.includes(unit)

/** Where the bracket that opens at `start` has closed; undefined where none opens there, or it stays open. */
function endOfBracket(text: string, start: number): number | undefined {
  const opening = text.charAt(start)
  if (!OPENING.includes(opening)) return undefined
  const closing = CLOSED_BY[opening] ?? ''
  const limit = Math.min(text.length, start + LONGEST_BRACKET)
  for (let i = start + 1; i < limit && text.charAt(i) !== '\n'; i++)
    if (text.charAt(i) === closing) return i + 1
  return undefined
}

function push(sentences: TextRange[], text: string, from: number, to: number): void {
  const sentence = text.slice(from, to)
  const start = from + sentence.length - sentence.trimStart().length
  const end = from + sentence.trimEnd().length
  if (end > start) sentences.push([start, end])
}
