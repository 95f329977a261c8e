import type { QuestionFocus } from './question-focus.ts'
import type { ScoredSentence } from './scored-sentence.ts'
import type { Topic } from './topic.ts'

/** Answers of nearly the same worth, in log-odds: which of them is right is a matter of when. */
const NEARLY = 0.5
/** So much the first one may be ahead of another that tells an older value of the same. */
const ALIKE = 1.5
/** A newer one must say as much of the topic, less this share: the minister of another country is no newer one. */
const LESS_SAID = 0.1
const logOddsOf = ({ chance }: ScoredSentence) => Math.log(chance / (1 - chance))

/** Kinds whose answers change: how many, and who. A day, a place or a reason does not. */
const CHANGES: ReadonlySet<QuestionFocus['kind']> = new Set(['number', 'person'])

/** A sentence that answers, and whether a newer one tells another value. */
export interface DatedAnswer {
  readonly answer: ScoredSentence
  readonly isOlder: boolean
}

/**
 * Puts the newest value first where the best answers differ in their values only, and marks the others as older; a question
 * that names a time wants the value of that.
 * @param sorted best first
 */
export function newestFirst(
  sorted: readonly ScoredSentence[],
  { kind }: QuestionFocus,
  { times }: Pick<Topic, 'times'>,
): readonly DatedAnswer[] {
  const [best] = sorted
  const current = (answer: ScoredSentence) => ({ answer, isOlder: false })
  if (best === undefined || !CHANGES.has(kind) || times.length > 0) return sorted.map(current)
  // Whoever is named right behind an office holds or held it: there the newest is wanted all the more.
  const isHolder = ({ score }: ScoredSentence) => kind === 'person' && score.evidence.touches === 1
  const equals = sorted.filter(
    (it) =>
      it.score.evidence.coverage >= best.score.evidence.coverage - LESS_SAID &&
      (isHolder(best)
        ? isHolder(it) && logOddsOf(it) >= logOddsOf(best) - ALIKE
        : logOddsOf(it) >= logOddsOf(best) - NEARLY),
  )
  const dateOf = (it: ScoredSentence) => it.article.issueDate ?? ''
  // What a province has newer does not come before what all have.
  const ofAll = equals.filter(({ score }) => score.evidence.unaskedPart === 0)
  const alike = ofAll.length > 0 ? ofAll : equals
  const newest = alike.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0))
  const [first] = newest
  if (first === undefined) return sorted.map(current)
  return [...newest, ...sorted.filter((it) => !alike.includes(it))].map((answer) => ({
    answer,
    isOlder:
      logOddsOf(answer) >= logOddsOf(best) - ALIKE &&
      dateOf(answer) < dateOf(first) &&
      answer.value !== first.value,
  }))
}
