import { composeDigest, type DayDigest, readIssue } from '../../digest/index.ts'
import { type Article, pageNumber } from '../../domain/index.ts'
import type { PagePicture } from '../../pictures/index.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { PictureMessage } from '../turn/reply.ts'
import { composeFront } from '../views/front-view.ts'
import { renderDay, renderWeekday, weekdayOf } from '../views/source-line.ts'

/** The picture that goes before a message about a day: it has no buttons, and no text comes in its place. */
export type DayPicture = Omit<PictureMessage, 'instead'>

/**
 * The front page of a day: as it was printed if something shows it, else composed of the stories of the day's pick.
 * @param date `YYYY-MM-DD`
 * @param bot its name without @: the composed page leads to it; `digest`: the pick to compose it of, that of all if absent
 * @returns undefined if there is no issue of that day
 */
export async function pictureOfDay(
  { archive, facsimileOf }: Pick<Parts, 'archive' | 'facsimileOf'>,
  date: string,
  { bot, digest }: { readonly bot?: string | undefined; readonly digest?: DayDigest },
  texts: Texts,
): Promise<DayPicture | undefined> {
  const articles = await readIssue(archive, date)
  const shows =
    (await printedFront(articles, facsimileOf)) ??
    composeFront({ date, articles, digest: digest ?? composeDigest(articles, { date }) }, { bot }, texts)
  if (!shows) return undefined
  const papers = [...new Set(articles.flatMap(({ paper }) => paper ?? []))]
  const day = `${renderDay(date, texts)} ${renderWeekday(weekdayOf(date), 'short', texts)}`
  // A printed page is one paper's; a composed one is made of all.
  const named = shows.kind === 'page' ? papers.slice(0, 1) : papers
  const caption = joinHtml([
    html`<b>${day}</b>`,
    named.length > 0 ? named.slice(0, 5).join(' · ') : undefined,
  ])
  return { shows, caption, buttons: [] }
}

/** Page 1 of a paper, if an article on it comes from a file that shows the page. */
async function printedFront(
  articles: readonly Article[],
  facsimileOf: Parts['facsimileOf'],
): Promise<PagePicture | undefined> {
  const tried = new Set<string>()
  for (const article of articles) {
    const { file, regions = [] } = article.source
    if (!isFirst(article.page) || tried.has(file)) continue
    tried.add(file)
    if ((await facsimileOf(article)) === undefined) continue
    return { kind: 'page', file, number: regions[0]?.page ?? 1, rects: [], look: 'outlined' }
  }
  return undefined
}

/** `01`, `1`, `A01`. */
const isFirst = (page: string | undefined): boolean =>
  page !== undefined && /^(?:A?0*1)$/i.test(pageNumber(page))
