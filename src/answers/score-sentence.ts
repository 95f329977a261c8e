import type { TextRange } from '../language/index.ts'
import { type TimeContext, timeFit } from './asked-time.ts'
import { type WeighedForm, weighedFormsIn } from './best-form.ts'
import { closenessOf } from './closeness.ts'
import type { Evidence } from './evidence.ts'
import { isOfOtherOfRow, mayBeOfOtherOfRow } from './numbered-name.ts'
import type { QuestionFocus } from './question-focus.ts'
import { isOfOtherPlace, isOfOtherScope } from './scope.ts'
import type { Topic } from './topic.ts'
import type { TopicWord } from './topic-words.ts'
import { valueEvidenceOf } from './value-evidence.ts'
import { type FoundWord, findEvent, findWord } from './words-in.ts'

/** A sentence, and what stands around it, in normal form. */
export interface SentenceContext extends TimeContext {
  readonly article: ArticleEvidence
  /** Whether it opens the article. */
  readonly isLead: boolean
}

/** What an article tells of the topic, whichever of its sentences is looked at. */
export interface ArticleEvidence {
  /** For each word of the topic what it is worth that the article holds it. */
  readonly worth: readonly number[]
  /** Shares of the topic, 0 to 1: what the headline holds, what the article lacks, and pairs of characters that it holds. */
  readonly inHeadline: number
  readonly missing: number
  /** As {@link missing}, of what stands elsewhere in the archive: news that tells of it would say it. */
  readonly knownMissing: number
  readonly pairs: number
  /** Its place among the articles that were found, from 0. */
  readonly place: number
}

/** How well a sentence answers by one of its stretches. */
export interface SentenceScore {
  /** What speaks for it and against it. */
  readonly evidence: Evidence
  /** Where the answer stands in the sentence; undefined if there is no form for it. */
  readonly answer: TextRange | undefined
}

/** What a word of the topic is worth that the sentence leaves to its surroundings. */
const IN_HEADLINE = 0.7
const JUST_BEFORE = 0.65
const IN_LEAD = 0.6
const IN_ARTICLE = 0.3
/** What a word is worth that something is only a share of: 占国内生产总值的比重 tells of something else. */
const OF_A_SHARE = 0.6

/** A day on which something is to come about is the second best answer to when it did. */
const PLANNED = /计划|将[于在]|预计|拟于|择机|演练|有望|筹备/u
/** What is told of a part only. */
const PART = /其中|分别/u
/** How a number tells a change, where the question asks for no change. */
const CHANGE =
  /(?:增长|增加|增|上升|上涨|提高|提升|下降|减少|回落|降低|多|少|高|低|涨|跌)[了至到约近超]{0,2}$/u
const ASKS_CHANGE = /增|升|涨|提高|提升|降|减|落|跌|多多少|少多少|同比|环比/u

/**
 * Weighs how well each stretch of a sentence answers that may: how much of the topic the sentence says, and how near to what is
 * asked the stretch stands. One score without a stretch if there is none.
 * @param question in normal form: what it says itself is no answer
 */
export function scoreSentence(
  context: SentenceContext,
  topic: Topic,
  focus: QuestionFocus,
  question: string,
): readonly SentenceScore[] {
  const { sentence, article } = context
  const total = topic.weight || 1
  let [covered, here, predicate] = [0, 0, 1]
  const found: FoundWord[] = []
  let foundPredicate: FoundWord | undefined
  let [heaviest, subject] = [0, 0]
  for (const [i, word] of topic.words.entries()) {
    const it = word === topic.predicate ? findEvent(sentence, word) : findWord(sentence, word)
    if (it !== undefined) {
      found.push(it)
      here += it.weight
    }
    const isShare = focus.kind === 'number' && it?.places.every((at) => sentence.charAt(at - 1) === '占')
    const worth = (it?.worth ?? 0) * (isShare ? OF_A_SHARE : 1)
    const saying = worth === 1 ? 1 : Math.max(worth, justBefore(context, word), article.worth[i] ?? 0)
    covered += word.weight * saying
    if (word.isWord && word.weight > heaviest) [heaviest, subject] = [word.weight, saying]
    if (word === topic.predicate) [predicate, foundPredicate] = [saying, it]
  }
  const coverage = covered / total
  if (coverage < LEAST_COVERAGE) return []
  const around = `${context.headline}\n${context.before}\n${sentence}`
  if (isOfOtherOfRow(around, question)) return []
  const forms = weighedFormsIn(sentence, found, focus, question)
  const isWhenOrWhere = focus.kind === 'time' || focus.kind === 'place'
  const ofSentence = {
    coverage,
    inSentence: here / total,
    predicate,
    pairsHere: shareOfPairs(topic, (pair) => sentence.includes(pair)),
    pairsNear: shareOfPairs(topic, (pair) => around.includes(pair)),
    pairsInArticle: article.pairs,
    missing: article.missing,
    knownMissing: article.knownMissing,
    inHeadline: article.inHeadline,
    isLead: context.isLead ? 1 : 0,
    time: timeFit(context, topic.times),
    planned: isWhenOrWhere && PLANNED.test(sentence) ? 1 : 0,
    otherScope: focus.kind === 'number' && isOfOtherScope(sentence, question) ? 1 : 0,
    place: 1 / (1 + article.place / 5),
    length: Math.max(-1, Math.min(1, Math.log(Math.max(1, sentence.length) / 40))),
    predicateHere: topic.predicate === undefined ? 1 : (foundPredicate?.worth ?? 0),
    subject,
    rarestMissing: rarestMissing(topic, around),
    otherNumber: mayBeOfOtherOfRow(around, question) ? 1 : 0,
    otherPlace: isOfOtherPlace(around, question) ? 1 : 0,
    noEvent: isWhenOrWhere && topic.predicate !== undefined && foundPredicate === undefined ? 1 : 0,
    support: 0,
    age: 0,
    size: 0.5,
  }
  const scoreOf = (form: WeighedForm | undefined): SentenceScore => {
    const clause = form === undefined ? undefined : clauseAround(sentence, form.range)
    return {
      answer: form?.range,
      evidence: {
        ...ofSentence,
        predicateNear:
          topic.predicate === undefined || clause === undefined ? predicate : nearTo(foundPredicate, clause),
        fit: form?.fit ?? IF_NO_FORM,
        nearness: form?.nearness ?? 0,
        told: form?.isTold === true ? 1 : 0,
        clause:
          clause === undefined
            ? here / total
            : found.reduce((sum, it) => sum + it.weight * nearTo(it, clause), 0) / total,
        partOnly: clause !== undefined && PART.test(sentence.slice(...clause)) ? 1 : 0,
        change:
          focus.kind === 'number' &&
          form &&
          !ASKS_CHANGE.test(question) &&
          CHANGE.test(sentence.slice(0, form.range[0]))
            ? 1
            : 0,
        otherUnit: focus.kind === 'number' && focus.units.length > 0 && (form?.fit ?? 1) < 1 ? 1 : 0,
        product: coverage * (form?.score ?? IF_NO_FORM),
        ...closenessOf(sentence, context.headline, { form, forms, found, predicate: foundPredicate, total }),
        ...valueEvidenceOf(
          {
            text: sentence,
            event: foundPredicate?.places ?? [],
            clause: clause === undefined ? sentence : sentence.slice(...clause),
            around,
            issueDate: context.issueDate,
          },
          form?.range,
          focus,
          question,
        ),
      },
    }
  }
  return forms.length > 0 ? forms.map(scoreOf) : mustHaveForm(focus) ? [] : [scoreOf(undefined)]
}

