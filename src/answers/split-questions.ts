/** A question ends with its mark; one that is quoted in another is no question of the reader's. */
const END = /[?？]+/gu
/** Questions in one message that are answered. */
const MOST = 3

const HOLDS_WORD = /[\p{L}\p{N}]/u

/** The questions of a text, in order; the text itself if it is one. */
export function splitQuestions(text: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    if (isQuoted(text, match.index)) continue
    parts.push(text.slice(start, match.index + match[0].length))
    start = match.index + match[0].length
  }
  parts.push(text.slice(start))
  const questions = parts.map((it) => it.trim()).filter((it) => HOLDS_WORD.test(it))
  return questions.length > 1 ? questions.slice(0, MOST) : [text]
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const count = (mark: string) => before.split(mark).length - 1
  return (
    count('“') > count('”') || count('「') > count('」') || count('《') > count('》') || count('"') % 2 === 1
  )
}
