import type { Article } from '../domain/index.ts'
import { normalise, sentencesOf, type TextRange } from '../language/index.ts'
import type { SearchEngine, SearchOptions, SearchResult } from '../search/index.ts'
import { amountIn } from './amount.ts'
import { answeredChanceOf, chanceOf, firstOddsOf } from './answer-model.ts'
import { articlesOn } from './articles-on.ts'
import { meaningOf } from './meaning-evidence.ts'
import { isCalled } from './person-names.ts'
import { questionEvidenceOf } from './question-evidence.ts'
import { focusOf, type QuestionFocus } from './question-focus.ts'
import { articleEvidenceOf, mustHaveForm, scoreSentence } from './score-sentence.ts'
import type { Candidate, ScoredSentence } from './scored-sentence.ts'
import { timesInFull } from './times-in-full.ts'
import { toldDayOf } from './told-day.ts'
import { type Topic, topicOf } from './topic.ts'

/** What answers are made from. */
export type AnswerSources = Pick<SearchEngine, 'search' | 'wordsOf' | 'rarityOf'>

/** A question as it was understood. */
interface UnderstoodQuestion {
  readonly focus: QuestionFocus
  readonly topic: Topic
  /** Of the question without its fillers, as typed. */
  readonly phrases: readonly string[]
}

/** A question, and the sentences that may answer it. */
export interface ReadQuestion extends UnderstoodQuestion {
  /** Most likely first. */
  readonly sentences: readonly ScoredSentence[]
  /** That one of the likeliest answers, 0 to 1. */
  readonly chance: number
}

/** Articles that are read for sentences, of each search. */
const ARTICLES_READ = 40
/** Articles that are shown, unless told. */
const SHOWN = 10
/** Stretches that are likeliest at a first look are weighed again with what their words mean, which takes time. */
export const WEIGHED_AGAIN = 40
/** An answer must have as much of the form that is asked for. */
const LEAST_FIT = 0.3

/**
 * Finds the sentences of the archive that may answer a question, and weighs each.
 * @param options of the articles that are shown with the answers: `found` holds them
 * @param context what an earlier question was about, for one that does not say it again
 */
export async function readQuestion(
  question: string,
  sources: AnswerSources,
  options: SearchOptions,
  context: readonly string[] = [],
): Promise<ReadQuestion & { readonly found: SearchResult }> {
  const { candidates, ...understood } = await lookAt(question, sources, options, context)
  const meaning = meaningOf(understood.topic, sources)
  const weigh = (it: Candidate) => {
    const means = meaning(it.context)
    return { ...it, evidence: it.score.evidence, meaning: means, chance: chanceOf(it.score.evidence, means) }
  }
  const sentences = candidates
    .map((it) => ({ it, odds: firstOddsOf(it.score.evidence) }))
    .toSorted((a, b) => b.odds - a.odds)
    .slice(0, WEIGHED_AGAIN)
    .map(({ it }) => weigh(it))
    .toSorted((a, b) => b.chance - a.chance)
  const evidence = questionEvidenceOf(understood.topic, sentences, sources.rarityOf(''))
  return { ...understood, sentences, chance: evidence === undefined ? 0 : answeredChanceOf(evidence) }
}

/** The first look: all stretches that may answer, with what is told by letters alone. For parameters see {@link readQuestion}. */
export async function lookAt(
  question: string,
  sources: AnswerSources,
  options: SearchOptions,
  context: readonly string[] = [],
): Promise<UnderstoodQuestion & { readonly found: SearchResult; readonly candidates: readonly Candidate[] }> {
  const asked = timesInFull([...context, question].join(' '))
  const wanted = { ...options, offset: 0, limit: ARTICLES_READ, order: 'relevance', excerptCount: 0 } as const
  // The articles that are shown are the first of those that are read, unless they are wanted in another order.
  const { limit = SHOWN, offset = 0, order = 'relevance' } = options
  const isOne = offset === 0 && order === 'relevance'
  const result = await sources.search(
    asked,
    isOne ? { ...options, limit: Math.max(limit, ARTICLES_READ), excerptedHits: limit } : wanted,
  )
  const found = isOne
    ? { ...result, hits: result.hits.slice(0, limit) }
    : await sources.search(asked, options)
  const focus = focusOf(question, result.question.kind, (name) => isCalled(name, sources.rarityOf))
  const phrases = result.understood.wanted.flatMap((alternatives) => alternatives.map((it) => it.text))
  const topic = topicOf(asked, phrases, result.otherNames, sources)
  const normalQuestion = normalise(asked)
  const articles = await articlesOn(result, phrases, topic, wanted, sources)
  const candidates = articles.flatMap((it, place) => candidatesOf(it, place, topic, focus, normalQuestion))
  return { focus, topic, phrases, found, candidates: compared(candidates, topic, focus) }
}

