/** A question ends with its mark; one that is quoted in another is no question of the reader's. */
const END = /[?？]+/gu
/** Questions in one message that are answered. */
const MOST = 3

const HOLDS_WORD = /[\p{L}\p{N}]/u

/** Parts clauses, each of which may be a question. */
const PAUSE = /[,，;；。、\s]+/u

/**
 * The questions of a text, in order; the text itself if it is one.
 * @param asks whether a clause asks something, the first one by itself and others of what is said before them: 怎么领，哪天开始 are
 * two questions, 昨天，谁赢了 is one
 */
export function splitQuestions(
  text: string,
  asks: (clause: string, before?: string) => boolean,
): readonly string[] {
  const marked = splitAtMarks(text)
  return (marked.length > 1 ? marked : [text]).flatMap((it) => splitAtPauses(it, asks)).slice(0, MOST)
}

function splitAtPauses(
  question: string,
  asks: (clause: string, before?: string) => boolean,
): readonly string[] {
  if (QUOTE.test(question)) return [question]
  const clauses = question.split(PAUSE).filter((it) => HOLDS_WORD.test(it))
  const [first = '', ...others] = clauses
  const isEach =
    others.length > 0 && clauses.length <= MOST && asks(first) && others.every((it) => asks(it, first))
  return isEach ? clauses : [question]
}

const QUOTE = /[“”「」《》"]/u

function splitAtMarks(text: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    if (isQuoted(text, match.index)) continue
    parts.push(text.slice(start, match.index + match[0].length))
    start = match.index + match[0].length
  }
  parts.push(text.slice(start))
  const questions = parts.map((it) => it.trim()).filter((it) => HOLDS_WORD.test(it))
  return questions
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const count = (mark: string) => before.split(mark).length - 1
  return (
    count('“') > count('”') || count('「') > count('」') || count('《') > count('》') || count('"') % 2 === 1
  )
}
