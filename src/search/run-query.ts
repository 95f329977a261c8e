import type { Article } from '../domain/index.ts'
import type { Tokeniser, Word } from '../language/index.ts'
import { excerptsOf, highlightsOf } from './excerpts/excerpts.ts'
import { withExplainedNames } from './learn-names.ts'
import { parseQuery } from './query/parse-query.ts'
import type { ParsedQuery } from './query/query.ts'
import type { Calendar } from './query/query-dates.ts'
import { type QuestionReading, readQuestion } from './query/question.ts'
import type { Relaxation } from './query/relaxation.ts'
import type { ArticleArchive } from './ranking/article-archive.ts'
import type { CandidateSource } from './ranking/candidate-source.ts'
import { otherNamesIn } from './ranking/names-in-plan.ts'
import { meaningOfQuery, type QueryMeaning } from './ranking/query-meaning.ts'
import { daysAsWordsOf, literalsOf, planQuery, type QueryPlan } from './ranking/query-plan.ts'
import { type RankedPage, rankPage } from './ranking/rank.ts'
import { countOfText, standsIn, type TermCounts } from './ranking/term-counts.ts'
import type { Hit, Match, SearchOptions, SearchResult } from './search-engine.ts'
import { mayBeWord } from './spelling/find-misspelling.ts'
import { rewriteQuery } from './spelling/rewrite-query.ts'
import type { Vocabulary } from './spelling/vocabulary.ts'

/** What a query is answered from. */
export interface SearchParts {
  readonly source: CandidateSource
  readonly counts: TermCounts
  /** Whether `counts` are of the newest articles only. */
  readonly isSample: boolean
  readonly calendar: Calendar
  readonly tokeniser: Tokeniser
  readonly archive: ArticleArchive
  /** Made when the plain search has found too little, for the first time since the index changed. */
  readonly vocabulary: () => Promise<Vocabulary>
}

const DEFAULT_LIMIT = 10
/** The same one each time: what is asked twice in a row is found once. */
const NO_FILTER = {}
/** Fewer articles than this that hold everything, and the query may have been meant otherwise. */
const FEW_COMPLETE = 10
const DEFAULT_EXCERPT_LENGTH = 120
const DEFAULT_EXCERPT_COUNT = 2

/** One reading of a query and what it finds. */
interface Attempt {
  readonly plan: QueryPlan
  readonly page: RankedPage
  readonly relaxed: readonly Relaxation[]
}

/** What a query asks for, and what only asks in it, without a search. */
export const questionOf = (
  query: string,
  options: Pick<SearchOptions, 'today'>,
  parts: Pick<SearchParts, 'calendar' | 'counts' | 'tokeniser'>,
): QuestionReading =>
  readQuestion(parseFor(query, options, parts).understood, parts.tokeniser, standsIn(parts.counts))

/** Days without a year mean the newest such days that the archive has. */
const parseFor = (
  query: string,
  { today }: Pick<SearchOptions, 'today'>,
  { calendar }: Pick<SearchParts, 'calendar'>,
) => parseQuery(query, today, calendar)

/** Answers a query; if it finds nothing whole as it was written, tries what else may have been meant. */
export async function runQuery(
  query: string,
  options: SearchOptions,
  parts: SearchParts,
): Promise<SearchResult> {
  const { understood: typed, problems } = parseFor(query, options, parts)
  // The question and the plans are read from the same parts of the query: each is cut into words once.
  const tokeniser = rememberingWords(parts.tokeniser)
  const { query: topic, fillers, kind, wantsNewest } = readQuestion(typed, tokeniser, standsIn(parts.counts))
  const { query: understood, names: explained } = await withExplainedNames(topic, { ...parts, tokeniser })
  const asks = fillers.length > 0
  const how = { ...options, wantsNewest }
  const attempt = (it: ParsedQuery, relaxed: readonly Relaxation[], datesAsWords = false) =>
    execute(
      planQuery(it, tokeniser, { datesAsWords, typed: it === understood ? typed : it, asks }),
      relaxed,
      how,
      parts,
    )

  const asked = problems.every((it) => it.kind !== 'nothingAsked')
  let best = await attempt(understood, [])
  let suggestions: readonly string[] = []
  const prefer = (other: Attempt) => {
    if (other.page.completeCount > best.page.completeCount || best.page.total === 0) best = other
  }
  const rewrite = async (hasFound: boolean) => {
    const { counts } = parts
    return rewriteQuery(understood, {
      vocabulary: await parts.vocabulary(),
      tokeniser,
      countOf: (text) => countOfText(counts, text),
      countTogether: (texts) => counts.countTogether(texts),
      documentCount: counts.documentCount,
      hasFound,
    })
  }
  if (asked && best.page.completeCount > 0 && best.page.completeCount < FEW_COMPLETE) {
    const slips = understood.wanted.flatMap(([it]) =>
      it !== undefined && !it.exact && mayBeWord(it.text) && countOfText(parts.counts, it.text) === 0
        ? [it.text]
        : [],
    )
    const rewriting = (await someStandNowhere(slips, tokeniser, parts)) ? await rewrite(true) : undefined
    const other = rewriting?.query && (await attempt(rewriting.query, rewriting.relaxed))
    if (other && other.page.completeCount >= best.page.completeCount) best = other
  }
  if (asked && best.page.completeCount === 0) {
    const texts = daysAsWordsOf(understood)
    if (texts.length > 0) prefer(await attempt(understood, [{ kind: 'dateAsWord', texts }], true))
    if (best.page.completeCount === 0 && understood.wanted.length > 0) {
      const rewriting = await rewrite(false)
      suggestions = rewriting.suggestions
      if (rewriting.query) prefer(await attempt(rewriting.query, rewriting.relaxed))
    }
    if (best.page.completeCount === 0 && phrasesOf(understood).length > 0)
      prefer(
        await attempt(withoutPhrases(understood), [{ kind: 'phraseAsWords', texts: phrasesOf(understood) }]),
      )
  }
  const order = options.order ?? 'relevance'
  // A source that knows no vectors need not be asked again.
  if (asked && parts.source.alike && best.page.completeCount === 0 && order === 'relevance') {
    const meaning = meaningOfQuery(understood, tokeniser, parts.counts)
    if (meaning) best = await execute(best.plan, best.relaxed, how, parts, meaning)
  }
  const { plan, page } = best
  return {
    total: asked ? page.total : 0,
    hits: asked ? toHits(page, plan, options, parts.tokeniser) : [],
    understood: topic,
    question: { fillers, kind, wantsNewest },
    otherNames: [...otherNamesIn(plan, parts.counts), ...explained],
    problems: page.found.cut
      ? [...problems, { kind: 'tooLong', unit: 'terms', kept: page.found.cut.kept }]
      : problems,
    ...(page.found.partial && { partial: true }),
    relaxed: page.total === 0 ? [] : [...best.relaxed, ...someWordsOf(best), ...alikeIn(best)],
    suggestions,
  }
}

