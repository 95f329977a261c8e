import type { Article, ArticleId } from '../domain/index.ts'
import {
  mergeRanges,
  normalise,
  normaliseWithPositions,
  sentencesOf,
  type TextRange,
} from '../language/index.ts'
import type { QuestionKind, SearchEngine, SearchOptions, SearchResult } from '../search/index.ts'
import { articlesOn } from './articles-on.ts'
import { type DatedAnswer, newestFirst } from './newest-first.ts'
import { focusOf, type QuestionFocus } from './question-focus.ts'
import { mustHaveForm, scoreSentence, worthOfArticle } from './score-sentence.ts'
import type { ScoredSentence } from './scored-sentence.ts'
import { splitQuestions } from './split-questions.ts'
import { type Topic, topicOf } from './topic.ts'

/** A sentence of the archive that answers a question, word for word. */
export interface Answer {
  /** As printed. */
  readonly sentence: string
  /** Where the answer stands in it, else the words of the topic; in UTF-16 units, ascending, not overlapping. */
  readonly highlights: readonly TextRange[]
  readonly article: Article
  /** Of the article's paragraphs, from 0. */
  readonly paragraph: number
  /** Above 0, about 1 at most; to be compared within one result only. */
  readonly score: number
  /** True if a newer one tells another value. */
  readonly isOlder: boolean
}

/** What the archive says to a question. */
export interface AnswerResult {
  /** What kind of answer was looked for; undefined if none in particular. */
  readonly kind: QuestionKind | undefined
  /** Best first; empty if the archive does not say. */
  readonly answers: readonly Answer[]
  /** The articles on the topic, as search finds them. */
  readonly found: SearchResult
}

/** What answers are made from. */
export type AnswerSources = Pick<SearchEngine, 'search' | 'wordsOf' | 'rarityOf'>

/** How the articles around the answers are wanted; the number of answers beside. */
export interface AnswerOptions extends SearchOptions {
  /** 3 unless told. */
  readonly answers?: number
}

/** Articles that are read for sentences. */
const ARTICLES_READ = 40
const MOST_ANSWERS = 3
/** Less than this all in all, and the archive does not say: measured on 40 questions about what is not in it. */
const LEAST_TOTAL = 0.45
/** Less than this of the topic, and a sentence is about something else. */
const LEAST_COVERAGE = 0.6
/** Less than this of what is asked of it, and it tells something else of the topic. */
const LEAST_PREDICATE = 0.4
/** Less than this in the sentence itself, and it points to something that it does not say. */
const LEAST_IN_SENTENCE = 0.2
/** An answer must have as much of the form that is asked for. */
const LEAST_FORM = 0.25

/**
 * Answers a question with sentences of the archive, and says nothing if none tells enough: nothing is made up. Of several
 * questions in one text each is answered, the best answer to each first.
 */
export async function answerQuestion(
  question: string,
  sources: AnswerSources,
  { answers: most = MOST_ANSWERS, ...options }: AnswerOptions = {},
): Promise<AnswerResult> {
  const [first = question, ...others] = splitQuestions(question)
  const found = await sources.search(first, options)
  const reading = await read(first, sources, options)
  const lists = [reading.answers]
  for (const other of others) lists.push((await read(other, sources, options, reading.phrases)).answers)
  return { kind: reading.focus.kind, answers: takeInTurn(lists, most), found }
}

/** Whether a text asks something that {@link answerQuestion} may answer; of several questions the first one counts. */
export function asksSomething(
  text: string,
  { questionOf }: Pick<SearchEngine, 'questionOf'>,
  options: Pick<SearchOptions, 'today'>,
): boolean {
  const [first = text] = splitQuestions(text)
  return questionOf(first, options).kind !== undefined
}

interface Reading {
  readonly focus: QuestionFocus
  readonly phrases: readonly string[]
  readonly answers: readonly Answer[]
}

