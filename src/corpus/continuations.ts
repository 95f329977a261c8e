import type { Article } from '../domain/index.ts'
import type { Page } from './page.ts'

/**
 * Joins pieces that go on on another page (紧接01版) to their first part, where that is among the pages: of the same
 * paper and date, on the page named, with the same headline. The first part keeps its id and takes the text; the
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

function findFirstPart(article: Article, page: Page, pages: readonly Page[]): Article | undefined {
  const sameIssue = pages.filter(
    (it) =>
      it !== page &&
      it.paper === page.paper &&
      it.date === page.date &&
      samePage(it.page, article.continuedFrom),
  )
  const headline = bare(article.headline)
  return sameIssue
    .flatMap((it) => it.articles)
    .find((it) => it.continuedFrom === undefined && bare(it.headline) === headline)
}

const samePage = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.replace(/^0+/, '') === b.replace(/^0+/, '')

const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '')

function append(first: Article, rest: Article): Article {
  const offset = first.paragraphs.length
  const moved = rest.subheads.map(({ text, before }) => ({ text, before: before + offset }))
  return {
    ...first,
    paragraphs: [...first.paragraphs, ...rest.paragraphs],
    subheads: [...first.subheads, ...moved],
    captions: [...first.captions, ...rest.captions],
    byline: [...new Set([...first.byline, ...rest.byline])],
    warnings: [...first.warnings, `continued in ${rest.source.file}`, ...rest.warnings],
  }
}
