import { type Article, pageNumber } from '../../domain/index.ts'
import { bigramsOf } from '../wording/bigrams.ts'
import { endsSentence } from '../wording/markers.ts'
import type { Page } from './page.ts'

/**
 * Joins continuations (紧接01版) to their first part, where that is among the pages: of the same
 * paper and date, on the page named, with a headline much alike. The first part keeps its id and takes the text; the
 * continuation is no longer an article of its own page.
 */
export function joinContinuations(pages: readonly Page[]): readonly Page[] {
  const firstParts = new Map<Article, Article[]>()
  const joined = new Set<Article>()
  for (const page of pages)
    for (const article of page.articles) {
      const first = article.continuedFrom === undefined ? undefined : findFirstPart(article, page, pages)
      if (!first) continue
      firstParts.set(first, [...(firstParts.get(first) ?? []), article])
      joined.add(article)
    }
  if (joined.size === 0) return pages
  return pages.map((page) => ({
    ...page,
    articles: page.articles
      .filter((article) => !joined.has(article))
      .map((article) => (firstParts.get(article) ?? []).reduce(append, article)),
  }))
}

/**
 * Least share of the continuation's headline that the first part's must hold: pages word the two a little
 * differently.
 */
const ALIKE = 0.5

function findFirstPart(article: Article, page: Page, pages: readonly Page[]): Article | undefined {
  const candidates = pages
    .filter(
      (it) =>
        it !== page &&
        it.paper === page.paper &&
        it.date === page.date &&
        isPage(it.page, article.continuedFrom),
    )
    .flatMap((it) => it.articles)
    .filter((it) => it.continuedFrom === undefined)
  const words = bigramsOf(bare(article.headline))
  const likeness = (it: Article) => {
    const other = bigramsOf(bare([...it.kicker, it.headline, ...it.deck].join('')))
    return [...words].filter((word) => other.has(word)).length / Math.max(1, words.size)
  }
  const [best] = candidates.toSorted((a, b) => likeness(b) - likeness(a))
  return best && likeness(best) >= ALIKE ? best : undefined
}

const isPage = (page: string | undefined, asked: string | undefined): boolean =>
  page !== undefined &&
  asked !== undefined &&
  pageNumber(page).replace(/^0+/, '') === pageNumber(asked).replace(/^0+/, '')

const NO_WORD = /[\s\p{P}]/gu

const bare = (text: string): string => text.replace(NO_WORD, '')

function append(first: Article, rest: Article): Article {
  const [opening, ...others] = rest.paragraphs
  const last = first.paragraphs.at(-1)
  // A sub-head between the two begins a paragraph, and a continuation may be pictures alone.
  const opensWithSubhead = rest.subheads.some(({ before }) => before === 0)
  const goesOn = last !== undefined && opening !== undefined && !opensWithSubhead && !endsSentence(last)
  const paragraphs = goesOn
    ? [...first.paragraphs.slice(0, -1), last + opening, ...others]
    : [...first.paragraphs, ...rest.paragraphs]
  const offset = paragraphs.length - rest.paragraphs.length
  return {
    ...first,
    paragraphs,
    subheads: [
      ...first.subheads,
      ...rest.subheads.map(({ text, before }) => ({ text, before: before + offset })),
    ],
    captions: [...first.captions, ...rest.captions],
    byline: [...new Set([...first.byline, ...rest.byline])],
    ...lessSure(first, rest),
    warnings: [...first.warnings, `goes on in ${rest.source.file}`, ...rest.warnings],
  }
}

/** Two parts are no surer than the one that is less sure. */
function lessSure(
  { confidence: first }: Article,
  { confidence: rest }: Article,
): Pick<Article, 'confidence'> {
  if (!first || !rest) return {}
  return {
    confidence: {
      borders: Math.min(first.borders, rest.borders),
      headline: Math.min(first.headline, rest.headline),
    },
  }
}
