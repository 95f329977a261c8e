import type { QuestionKind } from './query.ts'

/** What an English question asks for, and which of its words only ask. */
export interface EnglishQuestion {
  readonly kind: QuestionKind
  /** For each word. */
  readonly filler: readonly boolean[]
}

/** Said before a question, with blanks between the words. */
const OPENING =
  /^(?:(?:hi|hello|hey|please|so|and|but|excuse me|(?:can|could) you (?:please )?tell me|do you know|tell me|i (?:want|would like) to know|i wonder|any idea) )*/u

/** By how a question begins, the first that fits. */
const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  ['number', /^how (?:many|much|long|old|tall|high|far|deep|heavy|big|large|fast|wide|often|hot|cold)\b/u],
  ['time', /^(?:(?:since |until )?when|(?:what|which) (?:time|day|date|year|month)|how soon)\b/u],
  ['place', /^(?:where|(?:what|which) (?:place|city|country|province|town|venue))\b/u],
  ['person', /^(?:by )?(?:who|whom|whose|who's)\b/u],
  ['reason', /^(?:why|how come|what (?:caused|causes)|for what reason)\b/u],
  [
    'list',
    /^(?:(?:what|which) (?:countries|cities|people|places|companies|teams|medals|measures|events)|(?:what|which) are)\b/u,
  ],
  ['thing', /^(?:what|what's|which)\b/u],
  ['manner', /^how\b/u],
  ['yesNo', /^(?:is|are|was|were|did|does|has|have|had) (?:the|there|it|a|an|any|this|that|they|all)\b/u],
  ['yesNo', /^(?:is|are|was|were|did|does|has|have|had|should|can|could|would) \S+ \S+ \S+/u],
  ['yesNo', /^(?:did|does|has|is|was) \S+ \S+$/u],
]

/** Words that hold an English question together. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'who whom whose what which when where why how many much long old tall high far deep heavy big large fast wide often soon come ' +
    'is are was were be been being am do does did done has have had will would shall should can could may might must to of in on at for from by with about as ' +
    "than into over during after before since until the a an this that these those there it its it's he she they we you i me my your his her their our " +
    "hi hello hey please so and or but if tell know want like wonder any some idea us get got happen happened latest recent today now s who's what's news"
  ).split(' '),
)

/** A question has a subject and says something of it. */
const FEWEST = 3
const LATIN = /^[a-z0-9][a-z0-9'’.-]*$/u

/** @param words in normal form, in order @returns undefined for what is no question in English */
export function readEnglishQuestion(words: readonly string[]): EnglishQuestion | undefined {
  const latin = words.filter((it) => LATIN.test(it))
  if (words.length < FEWEST || latin.length * 2 < words.length) return undefined
  const text = words.join(' ').replaceAll('’', "'")
  const asked = text.replace(OPENING, '')
  const kind = KINDS.find(([, pattern]) => pattern.test(asked))?.[0]
  if (kind === undefined) return undefined
  return { kind, filler: words.map((it) => FUNCTION_WORDS.has(it.replaceAll('’', "'"))) }
}
