import type { Article } from '../domain/index.ts'
import type { Tokeniser, Word } from '../language/index.ts'
import { excerptsOf, highlightsOf } from './excerpts/excerpts.ts'
import { literalOf } from './query/literal.ts'
import { parseQuery } from './query/parse-query.ts'
import type { ParsedQuery } from './query/query.ts'
import { type QuestionReading, readQuestion } from './query/question.ts'
import type { Relaxation } from './query/relaxation.ts'
import type { ArticleArchive } from './ranking/article-archive.ts'
import { type Candidates, findCandidates } from './ranking/candidates.ts'
import { matchingDocuments } from './ranking/matching-documents.ts'
import { hasRelativeDate, literalsOf, planQuery, type QueryPlan } from './ranking/query-plan.ts'
import { type RankedPage, rankPage } from './ranking/rank.ts'
import type { TextChecks } from './ranking/text-checks.ts'
import type { Hit, Match, OtherNames, SearchOptions, SearchResult } from './search-engine.ts'
import { mayBeWord } from './spelling/find-misspelling.ts'
import { rewriteQuery } from './spelling/rewrite-query.ts'
import type { Vocabulary } from './spelling/vocabulary.ts'
import { DocumentSet } from './term-index/document-set.ts'
import type { DocumentValues } from './term-index/document-values.ts'
import type { TermIndex } from './term-index/term-index.ts'

/** What a query is answered from. */
export interface SearchParts {
  readonly index: TermIndex
  readonly facts: DocumentValues
  readonly tokeniser: Tokeniser
  readonly archive: ArticleArchive
  readonly texts: TextChecks
  /** In normal form, by document. */
  readonly headlineOf: (document: number) => string
  /** Made when the plain search has found too little, for the first time since the index changed. */
  readonly vocabulary: () => Promise<Vocabulary>
}

const DEFAULT_LIMIT = 10
/** Fewer articles than this that hold everything, and the query may have been meant otherwise. */
const FEW_COMPLETE = 10
const DEFAULT_EXCERPT_LENGTH = 120
const DEFAULT_EXCERPT_COUNT = 2

/** One reading of a query and what it finds. */
interface Attempt {
  readonly plan: QueryPlan
  readonly candidates: Candidates
  readonly page: RankedPage
  readonly relaxed: readonly Relaxation[]
}

/** What a query asks for, and what only asks in it, without a search. */
export const questionOf = (
  query: string,
  options: Pick<SearchOptions, 'today'>,
  parts: Pick<SearchParts, 'facts' | 'tokeniser'>,
): QuestionReading => readQuestion(parseFor(query, options, parts).understood, parts.tokeniser)

/** Days without a year mean the newest such days that the archive has. */
const parseFor = (
  query: string,
  { today }: Pick<SearchOptions, 'today'>,
  { facts }: Pick<SearchParts, 'facts'>,
) =>
  parseQuery(query, today, {
    has: (days) => facts.hasIssueIn(days),
    newest: () => facts.newestDay(),
  })