function candidatesOf(
  article: Article,
  place: number,
  topic: Topic,
  focus: QuestionFocus,
  question: string,
): readonly Candidate[] {
  const headline = normalise([article.headline, ...article.deck, ...article.kicker].join(' '))
  const [opening = ''] = article.paragraphs
  const lead = normalise(opening.slice(...(sentencesOf(opening)[0] ?? [0, 0])))
  const ofArticle = articleEvidenceOf(headline, lead, normalise(article.paragraphs.join('\n')), topic, place)
  const needsForm = mustHaveForm(focus)
  return article.paragraphs.flatMap((text, paragraph) => {
    let before = ''
    return sentencesOf(text).flatMap((range, i): readonly Candidate[] => {
      const sentence = text.slice(...range)
      const normal = normalise(sentence)
      const around = { sentence: normal, before, headline }
      const scores = scoreSentence(
        {
          ...around,
          article: ofArticle,
          issueDate: article.issueDate ?? '',
          isLead: paragraph === 0 && i === 0,
        },
        topic,
        focus,
        question,
      )
      before = normal
      // What is counted for the whole country is no answer for a province: too few questions ask so for a weight to be learnt.
      return scores
        .filter(({ evidence: { otherScope, fit } }) => otherScope === 0 && (!needsForm || fit >= LEAST_FIT))
        .map((score) => ({
          article,
          paragraph,
          range,
          sentence,
          score,
          value: valueOf(normal, score.answer, focus, article),
          context: { ...around, answer: score.answer },
        }))
    })
  })
}

/** What answers, as it can be compared with that of others: a day by its date, however it is told. */
function valueOf(
  sentence: string,
  answer: TextRange | undefined,
  { kind }: QuestionFocus,
  { issueDate = '' }: Article,
): string {
  const text = sentence.slice(...(answer ?? [0, 0]))
  return (kind === 'time' ? toldDayOf(text, issueDate) : undefined) ?? text
}

/** A sentence must say as much of the topic for its value to speak for the same one elsewhere. */
const SUPPORTS = 0.5
const DAY_MS = 86_400_000
const DAYS_A_YEAR = 365

/** Adds to each what only the others tell: how many articles give the same value, and how much newer they are. */
function compared(
  candidates: readonly Candidate[],
  { times }: Topic,
  { kind }: QuestionFocus,
): readonly Candidate[] {
  const articlesOf = new Map<string, Set<string>>()
  for (const it of candidates) {
    const { value } = it
    if (value === '' || it.score.evidence.coverage < SUPPORTS) continue
    articlesOf.set(value, (articlesOf.get(value) ?? new Set()).add(it.article.id))
  }
  const newest = Math.max(...candidates.map((it) => timeOf(it.article)))
  // Who names a year does not want the newest.
  const isTimeless = times.every(({ year }) => year === undefined)
  const sizeOf = kind === 'number' ? sizesIn(articlesOf.keys()) : () => NO_SIZE
  return candidates.map((it) => {
    const count = articlesOf.get(it.value)?.size ?? 1
    const age = isTimeless ? Math.min(1, (newest - timeOf(it.article)) / DAY_MS / DAYS_A_YEAR) : 0
    const evidence = { ...it.score.evidence, support: 1 - 1 / count, age, size: sizeOf(it.value) }
    return { ...it, score: { ...it.score, evidence } }
  })
}

/** Of a value with which nothing can be compared. */
const NO_SIZE = 0.5

/** For each value: the share of those in its unit that are not greater. What is told day by day is summed up in the greatest. */
function sizesIn(values: Iterable<string>): (value: string) => number {
  const byUnit = new Map<string, number[]>()
  for (const it of values) {
    const amount = amountIn(it)
    if (amount !== undefined) byUnit.set(amount.unit, [...(byUnit.get(amount.unit) ?? []), amount.value])
  }
  return (text) => {
    const amount = amountIn(text)
    const all = byUnit.get(amount?.unit ?? '') ?? []
    if (amount === undefined || all.length < 2) return NO_SIZE
    return all.filter((it) => it <= amount.value).length / all.length
  }
}

/** Articles without a day count as the oldest. */
const timeOf = ({ issueDate }: Article) => (issueDate === undefined ? 0 : Date.parse(issueDate))