/** Less than this of the topic, with what stands around it, and a sentence is about something else. */
const LEAST_COVERAGE = 0.35

/** Whether a sentence without an answer of the kind is none: there are too many ways to tell how something is done. */
export const mustHaveForm = ({ kind }: QuestionFocus): boolean =>
  kind !== undefined && kind !== 'yesNo' && kind !== 'manner' && kind !== 'thing'

/** What a sentence is worth then that has none. */
const IF_NO_FORM = 0.6

const justBefore = ({ before }: SentenceContext, word: TopicWord): number =>
  before === '' ? 0 : JUST_BEFORE * (findWord(before, word)?.worth ?? 0)

/** The clause of a stretch, and the one before it: what a number counts is often told there. */
function clauseAround(sentence: string, [from, to]: TextRange): TextRange {
  let [start, end, breaks] = [from, to, 0]
  for (; start > 0; start--) if (BREAKS.includes(sentence.charAt(start - 1)) && ++breaks === 2) break
  while (end < sentence.length && !BREAKS.includes(sentence.charAt(end))) end++
  return [start, end]
}

const BREAKS = ',;:。'

/** 1 for a word in a clause, half that for one elsewhere in the sentence. */
function nearTo(found: FoundWord | undefined, [from, to]: TextRange): number {
  if (found === undefined) return 0
  return found.places.some((at) => at >= from && at < to) ? found.worth : found.worth / 2
}

/** How much of the pairs of neighbouring characters of a topic fulfils a test; 1 if there are none. */
function shareOfPairs({ pairs }: Topic, test: (pair: string) => boolean): number {
  let [fulfilled, all] = [0, 0]
  for (const [pair, weight] of pairs) {
    all += weight
    if (test(pair)) fulfilled += weight
  }
  return all === 0 ? 1 : fulfilled / all
}

/** The weight of the pair that says most among those that a text lacks, as a share of the greatest. */
function rarestMissing({ pairs }: Topic, text: string): number {
  let [missing, greatest] = [0, 0]
  for (const [pair, weight] of pairs) {
    greatest = Math.max(greatest, weight)
    if (weight > missing && !text.includes(pair)) missing = weight
  }
  return greatest === 0 ? 0 : missing / greatest
}

/**
 * What an article tells of the topic as a whole.
 * @param headline in normal form @param lead its first sentence, in normal form @param text in normal form @param place among the articles that were found, from 0
 */
export function articleEvidenceOf(
  headline: string,
  lead: string,
  text: string,
  topic: Topic,
  place: number,
): ArticleEvidence {
  const total = topic.weight || 1
  let [inHeadline, missing, knownMissing] = [0, 0, 0]
  const worth = topic.words.map((word) => {
    const there = findWord(headline, word)?.worth ?? 0
    inHeadline += word.weight * there
    const anywhere = there > 0 ? there : (findWord(text, word)?.worth ?? 0)
    if (word.isWord) {
      const lacking = (word.weight * (1 - anywhere)) / total
      missing = Math.max(missing, lacking)
      if (word.isKnown) knownMissing = Math.max(knownMissing, lacking)
    }
    if (there > 0) return IN_HEADLINE * there
    return Math.max(IN_ARTICLE * anywhere, IN_LEAD * (anywhere > 0 ? (findWord(lead, word)?.worth ?? 0) : 0))
  })
  return {
    worth,
    inHeadline: inHeadline / total,
    missing,
    knownMissing,
    pairs: shareOfPairs(topic, (pair) => text.includes(pair) || headline.includes(pair)),
    place,
  }
}
