import type { Article, ArticleId } from '../domain/index.ts'
import { mergeRanges, normaliseWithPositions, type TextRange } from '../language/index.ts'
import type { QuestionKind, SearchEngine, SearchOptions, SearchResult } from '../search/index.ts'
import { type DatedAnswer, newestFirst } from './newest-first.ts'
import type { QuestionFocus } from './question-focus.ts'
import { type AnswerSources, type ReadQuestion, readQuestion } from './read-question.ts'
import type { ScoredSentence } from './scored-sentence.ts'
import { splitQuestions } from './split-questions.ts'
import type { Topic } from './topic.ts'

/** A sentence of the archive that answers a question, word for word. */
export interface Answer {
  /** As printed. */
  readonly sentence: string
  /** Where the answer stands in it, else the words of the topic; in UTF-16 units, ascending, not overlapping. */
  readonly highlights: readonly TextRange[]
  readonly article: Article
  /** Of the article's paragraphs, from 0. */
  readonly paragraph: number
  /** The chance that it answers, 0 to 1, as far as questions with known answers tell. */
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
  /** Of several questions in one text, those that the archive does not answer, as they were asked. */
  readonly unanswered: readonly string[]
  /** The articles on the topic, as search finds them. */
  readonly found: SearchResult
}

/** How the articles around the answers are wanted; the number of answers beside. */
export interface AnswerOptions extends SearchOptions {
  /** 3 unless told. */
  readonly answers?: number
}

const MOST_ANSWERS = 3
/**
 * The archive does not say if it is less likely than this that it answers at all, unless one sentence by itself is likely enough:
 * chosen on the half of the questions that the weights were learnt from, each asked of what the others taught.
 */
const LEAST_CHANCE = 0.4
const LIKELY_BY_ITSELF = 0.3
/** A sentence that is so much less likely than the best one is not shown beside it. */
const LEAST_SHARE = 0.1

/**
 * Answers a question with sentences of the archive, and says nothing if none tells enough: nothing is made up. Of several
 * questions in one text each is answered, the best answer to each first.
 */
export async function answerQuestion(
  question: string,
  sources: AnswerSources & Pick<SearchEngine, 'questionOf'>,
  { answers: most = MOST_ANSWERS, ...options }: AnswerOptions = {},
): Promise<AnswerResult> {
  const [first = question, ...others] = splitQuestions(question, asksIn(sources, options))
  const { found, ...whole } = await readQuestion(first, sources, options)
  const reading = answersOf(whole)
  const read = [{ question: first, answers: reading.answers }]
  for (const other of others)
    read.push({
      question: other,
      answers: answersOf(await readQuestion(other, sources, options, reading.phrases)).answers,
    })
  return {
    kind: reading.focus.kind,
    answers: takeInTurn(
      read.map((it) => it.answers),
      most,
    ),
    unanswered: others.length === 0 ? [] : read.flatMap((it) => (it.answers.length === 0 ? it.question : [])),
    found,
  }
}

/** Whether a text asks something that {@link answerQuestion} may answer, and not for news on it; of several questions the first one counts. */
export function asksSomething(
  text: string,
  { questionOf }: Pick<SearchEngine, 'questionOf'>,
  options: Pick<SearchOptions, 'today'>,
): boolean {
  const [first = text] = splitQuestions(text, asksIn({ questionOf }, options))
  const { kind, fillers } = questionOf(first, options)
  // 有没有关于台风的新闻 asks for articles, and gets them.
  return kind !== undefined && !(kind === 'yesNo' && fillers.some((it) => ASKS_FOR_NEWS.test(it)))
}

/** Behind another clause a question may be of that one's topic: 哪天开始, 在哪些地方. */
const asksIn =
  ({ questionOf }: Pick<SearchEngine, 'questionOf'>, options: Pick<SearchOptions, 'today'>) =>
  (clause: string, before?: string): boolean =>
    questionOf(before === undefined ? clause : `"${before}" ${clause}`, options).kind !== undefined

const ASKS_FOR_NEWS = /新闻|消息|报道|报导|资讯|动态|文章|资料|稿/u

interface Reading {
  readonly focus: QuestionFocus
  readonly phrases: readonly string[]
  readonly answers: readonly Answer[]
}

/** The candidates that are likely enough, in the order in which they are shown. */
function answersOf({ focus, topic, phrases, sentences, chance }: ReadQuestion): Reading {
  const best = sentences[0]?.chance ?? 0
  const isTold = chance >= LEAST_CHANCE || best >= LIKELY_BY_ITSELF
  const good = isTold ? sentences.filter((it) => it.chance >= LEAST_SHARE * best) : []
  const score = (it: ScoredSentence) => (Math.max(chance, best) * it.chance) / best
  return {
    focus,
    phrases,
    answers: newestFirst(withoutRepeats(good), focus, topic).map((it) =>
      toAnswer(it, topic, score(it.answer)),
    ),
  }
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

function toAnswer({ answer: it, isOlder }: DatedAnswer, topic: Topic, score: number): Answer {
  const normal = normaliseWithPositions(it.sentence)
  const ranges = it.score.answer === undefined ? placesOf(normal.text, topic) : [it.score.answer]
  return {
    sentence: it.sentence,
    highlights: ranges.map(([from, to]) => normal.toOriginal(from, to)),
    article: it.article,
    paragraph: it.paragraph,
    score,
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

/** A longer sentence, in UTF-16 units, may be shown in part around what answers: then each answer has a part of its own. */
const SHOWN_WHOLE = 250

/**
 * The best of each list first, then the second of each. A sentence that answers several questions stands once, with all that
 * answers marked in it.
 */
function takeInTurn(lists: readonly (readonly Answer[])[], most: number): readonly Answer[] {
  const longest = Math.max(...lists.map((it) => it.length))
  const bySentence = new Map<string, Answer>()
  for (let place = 0; place < longest; place++)
    for (const it of lists.flatMap((list) => list[place] ?? [])) {
      const isWhole = it.sentence.length <= SHOWN_WHOLE
      const key = isWhole ? it.sentence : `${it.sentence} ${it.highlights[0]?.[0]}`
      const known = bySentence.get(key)
      const highlights = mergeRanges([...(known?.highlights ?? []), ...it.highlights])
      bySentence.set(key, known ? { ...known, highlights } : it)
    }
  return [...bySentence.values()].slice(0, most)
}
