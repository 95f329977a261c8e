import { type Article, certaintyOf, isDoubtful } from '../../domain/index.ts'
import type { Page } from '../articles/page.ts'
import type { FileKind } from '../files/corpus-file.ts'
import { renderLineRanges } from './line-ranges.ts'

/**
 * A report on one page that an editor can check by eye. Plain text, ends with a line end.
 * @param form what its file was taken for
 */
export function renderReport(page: Page, form: FileKind): string {
  const { paper = '?', date = 'no date', datePrecision, page: number = '?', section = '?' } = page
  const head = [
    `${page.file} (${form})`,
    `  paper ${paper} · ${date}${datePrecision ? ` (${datePrecision})` : ''} · page ${number} · section ${section}`,
    `  ${page.articles.length} articles, ${page.leftovers.length} leftovers`,
  ]
  const articles = page.articles.flatMap((article, index) => renderArticle(article, index + 1))
  const leftovers = page.leftovers.map(
    ({ kind, lines, text }) =>
      `  left over (${kind}), lines ${renderLineRanges(lines)}: ${shorten(text, 60)}`,
  )
  const warnings = page.warnings.map((warning) => `  warning: ${warning}`)
  return `${[...head, ...articles, ...leftovers, ...warnings].join('\n')}\n`
}

function renderArticle(article: Article, number: number): string[] {
  const { kicker, deck, subheads, byline, paragraphs, captions, continuedFrom, source } = article
  const parts: readonly (readonly [string, string])[] = [
    ['kicker', kicker.join(' / ')],
    ['deck', deck.join(' / ')],
    ['by', [article.agency, ...byline].filter(Boolean).join(' ')],
    ['dateline', article.dateline ?? ''],
    ['continued from page', continuedFrom ?? ''],
    ['begins', shorten(paragraphs[0] ?? '', 30)],
    ['ends', shortenStart(paragraphs.at(-1) ?? '', 30)],
    ['sub-heads', subheads.map(({ text, before }) => `${text} (before ${before + 1})`).join(' / ')],
    ['captions', captions.join(' / ')],
    ['size', `${paragraphs.length} paragraphs, ${paragraphs.join('').length} characters`],
    ['sure', article.confidence ? sureness(article) : ''],
    ['lines', renderLineRanges(source.lines)],
    ['warnings', article.warnings.join('; ')],
  ]
  const told = parts.filter(([, value]) => value !== '').map(([name, value]) => `     ${name}: ${value}`)
  return ['', `  ${number}. ${article.headline}  [${article.id}]`, ...told]
}

/** `0.42, doubtful (borders 0.55, headline 0.76)`. */
function sureness(article: Article): string {
  const { borders = 1, headline = 1 } = article.confidence ?? {}
  const doubtful = isDoubtful(article) ? ', doubtful' : ''
  return `${certaintyOf(article)}${doubtful} (borders ${borders}, headline ${headline})`
}

const shorten = (text: string, length: number): string => {
  const signs = Array.from(text)
  return signs.length <= length ? text : `${signs.slice(0, length).join('')}…`
}

const shortenStart = (text: string, length: number): string => {
  const signs = Array.from(text)
  return signs.length <= length ? text : `…${signs.slice(-length).join('')}`
}
