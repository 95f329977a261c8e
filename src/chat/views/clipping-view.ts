import type { Article } from '../../domain/index.ts'
import type { Facsimile, PagePicture, PrintedMark } from '../../pictures/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button } from '../turn/keyboard.ts'
import type { PictureMessage, Reply } from '../turn/reply.ts'
import { renderCaption } from './card-view.ts'

const LOOKS = ['clipping', 'outlined', 'dimmed'] as const

/** What is shown of a printed article. */
interface Clipping {
  /** Which of the pages that it stands on, in their order, from 0; beyond the last one: the first. */
  readonly part: number
  readonly look: PagePicture['look']
  /** Where the article was opened from. */
  readonly origin: Origin | undefined
  readonly marks: readonly PrintedMark[]
  /** Of a page alone it is not known where the article stands on it. */
  readonly facsimile: Facsimile
}

/**
 * What an article covers of a printed page. Below it are buttons for the other ways to show it, and for the other pages
 * that the article stands on.
 */
export function renderClipping(
  article: Article,
  { part, look, origin, marks, facsimile }: Clipping,
  texts: Texts,
): PictureMessage {
  const { id, source } = article
  const { regions, pages } = placesOf(article, facsimile)
  const at = part < pages.length ? part : 0
  const number = pages[at] ?? 1
  const { buttons, noPage } = texts.pictures
  const others = facsimile === 'clipping' ? LOOKS.filter((it) => it !== look) : []
  const parts = pages.length > 1 ? pages.map((_, n) => n).filter((n) => n !== at) : []
  const open = [button(buttons.open, { kind: 'open', id })]
  return {
    shows: {
      kind: 'page',
      file: source.file,
      number,
      rects: regions.filter(({ page }) => page === number).map(({ rect }) => rect),
      look: facsimile === 'clipping' ? look : 'outlined',
      ...(marks.length > 0 && { marks }),
    },
    caption: renderCaption(article, texts),
    buttons: [
      others.map((it) => button(buttons[it], { kind: 'reclip', id, part: at, look: it, origin })),
      parts
        .slice(0, MOST_PARTS)
        .map((n) => button(buttons.part(n + 1, pages.length), { kind: 'reclip', id, part: n, look, origin })),
      open,
    ].filter((row) => row.length > 0),
    instead: { html: joinHtml([renderCaption(article, texts), noPage], '\n\n'), buttons: [open] },
  }
}

/** Where an article stands on its pages, and these in their order; nowhere if its page is shown alone. */
function placesOf({ source }: Article, facsimile: Facsimile) {
  const regions = facsimile === 'clipping' ? (source.regions ?? []) : []
  return { regions, pages: [...new Set(regions.map(({ page }) => page))].toSorted((a, b) => a - b) }
}

/** Articles go on on one page, seldom on more. */
const MOST_PARTS = 4

/** Pictures of an album (Bot API). */
const MOST_OF_ALBUM = 10

/**
 * The clippings of an article that stands on several pages, and a message with the buttons that an album cannot have.
 * @returns undefined if it stands on one page
 */
export function renderAlbum(
  article: Article,
  clipping: Omit<Clipping, 'part' | 'look'>,
  texts: Texts,
): Extract<Reply, { kind: 'album' }> | undefined {
  const { id } = article
  const { pages } = placesOf(article, clipping.facsimile)
  if (pages.length < 2) return undefined
  const parts = pages
    .slice(0, MOST_OF_ALBUM)
    .map((_, part) => renderClipping(article, { ...clipping, part, look: 'clipping' }, texts))
  const [first] = parts
  if (!first) return undefined
  const { buttons, pieces } = texts.pictures
  const { origin } = clipping
  return {
    kind: 'album',
    // A caption below one picture is shown below the album.
    pictures: parts.map(({ shows, caption }, at) => ({ shows, caption: at === 0 ? caption : html`` })),
    message: {
      html: html`${pieces(pages.length)}`,
      buttons: [
        (['outlined', 'dimmed'] as const).map((look) =>
          button(buttons[look], { kind: 'clip', id, part: 0, look, origin }),
        ),
        [button(buttons.open, { kind: 'open', id })],
      ],
    },
    instead: first.instead,
  }
}