/** Whether one of some texts that the counts do not know stands nowhere: the newest articles do not know the oldest. */
async function someStandNowhere(
  texts: readonly string[],
  tokeniser: Tokeniser,
  { source, isSample }: Pick<SearchParts, 'source' | 'isSample'>,
): Promise<boolean> {
  if (!isSample) return texts.length > 0
  for (const text of texts) {
    const asWritten = { wanted: [[{ text, exact: true }]], excluded: [], filter: {} }
    const none = { filter: {}, order: 'newest', window: { from: 0, to: 0 } } as const
    if ((await source.find(planQuery(asWritten, tokeniser), none)).total === 0) return true
  }
  return false
}

/** Cuts each text once only; for the few of one query. */
function rememberingWords(tokeniser: Tokeniser): Tokeniser {
  const known = new Map<string, readonly Word[]>()
  return {
    ...tokeniser,
    wordsOf: (text) => {
      const words = known.get(text) ?? tokeniser.wordsOf(text)
      known.set(text, words)
      return words
    },
  }
}

async function execute(
  plan: QueryPlan,
  relaxed: readonly Relaxation[],
  {
    offset = 0,
    limit = DEFAULT_LIMIT,
    order = 'relevance',
    filter = NO_FILTER,
    wantsNewest,
  }: SearchOptions & Pick<QuestionReading, 'wantsNewest'>,
  parts: SearchParts,
  meaning?: QueryMeaning,
): Promise<Attempt> {
  const wordless = plan.clauses.length === 0 && order === 'relevance'
  const page = await rankPage(
    plan,
    { offset, limit, order: wordless ? 'newest' : order, filter, meaning, wantsNewest },
    parts,
  )
  return { plan, page, relaxed }
}

/** Shows in an article what a query asks for, however the article was found. */
export const showMatches = (
  query: string,
  article: Article,
  options: Pick<SearchOptions, 'excerptLength' | 'excerptCount'>,
  { counts, tokeniser }: Pick<SearchParts, 'counts' | 'tokeniser'>,
): Match => {
  const { understood } = parseQuery(query)
  const { query: topic } = readQuestion(understood, tokeniser, standsIn(counts))
  return matchOf(article, planQuery(topic, tokeniser), options, tokeniser)
}

const toHits = (
  { hits }: RankedPage,
  plan: QueryPlan,
  options: SearchOptions,
  tokeniser: Tokeniser,
): readonly Hit[] =>
  hits.map(({ article, score }, place) =>
    place < (options.excerptedHits ?? hits.length)
      ? { score, ...matchOf(article, plan, options, tokeniser) }
      : { score, article, headlineHighlights: [], excerpts: [] },
  )

function matchOf(
  article: Article,
  plan: QueryPlan,
  { excerptLength = DEFAULT_EXCERPT_LENGTH, excerptCount = DEFAULT_EXCERPT_COUNT }: SearchOptions,
  tokeniser: Tokeniser,
): Match {
  const literals = [
    ...plan.parts.flatMap(literalsOf),
    ...plan.clauses.flatMap((clause) => clause.alternatives.flatMap(literalsOf)),
  ]
  return {
    article,
    headlineHighlights: highlightsOf(article.headline, literals),
    excerpts: excerptsOf(article, literals, { length: excerptLength, count: excerptCount, tokeniser }),
  }
}

function someWordsOf({ page }: Attempt): readonly Relaxation[] {
  const { found, completeCount, total } = page
  if (found.total === 0 || found.clauses.length === 0 || completeCount === total) return []
  const missing = found.clauses
    .filter(({ count }) => count === 0)
    .map(({ clause }) => clause.alternatives.map((it) => it.text).join(' OR '))
  return [{ kind: 'someWords', complete: completeCount, missing }]
}

const alikeIn = ({ page: { hasAlike, found } }: Attempt): readonly Relaxation[] =>
  hasAlike ? [{ kind: 'alike', only: found.total === 0 }] : []

const phrasesOf = ({ wanted }: ParsedQuery) => wanted.flat().flatMap((it) => (it.exact ? [it.text] : []))

const withoutPhrases = (query: ParsedQuery): ParsedQuery => ({
  ...query,
  wanted: query.wanted.map((alternatives) => alternatives.map((it) => ({ ...it, exact: false }))),
})
