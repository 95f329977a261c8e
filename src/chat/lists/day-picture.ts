import { composeDigest, type DayDigest, readIssue } from '../../digest/index.ts'
import { type Article, pageNumber } from '../../domain/index.ts'
import type { FrontPicture, PagePicture } from '../../pictures/index.ts'
import { html, joinHtml, mapText } from '../markup/html.ts'
import { loadTraditional } from '../markup/traditional.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { PictureAlone } from '../turn/reply.ts'
import { composeFront, type FrontOptions } from '../views/front-view.ts'
import { papersOf, renderDayOfWeek } from '../views/source-line.ts'

/**
 * The front page of a day: as it was printed if something shows it, else composed of the stories of the day's pick.
 * @param date `YYYY-MM-DD`
 * @param bot its name without @: the composed page leads to it; `digest`: the pick to compose it of, that of all if absent
 * @param texts what it says is in their language and characters; a page that was printed stays as it was
 * @returns undefined if there is no issue of that day
 */
export async function pictureOfDay(
  { archive, facsimileOf }: Pick<Parts, 'archive' | 'facsimileOf'>,
  date: string,
  { bot, digest }: { readonly bot?: string | undefined; readonly digest?: DayDigest },
  texts: Texts,
): Promise<PictureAlone | undefined> {
  const articles = await readIssue(archive, date)
  const shows =
    (await printedFront(articles, facsimileOf)) ??
    composeFront({ date, articles, digest: digest ?? composeDigest(articles, { date }) }, { bot }, texts)
  if (!shows) return undefined
  const papers = papersOf(articles)
  // A printed page is one paper's; a composed one is made of all.
  const named = shows.kind === 'page' ? papers.slice(0, 1) : papers
  const caption = joinHtml([
    html`<b>${renderDayOfWeek(date, texts)}</b>`,
    named.length > 0 ? named.slice(0, 5).join(' · ') : undefined,
  ])
  if (texts.language !== 'zh-Hant') return { shows, caption, buttons: [] }
  const convert = await loadTraditional()
  return {
    shows: shows.kind === 'front' ? frontIn(shows, convert) : shows,
    caption: mapText(caption, convert),
    buttons: [],
  }
}

/** A composed page with what its stories say in other characters. */
const frontIn = (front: FrontPicture, convert: (text: string) => string): FrontPicture => ({
  ...front,
  masthead: convert(front.masthead),
  source: front.source.map(convert),
  stories: front.stories.map(({ headline, text, section }) => ({
    headline: convert(headline),
    ...(text !== undefined && { text: convert(text) }),
    ...(section !== undefined && { section: convert(section) }),
  })),
})

/** The front page of a day, composed of the day's pick; undefined if there is no issue of that day. @param date `YYYY-MM-DD` */
export async function composedFront(
  { archive }: Pick<Parts, 'archive'>,
  date: string,
  options: FrontOptions,
  texts: Texts,
): Promise<FrontPicture | undefined> {
  const articles = await readIssue(archive, date)
  return composeFront({ date, articles, digest: composeDigest(articles, { date }) }, options, texts)
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
