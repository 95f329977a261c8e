import type { Article } from '../domain/index.ts'
import type { Tokeniser } from '../language/index.ts'
import { type Candidates, findCandidates } from './candidates.ts'
import type { DocumentFacts } from './document-facts.ts'
import { excerptsOf, highlightsOf } from './excerpts.ts'
import { holdersOf } from './holders.ts'
import { literalOf } from './literal.ts'
import { parseQuery } from './parse-query.ts'
import type { UnderstoodQuery } from './query.ts'
import { hasRelativeDate, planQuery, type QueryPlan } from './query-plan.ts'
import { type RankedPage, rankPage } from './rank.ts'
import { rewrite } from './rewrite.ts'
import type { ArticleArchive, Hit, Match, Relaxation, SearchOptions, SearchResult } from './search-engine.ts'
import type { TermIndex } from './term-index.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface SearchParts {
  readonly index: TermIndex
  readonly facts: DocumentFacts
  readonly tokeniser: Tokeniser
  readonly archive: ArticleArchive
  /** In normal form, by document. */
  readonly headlineOf: (document: number) => string
  /** Made when the plain search has found too little, for the first time since the index changed. */
  readonly vocabulary: () => Promise<Vocabulary>
}

const DEFAULT_LIMIT = 10
const DEFAULT_EXCERPT_LENGTH = 120
const DEFAULT_EXCERPT_COUNT = 2

/** One reading of a query and what it finds. */
interface Attempt {
  readonly plan: QueryPlan
  readonly candidates: Candidates
  readonly page: RankedPage
  readonly relaxed: readonly Relaxation[]
}

/** Answers a query; where it finds nothing whole as it was written, tries what else may have been meant. */
export async function answer(
  query: string,
  options: SearchOptions,
  parts: SearchParts,
): Promise<SearchResult> {
  const { understood, problems } = parseQuery(query, options.today)
  const attempt = (it: UnderstoodQuery, relaxed: readonly Relaxation[], datesAsWords = false) =>
    tryOut(planQuery(it, parts.tokeniser, datesAsWords), relaxed, options, parts)

  const asked = problems.every((it) => it.kind !== 'nothingAsked')
  let best = await attempt(understood, [])
  let suggestions: readonly string[] = []
  const prefer = (other: Attempt) => {
    if (other.page.completeCount > best.page.completeCount || best.page.total === 0) best = other
  }
  if (asked && best.page.completeCount === 0) {
    if (hasRelativeDate(understood))
      prefer(await attempt(understood, [{ kind: 'dateAsWord', texts: relativeDatesOf(understood) }], true))
    if (best.page.completeCount === 0 && understood.wanted.length > 0) {
      const { index, tokeniser } = parts
      const countOf = (text: string) => countOfText(index, text)
      const rewriting = rewrite(understood, { vocabulary: await parts.vocabulary(), tokeniser, countOf })
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
    problems,
    relaxed: page.total === 0 ? [] : [...best.relaxed, ...someWordsOf(best)],
    suggestions,
  }
}

/** How many articles hold a text, or all its pairs of neighbours. */
function countOfText(index: TermIndex, text: string): number {
  const literal = literalOf(text)
  return literal === undefined ? 0 : holdersOf(index, { literal, field: undefined }).size
}

async function tryOut(
  plan: QueryPlan,
  relaxed: readonly Relaxation[],
  { offset = 0, limit = DEFAULT_LIMIT, order = 'relevance', filter = {} }: SearchOptions,
  parts: SearchParts,
): Promise<Attempt> {
  const { index, facts } = parts
  const candidates = findCandidates(index, plan, {
    passes: facts.matcher(plan.filter, filter),
    issuedIn: (dates) => facts.matcher(dates),
  })
  const wordless = plan.units.length === 0 && order === 'relevance'
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
  matchOf(article, planQuery(parseQuery(query, options.today).understood, tokeniser), options, tokeniser)

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
    ...plan.parts.map((it) => it.literal),
    ...plan.units.flatMap((unit) => unit.alternatives.map((it) => it.literal)),
  ]
  return {
    article,
    headlineHighlights: highlightsOf(article.headline, literals),
    excerpts: excerptsOf(article, literals, { length: excerptLength, count: excerptCount, tokeniser }),
  }
}

function someWordsOf({ page, candidates }: Attempt): readonly Relaxation[] {
  if (candidates.units.length === 0 || page.completeCount === page.total) return []
  const missing = candidates.units
    .filter(({ count }) => count === 0)
    .map(({ unit }) => unit.alternatives.map((it) => it.text).join(' OR '))
  return [{ kind: 'someWords', complete: page.completeCount, missing }]
}

const relativeDatesOf = ({ wanted }: UnderstoodQuery) =>
  wanted.flatMap(([it, ...others]) =>
    others.length === 0 && it?.dates?.style === 'relative' ? [it.text] : [],
  )

const phrasesOf = ({ wanted }: UnderstoodQuery) => wanted.flat().flatMap((it) => (it.exact ? [it.text] : []))

const withoutPhrases = (query: UnderstoodQuery): UnderstoodQuery => ({
  ...query,
  wanted: query.wanted.map((alternatives) => alternatives.map((it) => ({ ...it, exact: false }))),
})
