import { certaintyOf } from '../../domain/index.ts'
import type { Page } from '../articles/page.ts'

/** The form of `paperboy read --json`: plain values, `undefined` as `null`. */
export const pageJson = ({ file, paper, date, datePrecision, page, section, articles, warnings }: Page) => ({
  file,
  paper: paper ?? null,
  date: date ?? null,
  datePrecision: datePrecision ?? null,
  page: page ?? null,
  section: section ?? null,
  articles: articles.map((article) => ({
    id: article.id,
    headline: article.headline,
    kicker: article.kicker,
    deck: article.deck,
    subheads: article.subheads.map((subhead) => subhead.text),
    byline: article.byline,
    agency: article.agency ?? null,
    dateline: article.dateline ?? null,
    paragraphs: article.paragraphs,
    captions: article.captions,
    continuedFrom: article.continuedFrom ?? null,
    ...(article.confidence && {
      confidence: certaintyOf(article),
      confidenceOf: article.confidence,
    }),
    ...(article.source.regions && { regions: article.source.regions }),
  })),
  warnings: [
    ...warnings,
    ...articles.flatMap((article) => article.warnings.map((it) => `${article.id}: ${it}`)),
  ],
})
