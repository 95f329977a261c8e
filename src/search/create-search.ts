import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { ArticleId } from '../domain/index.ts'
import type { Tokeniser } from '../language/index.ts'
import { type Candidates, findCandidates } from './candidates.ts'
import { createDocumentFacts, type DocumentFacts } from './document-facts.ts'
import { excerptsOf, highlightsOf } from './excerpts.ts'
import { textOfFields } from './index-fields.ts'
import type { Literal } from './literal.ts'
import { createMiniSearchIndex } from './minisearch-index.ts'
import { parseQuery } from './parse-query.ts'
import { planQuery, type QueryPlan } from './query-plan.ts'
import { relatedTo } from './related.ts'
import type {
  ArticleArchive,
  Hit,
  Relaxation,
  SearchEngine,
  SearchOptions,
  SearchResult,
} from './search-engine.ts'
import { lookAgain } from './second-look.ts'
import { createSuggester } from './suggest.ts'
import type { TermIndex } from './term-index.ts'

const DEFAULT_LIMIT = 10
const DEFAULT_EXCERPT_LENGTH = 120
const DEFAULT_EXCERPT_COUNT = 2
/** Candidates whose text is read before they are put in order. */
const SECOND_LOOK = 100
/** Articles taken in between two breaths; 16 of ~1,000 characters take about 10 ms. */
const SLICE = 16

/** A search engine in memory, empty. It holds ids and what ranking needs; texts it asks of the archive. */
export function createSearch(tokeniser: Tokeniser, archive: ArticleArchive): SearchEngine {
  const index = createMiniSearchIndex(tokeniser)
  const facts = createDocumentFacts()
  const suggester = createSuggester()

  const drop = (id: ArticleId) => {
    if (index.remove(id) !== undefined) suggester.remove(id)
  }

  return {
    get size() {
      return index.size
    },
    add: async (articles) => {
      for (const [i, article] of articles.entries()) {
        if (i % SLICE === SLICE - 1) await yieldToOthers()
        drop(article.id)
        facts.set(index.add(article.id, textOfFields(article)), article)
        suggester.add(article)
      }
    },
    remove: async (ids) => ids.forEach(drop),
    search: (query, options = {}) => answer(query, options, { index, facts, tokeniser, archive }),
    suggest: async (prefix, limit) => suggester.suggest(prefix, limit),
    related: (id, limit) => relatedTo(id, limit, { index, tokeniser, archive }),
  }
}

interface Parts {
  readonly index: TermIndex
  readonly facts: DocumentFacts
  readonly tokeniser: Tokeniser
  readonly archive: ArticleArchive
}

async function answer(query: string, options: SearchOptions, parts: Parts): Promise<SearchResult> {
  const { problems, ...understood } = parseQuery(query)
  const plan = planQuery(understood, parts.tokeniser)
  const passes = [understood.filter, options.filter ?? {}].map((it) => parts.facts.matcher(it))
  const asked = plan.units.length > 0
  const found = asked
    ? findCandidates(parts.index, plan, (document) => passes.every((test) => test(document)))
    : undefined
  const ranked = found === undefined ? [] : await rank(found, plan, options.order ?? 'relevance', parts)
  const offset = options.offset ?? 0
  const page = ranked.slice(offset, offset + (options.limit ?? DEFAULT_LIMIT))
  return {
    total: ranked.length,
    hits: await toHits(page, plan, options, parts),
    understood,
    problems,
    relaxed: found === undefined ? [] : relaxationsOf(found, plan),
    suggestions: [],
  }
}

interface Ranked {
  readonly document: number
  readonly score: number
}

async function rank(
  { documents, complete, scores }: Candidates,
  plan: QueryPlan,
  order: NonNullable<SearchOptions['order']>,
  { index, facts, archive }: Parts,
): Promise<readonly Ranked[]> {
  const byDate = (a: number, b: number) => facts.dateOf(b) - facts.dateOf(a) || b - a
  const scoreOf = (document: number) => scores[document] ?? 0
  if (order !== 'relevance') {
    const sign = order === 'newest' ? 1 : -1
    const last = (document: number) => (facts.dateOf(document) === 0 ? 1 : 0)
    return Array.from(documents)
      .toSorted((a, b) => last(a) - last(b) || sign * byDate(a, b))
      .map((document) => ({ document, score: scoreOf(document) }))
  }
  const sorted = Array.from(documents).toSorted(
    (a, b) => (complete[b] ?? 0) - (complete[a] ?? 0) || scoreOf(b) - scoreOf(a) || byDate(a, b),
  )
  const first = sorted.slice(0, SECOND_LOOK)
  const articles = await archive.getMany(first.map((it) => index.idOf(it) ?? ''))
  const looked = first.flatMap((document, i) => {
    const article = articles[i]
    const look = article && lookAgain(article, plan)
    return look?.admissible
      ? [{ document, complete: look.complete, score: scoreOf(document) * look.factor }]
      : []
  })
  looked.sort(
    (a, b) => Number(b.complete) - Number(a.complete) || b.score - a.score || byDate(a.document, b.document),
  )
  return [
    ...looked.map(({ document, score }) => ({ document, score })),
    ...sorted.slice(SECOND_LOOK).map((document) => ({ document, score: scoreOf(document) })),
  ]
}

async function toHits(
  page: readonly Ranked[],
  plan: QueryPlan,
  { excerptLength = DEFAULT_EXCERPT_LENGTH, excerptCount = DEFAULT_EXCERPT_COUNT }: SearchOptions,
  { index, archive }: Parts,
): Promise<readonly Hit[]> {
  const literals = literalsOf(plan)
  const articles = await archive.getMany(page.map((it) => index.idOf(it.document) ?? ''))
  return page.flatMap(({ score }, i) => {
    const article = articles[i]
    if (article === undefined) return []
    const excerpts = excerptsOf(article, literals, { length: excerptLength, count: excerptCount })
    return [{ article, score, headlineHighlights: highlightsOf(article.headline, literals), excerpts }]
  })
}

const literalsOf = (plan: QueryPlan): readonly Literal[] => [
  ...plan.parts.map((it) => it.literal),
  ...plan.units.flatMap((unit) => unit.alternatives.map((it) => it.literal)),
]

function relaxationsOf({ documents, completeCount, unitCounts }: Candidates, plan: QueryPlan): Relaxation[] {
  if (completeCount === documents.length) return []
  const missing = plan.units
    .filter((_, i) => unitCounts[i] === 0)
    .map((unit) => unit.alternatives.map((it) => it.text).join(' OR '))
  return [{ kind: 'someWords', complete: completeCount, missing }]
}
