import type { Article } from '../domain/index.ts'

const chineseDay = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' })

/** `2024年6月8日`; a date that was inferred from the text says so. */
export function renderDate({
  issueDate,
  datePrecision,
}: Pick<Article, 'issueDate' | 'datePrecision'>): string {
  if (issueDate === undefined) return ''
  const day = chineseDay.format(new Date(`${issueDate}T00:00:00Z`))
  return datePrecision === 'inferred' ? `${day}（推定）` : day
}

/** Paper · date · page and section, as far as they are known: what an excerpt must never lose. */
export function renderSource(article: Article): string {
  const page = article.page === undefined ? '' : `第${article.page}版`
  return [article.paper, renderDate(article), [page, article.section].filter(Boolean).join(' ')]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}
