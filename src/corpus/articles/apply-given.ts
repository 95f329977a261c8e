import type { GivenFacts } from '../files/given-facts.ts'
import type { Page } from './page.ts'

/** Adds what an operator says of a page to what the page says itself; a printed date stays. Ids stay as they are. */
export function applyGiven(page: Page, given: GivenFacts | undefined): Page {
  if (given === undefined) return page
  const { paper = given.paper, page: number = given.page, section = given.section } = page
  const date = page.datePrecision === 'printed' ? undefined : given.date
  const facts = {
    ...(paper === undefined ? {} : { paper }),
    ...(number === undefined ? {} : { page: number }),
    ...(section === undefined ? {} : { section }),
  }
  const { monthDay, ...rest } = page
  const dated =
    date === undefined
      ? { ...(monthDay !== undefined && { monthDay }) }
      : { date, datePrecision: 'file' as const }
  return {
    ...rest,
    ...facts,
    ...dated,
    articles: page.articles.map((article) => {
      const { issueMonthDay: _unknownYear, ...other } = article
      if (article.datePrecision === 'printed') return { ...facts, ...article }
      if (date === undefined) return { ...facts, ...article }
      return { ...facts, ...other, issueDate: date, datePrecision: 'file' as const }
    }),
    warnings:
      date === undefined
        ? page.warnings
        : page.warnings.filter((it) => !/^(?:no date|date inferred)/u.test(it)),
  }
}
