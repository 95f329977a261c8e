import type { ArticleFilter } from '../../store/index.ts'
import { renderDaySheet } from '../view/day-sheet.ts'
import type { Sheet, View } from '../view/frame.ts'
import { pagePath } from '../view/paths.ts'
import type { SiteParts } from './site-parts.ts'

/** Articles on one page of a day. */
const LIMIT = 120
/** Stands for the day of all that has none. */
export const UNDATED = 'undated'
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** True of a day as addresses name it. */
export const isDay = (text: string): boolean =>
  DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** The path of the newest day that has a paper; undefined in an empty archive. */
export async function newestDay({ archive }: SiteParts): Promise<string | undefined> {
  const [newest] = await archive.days()
  if (newest) return `/d/${newest.day}`
  const { articles } = await archive.size()
  return articles > 0 ? `/d/${UNDATED}` : undefined
}

/** All that was printed on a day; undefined if there is no paper of it. @param number of the page, from 1 @param signed an address of this site with what opens it */
export async function dayPage(
  { archive }: SiteParts,
  view: View,
  day: string,
  number: number,
  signed: (path: string) => string,
): Promise<Sheet | undefined> {
  const filter = day === UNDATED ? { isUndated: true } : { from: day, to: day }
  const browsed = await browse(archive, filter, number)
  if (browsed === undefined) return undefined
  const { total: undated } = await archive.browse({ isUndated: true, offset: 0, limit: 0 })
  const days = [...(await archive.days()), ...(undated > 0 ? [{ day: UNDATED }] : [])]
  const at = days.findIndex((it) => it.day === day)
  const path = (it: { readonly day: string } | undefined) => it && `/d/${it.day}`
  return renderDaySheet(view, {
    day,
    ...(day !== UNDATED && { front: signed(`/d/${day}/front.png`) }),
    ...browsed,
    previous: path(days[at + 1]),
    next: at > 0 ? path(days[at - 1]) : undefined,
    more: browsed.hasMore ? `/d/${day}?page=${number + 1}` : undefined,
  })
}

/** What was printed on one page of an issue; undefined if there is no such page. */
export async function printedPage(
  { archive }: SiteParts,
  view: View,
  { paper, day, page }: { readonly paper: string; readonly day: string; readonly page: string },
  number: number,
): Promise<Sheet | undefined> {
  const browsed = await browse(archive, { from: day, to: day, paper, page }, number)
  if (browsed === undefined) return undefined
  const issues = await archive.issues({ offset: 0, limit: Number.MAX_SAFE_INTEGER })
  const pages = issues.find((it) => it.paper === paper && it.issueDate === day)?.pages ?? []
  const at = pages.indexOf(page)
  const path = (it: string | undefined) => it && pagePath({ paper, issueDate: day, page: it })
  return renderDaySheet(view, {
    day,
    page: { paper, page },
    ...browsed,
    previous: at > 0 ? path(pages[at - 1]) : undefined,
    next: path(pages[at + 1]),
    more: browsed.hasMore ? `${path(page)}?page=${number + 1}` : undefined,
  })
}

async function browse(archive: SiteParts['archive'], filter: ArticleFilter, number: number) {
  const offset = (number - 1) * LIMIT
  const { articles, total } = await archive.browse({ ...filter, offset, limit: LIMIT })
  return articles.length === 0 ? undefined : { articles, total, hasMore: offset + LIMIT < total }
}
