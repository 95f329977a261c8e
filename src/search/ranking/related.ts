import type { Article, ArticleId } from '../../domain/index.ts'
import { isWordTerm, type Tokeniser } from '../../language/index.ts'
import { textOfFields } from '../term-index/fields.ts'
import type { ArticleArchive } from './article-archive.ts'
import type { CandidateSource } from './candidate-source.ts'
import type { TermCounts } from './term-counts.ts'

/** An article near another one. */
export interface RelatedArticle {
  readonly article: Article
  /** Above 0; higher is nearer. To be compared within one answer only. */
  readonly score: number
}

/** Words of an article that stand for it: those said often here and seldom elsewhere. */
const KEY_WORDS = 20
const BOOSTS = { headline: 3, deck: 1.5, body: 1 }
/** A word in more articles than this, and than a tenth of all, says nothing. */
const FEW_ARTICLES = 10
const LARGEST_SHARE = 0.1

/** Articles that share the telling words of one, nearest first. */
export async function relatedTo(
  id: ArticleId,
  limit: number,
  {
    source,
    counts,
    tokeniser,
    archive,
  }: {
    readonly source: Pick<CandidateSource, 'nearest'>
    readonly counts: TermCounts
    readonly tokeniser: Tokeniser
    readonly archive: ArticleArchive
  },
): Promise<readonly RelatedArticle[]> {
  const [article] = await archive.getMany([id])
  if (article === undefined || limit <= 0) return []
  const { headline, deck, body } = textOfFields(article)
  const frequency = new Map<string, number>()
  for (const [text, weight] of [
    [headline, 3],
    [deck, 2],
    [body, 1],
  ] as const)
    for (const term of tokeniser.termsOf(text))
      if (isWordTerm(term) && term.length > 1) frequency.set(term, (frequency.get(term) ?? 0) + weight)
  const weighted = [...frequency]
    .map(([term, count]) => ({ term, matching: counts.documentFrequency(term), count }))
    .filter(
      ({ matching }) =>
        matching > 1 && matching <= Math.max(FEW_ARTICLES, counts.documentCount * LARGEST_SHARE),
    )
    .map(({ term, matching, count }) => ({
      term,
      weight: Math.sqrt(count) * Math.log(1 + counts.documentCount / matching),
    }))
    .toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, KEY_WORDS)
  const terms = weighted.map(({ term, weight }) => ({ term, boosts: scaled(weight) }))
  const nearest = await source.nearest(terms, id, limit)
  const articles = await archive.getMany(nearest.map((it) => it.id))
  return nearest.flatMap(({ score }, i) =>
    articles[i] === undefined ? [] : [{ article: articles[i], score }],
  )
}

const scaled = (weight: number) => ({
  headline: BOOSTS.headline * weight,
  deck: BOOSTS.deck * weight,
  body: BOOSTS.body * weight,
})
