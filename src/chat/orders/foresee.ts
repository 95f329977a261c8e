import type { Article } from '../../domain/index.ts'
import type { Relaxation, SearchResult } from '../../search/index.ts'
import type { Parts } from '../turn/parts.ts'

/** Newest hits that are looked at one by one; of more than these the index alone tells how many match. */
const LOOKED_AT = 100
/** What matches a larger share of the archive is too common. */
const COMMON_SHARE = 0.3
/** Smaller archives tell nothing of what is common. */
const LEAST_ARTICLES = 20

/** What an alert would have told of, so that its maker sees what to expect. */
export interface Foresight {
  readonly total: number
  readonly newest?: Article
  /** Share of the archive, if it is too large. */
  readonly share?: number
  /** If nothing ever matched: what may have been meant. */
  readonly suggestion?: string
}

/** Asks the archive for what matches the whole query as it is written. */
export async function foresee({ search }: Pick<Parts, 'search'>, query: string): Promise<Foresight> {
  const result = await search.search(query, { order: 'newest', limit: LOOKED_AT, excerptCount: 0 })
  const passes = search.test(query)
  const matching = result.hits.flatMap(({ article }) => (passes(article) ? [article] : []))
  const total = result.total <= LOOKED_AT ? matching.length : Math.max(matching.length, countComplete(result))
  const suggestion = total === 0 ? (mended(result.relaxed) ?? result.suggestions[0]) : undefined
  const share = total / search.size
  const [newest] = matching
  return {
    total,
    ...(newest && { newest }),
    ...(search.size >= LEAST_ARTICLES && share > COMMON_SHARE && { share }),
    ...(suggestion !== undefined && { suggestion }),
  }
}

/** Hits that hold the whole query as it was written. */
function countComplete({ total, relaxed }: SearchResult): number {
  if (relaxed.some(({ kind }) => kind !== 'someWords')) return 0
  return relaxed.find((it) => it.kind === 'someWords')?.complete ?? total
}

/** What search took the query for; alerts do not do so by themselves, since nobody would see it. */
function mended(relaxed: readonly Relaxation[]): string | undefined {
  for (const it of relaxed) {
    if (it.kind === 'corrected') return it.to
    if (it.kind === 'pinyin') return it.to[0]
  }
  return undefined
}