/** Answers a query; if it finds nothing whole as it was written, tries what else may have been meant. */
export async function runQuery(
  query: string,
  options: SearchOptions,
  parts: SearchParts,
): Promise<SearchResult> {
  const { understood: typed, problems } = parseFor(query, options, parts)
  // The question and the plans are read from the same parts of the query: each is cut into words once.
  const tokeniser = rememberingWords(parts.tokeniser)
  const { query: understood, fillers, kind, wantsNewest } = readQuestion(typed, tokeniser)
  const asks = fillers.length > 0
  const attempt = (it: ParsedQuery, relaxed: readonly Relaxation[], datesAsWords = false) =>
    execute(
      planQuery(it, tokeniser, { datesAsWords, typed: it === understood ? typed : it, asks }),
      relaxed,
      options,
      parts,
    )

  const asked = problems.every((it) => it.kind !== 'nothingAsked')
  let best = await attempt(understood, [])
  let suggestions: readonly string[] = []
  const prefer = (other: Attempt) => {
    if (other.page.completeCount > best.page.completeCount || best.page.total === 0) best = other
  }
  const rewrite = async (hasFound: boolean) => {
    const { index } = parts
    return rewriteQuery(understood, {
      vocabulary: await parts.vocabulary(),
      tokeniser,
      countOf: (text) => countOfText(index, text),
      countTogether: (texts) => countOfTexts(index, texts),
      documentCount: index.documentCount,
      hasFound,
    })
  }
  if (asked && best.page.completeCount > 0 && best.page.completeCount < FEW_COMPLETE) {
    const mayHaveSlip = understood.wanted.some(
      ([it]) =>
        it !== undefined && !it.exact && mayBeWord(it.text) && countOfText(parts.index, it.text) === 0,
    )
    const rewriting = mayHaveSlip ? await rewrite(true) : undefined
    const other = rewriting?.query && (await attempt(rewriting.query, rewriting.relaxed))
    if (other && other.page.completeCount >= best.page.completeCount) best = other
  }
  if (asked && best.page.completeCount === 0) {
    if (hasRelativeDate(understood))
      prefer(await attempt(understood, [{ kind: 'dateAsWord', texts: relativeDatesOf(understood) }], true))
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
  const { plan, page } = best
  return {
    total: asked ? page.total : 0,
    hits: asked ? toHits(page, plan, options, parts.tokeniser) : [],
    understood,
    question: { fillers, kind, wantsNewest },
    otherNames: otherNamesIn(plan, parts.index),
    problems,
    relaxed: page.total === 0 ? [] : [...best.relaxed, ...someWordsOf(best)],
    suggestions,
  }
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

/** The other names that brought articles, or might have; each name once. */
function otherNamesIn({ clauses, parts }: QueryPlan, index: TermIndex): readonly OtherNames[] {
  const told = new Map<string, readonly string[]>()
  for (const { text, others } of [...parts, ...clauses.flatMap((it) => it.alternatives)]) {
    const names = others.filter(({ kind }) => kind === 'name').map((it) => it.text)
    const known = told.has(text) ? [] : names.filter((it) => countOfText(index, it) > 0)
    if (known.length > 0) told.set(text, known)
  }
  return Array.from(told, ([text, names]) => ({ text, names }))
}

/** How many articles hold a text, or all its pairs of neighbours. */
export const countOfText = (index: TermIndex, text: string): number => countOfTexts(index, [text])

/** How many articles hold each of some texts, or all its pairs of neighbours; 0 if one of them is punctuation only. */
function countOfTexts(index: TermIndex, [first = '', ...others]: readonly string[]): number {
  const documentsOf = (text: string) => {
    const literal = literalOf(text)
    return literal && matchingDocuments(index, { literal, others: [], field: undefined })
  }
  const documents = documentsOf(first)
  for (const text of others) documents?.meet(documentsOf(text) ?? new DocumentSet(0))
  return documents?.size ?? 0
}

async function execute(
  plan: QueryPlan,
  relaxed: readonly Relaxation[],
  { offset = 0, limit = DEFAULT_LIMIT, order = 'relevance', filter = {} }: SearchOptions,
  parts: SearchParts,
): Promise<Attempt> {
  const { index, facts, texts } = parts
  const candidates = await findCandidates(index, plan, {
    passes: facts.matcher(plan.filter, filter),
    issuedIn: (dates) => facts.matcher(dates),
    texts,
  })
  const wordless = plan.clauses.length === 0 && order === 'relevance'
  const page = await rankPage(candidates, plan, { offset, limit, order: wordless ? 'newest' : order }, parts)
  return { plan, candidates, page, relaxed }
}

/** Shows in an article what a query asks for, however the article was found. */
export const showMatches = (
  query: string,
  article: Article,
  options: SearchOptions,
  tokeniser: Tokeniser,
): Match =>
  matchOf(
    article,
    planQuery(readQuestion(parseQuery(query, options.today).understood, tokeniser).query, tokeniser),
    options,
    tokeniser,
  )

const toHits = (
  { hits }: RankedPage,
  plan: QueryPlan,
  options: SearchOptions,
  tokeniser: Tokeniser,
): readonly Hit[] =>
  hits.map(({ article, score }) => ({ score, ...matchOf(article, plan, options, tokeniser) }))

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

function someWordsOf({ page, candidates }: Attempt): readonly Relaxation[] {
  if (candidates.clauses.length === 0 || page.completeCount === page.total) return []
  const missing = candidates.clauses
    .filter(({ count }) => count === 0)
    .map(({ clause }) => clause.alternatives.map((it) => it.text).join(' OR '))
  return [{ kind: 'someWords', complete: page.completeCount, missing }]
}

const relativeDatesOf = ({ wanted }: ParsedQuery) =>
  wanted.flatMap(([it, ...others]) =>
    others.length === 0 && it?.dates?.style === 'relative' ? [it.text] : [],
  )

const phrasesOf = ({ wanted }: ParsedQuery) => wanted.flat().flatMap((it) => (it.exact ? [it.text] : []))

const withoutPhrases = (query: ParsedQuery): ParsedQuery => ({
  ...query,
  wanted: query.wanted.map((alternatives) => alternatives.map((it) => ({ ...it, exact: false }))),
})
