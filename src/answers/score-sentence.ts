import { normalise, type TextRange } from '../language/index.ts'
import type { AnswerForm } from './answer-form.ts'
import { answerFormsIn } from './answer-forms.ts'
import type { QuestionFocus } from './question-focus.ts'
import { isOfOtherScope } from './scope.ts'
import type { Topic, TopicWord } from './topic.ts'

/** A sentence, and what stands around it, in normal form. */
export interface SentenceContext {
  readonly sentence: string
  /** What stands before it in its paragraph, as much as a reader keeps in mind. */
  readonly before: string
  readonly headline: string
  /** For each word of the topic what it is worth that the article holds it; of {@link worthOfArticle}. */
  readonly article: readonly number[]
  /** `YYYY-MM-DD`; empty if there is none. */
  readonly issueDate: string
  /** Whether it opens the article. */
  readonly isLead: boolean
}

/** How well a sentence answers. */
export interface SentenceScore {
  /** From 0 to 1: how much of the topic the sentence says, with its surroundings. */
  readonly coverage: number
  /** The same of the sentence alone. */
  readonly inSentence: number
  /** The same of what is asked of the topic alone; 1 if nothing is. */
  readonly predicate: number
  /** From 0 to 1: how well the best form of answer fits, and how near to the topic it stands; 1 where none is asked for. */
  readonly form: number
  /** Where the answer stands in the sentence; undefined if there is no form for it. */
  readonly answer: TextRange | undefined
  readonly total: number
}

/** What a word of the topic is worth that the sentence leaves to its surroundings. */
const IN_HEADLINE = 0.7
const JUST_BEFORE = 0.65
const IN_ARTICLE = 0.3
/** What a word is worth that something is only a share of. */
const OF_A_SHARE = 0.6

/** 全国 is no answer to 西藏, nor the other way round: too little for any answer. */
const IF_OTHER_SCOPE = 0.5

/** Characters between a word of the topic and the answer at which the answer counts half. */
const NEAR = 24
/** Share of the total that depends on the form of the answer. */
const FORM_SHARE = 0.5
/** What it is worth to open the article: news says first what it is about. */
const LEAD = 0.04

/** A day on which something is to come about is the second best answer to when it did. */
const PLANNED = /计划|将[于在]|预计|拟于|择机|演练|有望|筹备/u
const IF_PLANNED = 0.96

/**
 * Weighs how well a sentence answers: how much of the topic it says, and whether it holds an answer of the kind near to it.
 * @param question in normal form: what it says itself is no answer
 */
export function scoreSentence(
  context: SentenceContext,
  topic: Topic,
  focus: QuestionFocus,
  question: string,
): SentenceScore {
  const { sentence } = context
  const total = topic.words.reduce((sum, it) => sum + it.weight, 0)
  let [covered, here, predicate] = [0, 0, 1]
  const places: (readonly [at: number, weight: number])[] = []
  const ends: number[] = []
  for (const [i, word] of topic.words.entries()) {
    const found = find(sentence, word)
    if (found !== undefined) {
      here += word.weight * found.worth
      for (const at of found.places) {
        places.push([at, word.weight * found.worth])
        ends.push(at + found.text.length)
      }
    }
    // 占国内生产总值的比重 tells of something else.
    const isShare = focus.kind === 'number' && found?.places.every((at) => sentence.charAt(at - 1) === '占')
    const worth = (found?.worth ?? 0) * (isShare ? OF_A_SHARE : 1)
    const saying = worth === 1 ? 1 : Math.max(worth, justBefore(context, word), context.article[i] ?? 0)
    covered += word.weight * saying
    if (word === topic.predicate) predicate = saying
  }
  const ofScope = focus.kind === 'number' && isOfOtherScope(sentence, question) ? IF_OTHER_SCOPE : 1
  const coverage = total === 0 ? 0 : (covered / total) * yearFactor(context, topic.years) * ofScope
  const inSentence = total === 0 ? 0 : here / total
  const best = bestForm(sentence, { places, ends }, focus, question)
  const form = mustHaveForm(focus) ? (best?.score ?? 0) : (best?.score ?? IF_NO_FORM)
  const lead = context.isLead ? LEAD : 0
  return {
    coverage,
    inSentence,
    predicate,
    form,
    answer: best?.range,
    total:
      (0.75 * coverage + 0.25 * inSentence + lead) *
      (1 - FORM_SHARE + FORM_SHARE * form) *
      ((focus.kind === 'time' || focus.kind === 'place') && PLANNED.test(sentence) ? IF_PLANNED : 1),
  }
}