/** @param context what an earlier question was about, for one that does not say it again */
async function read(
  question: string,
  sources: AnswerSources,
  options: SearchOptions,
  context: readonly string[] = [],
): Promise<Reading> {
  const asked = [...context, question].join(' ')
  const wanted = { ...options, offset: 0, limit: ARTICLES_READ, order: 'relevance', excerptCount: 0 } as const
  const result = await sources.search(asked, wanted)
  const focus = focusOf(question, result.question.kind)
  const phrases = result.understood.wanted.flatMap((alternatives) => alternatives.map((it) => it.text))
  const topic = topicOf(asked, phrases, sources)
  const normalQuestion = normalise(asked)
  const scored = (await articlesOn(result.hits, phrases, topic, wanted, sources)).flatMap((it) =>
    scoreArticle(it, topic, focus, normalQuestion),
  )
  const needsForm = mustHaveForm(focus)
  const good = scored
    .filter(
      ({ score }) =>
        score.total >= LEAST_TOTAL &&
        score.coverage >= LEAST_COVERAGE &&
        score.inSentence >= LEAST_IN_SENTENCE &&
        score.predicate >= LEAST_PREDICATE &&
        (!needsForm || score.form >= LEAST_FORM),
    )
    .toSorted((a, b) => b.score.total - a.score.total)
  return {
    focus,
    phrases,
    answers: newestFirst(withoutRepeats(good), focus).map((it) => toAnswer(it, topic)),
  }
}

function scoreArticle(
  article: Article,
  topic: Topic,
  focus: QuestionFocus,
  question: string,
): readonly ScoredSentence[] {
  const headline = normalise([article.headline, ...article.deck, ...article.kicker].join(' '))
  const ofArticle = worthOfArticle(headline, normalise(article.paragraphs.join('\n')), topic)
  return article.paragraphs.flatMap((text, paragraph) => {
    let before = ''
    return sentencesOf(text).map((range, i) => {
      const sentence = text.slice(...range)
      const normal = normalise(sentence)
      const score = scoreSentence(
        {
          sentence: normal,
          before,
          headline,
          article: ofArticle,
          issueDate: article.issueDate ?? '',
          isLead: paragraph === 0 && i === 0,
        },
        topic,
        focus,
        question,
      )
      before = normal
      return { article, paragraph, range, sentence, score }
    })
  })
}

/** The same words in another article, or of another day, are no second answer. */
function withoutRepeats(sorted: readonly ScoredSentence[]): readonly ScoredSentence[] {
  const seen = new Set<string>()
  const perArticle = new Map<ArticleId, number>()
  return sorted.filter(({ article, sentence }) => {
    const count = perArticle.get(article.id) ?? 0
    if (seen.has(sentence) || count >= 2) return false
    seen.add(sentence)
    perArticle.set(article.id, count + 1)
    return true
  })
}

function toAnswer({ answer: it, isOlder }: DatedAnswer, topic: Topic): Answer {
  const normal = normaliseWithPositions(it.sentence)
  const ranges = it.score.answer === undefined ? placesOf(normal.text, topic) : [it.score.answer]
  return {
    sentence: it.sentence,
    highlights: ranges.map(([from, to]) => normal.toOriginal(from, to)),
    article: it.article,
    paragraph: it.paragraph,
    score: it.score.total,
    isOlder,
  }
}

function placesOf(text: string, { words }: Topic): readonly TextRange[] {
  return mergeRanges(
    words.flatMap(({ forms }): readonly TextRange[] => {
      const form = forms.find((it) => text.includes(it.text))?.text ?? ''
      const at = text.indexOf(form)
      return form === '' ? [] : [[at, at + form.length]]
    }),
  )
}

/** The best of each list first, then the second of each. */
function takeInTurn(lists: readonly (readonly Answer[])[], most: number): readonly Answer[] {
  const longest = Math.max(...lists.map((it) => it.length))
  return Array.from({ length: longest }, (_, i) => lists.flatMap((it) => it[i] ?? []))
    .flat()
    .slice(0, most)
}