/** Whether a sentence without an answer of the kind is none: there are too many ways to tell how something is done. */
export const mustHaveForm = ({ kind }: QuestionFocus): boolean =>
  kind !== undefined && kind !== 'yesNo' && kind !== 'manner' && kind !== 'thing'

/** What a sentence is worth then that has none. */
const IF_NO_FORM = 0.6

function find(text: string, { forms }: TopicWord) {
  for (const { text: form, worth } of forms) {
    const places: number[] = []
    for (let at = text.indexOf(form); at >= 0 && places.length < 5; at = text.indexOf(form, at + form.length))
      if (!splitsNumber(text, form, at)) places.push(at)
    if (places.length > 0) return { text: form, worth, places }
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

const justBefore = ({ before }: SentenceContext, word: TopicWord): number =>
  before === '' ? 0 : JUST_BEFORE * (find(before, word)?.worth ?? 0)

/**
 * What it is worth for a sentence that its article holds the words of the topic: in the headline more than elsewhere.
 * @param headline in normal form @param text in normal form
 */
export const worthOfArticle = (headline: string, text: string, { words }: Topic): readonly number[] =>
  words.map((word) => {
    const inHeadline = IN_HEADLINE * (find(headline, word)?.worth ?? 0)
    return inHeadline > 0 ? inHeadline : IN_ARTICLE * (find(text, word)?.worth ?? 0)
  })

/** Whether a sentence is of the year that the question names: says it, or was printed then, or tells of the year before. */
function yearFactor(
  { sentence, before, headline, issueDate }: SentenceContext,
  years: readonly string[],
): number {
  if (years.length === 0) return 1
  const printed = Number(issueDate.slice(0, 4))
  const isOf = (year: string) => {
    if (sentence.includes(year)) return 1
    if (headline.includes(year) || before.includes(year)) return 0.95
    const isOther = /(?:19|20)\d{2}年/u.test(sentence)
    if (printed === Number(year)) return isOther ? 0.7 : 0.95
    if (printed === Number(year) + 1) return /去年|上年|全年/u.test(sentence) ? 1 : 0.6
    return 0.5
  }
  return Math.max(...years.map(isOf))
}

function bestForm(
  sentence: string,
  {
    places,
    ends,
  }: {
    /** Where words of the topic stand, and what they weigh. */
    readonly places: readonly (readonly [at: number, weight: number])[]
    readonly ends: readonly number[]
  },
  focus: QuestionFocus,
  question: string,
): { readonly range: TextRange; readonly score: number } | undefined {
  const weight = places.reduce((sum, [, it]) => sum + it, 0)
  let best: { readonly range: TextRange; readonly score: number } | undefined
  for (const { range, fit } of answerFormsIn(sentence, focus)) {
    if (isAsked(sentence, { range, fit }, question)) continue
    const nearness =
      weight === 0
        ? 0
        : places.reduce((sum, [at, it]) => sum + it / (1 + distance(at, range) / NEAR), 0) / weight
    const isTold = ends.some(
      (end) => end <= range[0] && range[0] - end <= LONGEST_LINK && TELLS.test(sentence.slice(end, range[0])),
    )
    const score = fit * (isTold ? 1 : 0.4 + 0.5 * nearness)
    if (best === undefined || score > best.score) best = { range, score }
  }
  return best
}

/** Characters between a thing and its value where one is told of the other. */
const LONGEST_LINK = 12
/** What stands between a thing and its value where a sentence tells just that: 粮食产量*达到*13908亿斤. */
const TELLS =
  /^[”》]?(?:已经?|共计?|累计|总计|首次|约|大约|近|预计|达到?|为|是|有|突破|超过?|逾|增至|升至|降至|共有|[了至到的：:])*$/u

/** What the question says itself is not what it asks for. */
const isAsked = (sentence: string, { range }: AnswerForm, question: string): boolean => {
  const text = normalise(sentence.slice(...range))
  return question.includes(text)
}

const distance = (at: number, [from, to]: TextRange): number =>
  at < from ? from - at : at > to ? at - to : 0
