import { join } from 'node:path'
import type { Article } from '../domain/index.ts'
import { openPictureDrawer, type PagePicture, type Picture } from '../pictures/index.ts'
import type { Drawing, PageDrawer } from '../sources/index.ts'
import { drawPrintedPage } from './draw-printed-page.ts'

/** Draws all pictures of the bot and of its site, in threads that start when they are needed. */
export interface Painter {
  /** @returns a PNG, or a JPEG for a page that Telegram would not take as one @throws if it cannot be drawn */
  draw(shows: Picture | PagePicture): Promise<Uint8Array<ArrayBuffer>>
  /** The printed page that an article begins on, with the article outlined; undefined if its source tells no place. */
  drawPage(article: Article): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

/** A clipping is to be read; a page is to be found one's way on. */
const DPI = { clipping: 200, outlined: 130, dimmed: 130 }
/** Telegram takes photos of 10 MB; some are left for the rest of the call. */
const MOST_BYTES = 9_500_000

/**
 * Opens what draws, without starting a thread yet.
 * @param corpus the corpus folder, which has the printed pages
 */
export function openPainter(corpus: string): Painter {
  const drawer = openPictureDrawer()
  let opened: Promise<PageDrawer> | undefined
  // Most bots never show a printed page.
  const pages = () => {
    opened ??= import('../sources/index.ts').then((it) => it.openPageDrawer())
    return opened
  }
  return {
    draw: async (shows) =>
      shows.kind === 'page'
        ? (await pages()).draw({ path: join(corpus, shows.file), drawing: drawingOf(shows) })
        : drawer.draw(shows),
    drawPage: async ({ source }) =>
      drawPrintedPage(await pages(), join(corpus, source.file), source.regions ?? []),
    close: async () => {
      await drawer.close()
      await (await opened)?.close()
    },
  }
}

function drawingOf({ number, rects, look }: PagePicture): Drawing {
  const places = rects.map(([x0, y0, x1, y1]) => ({ x0, y0, x1, y1 }))
  const drawing = { number, dpi: DPI[look], mostBytes: MOST_BYTES }
  if (look === 'clipping') return { ...drawing, clip: places }
  return look === 'dimmed' ? { ...drawing, spotlight: places } : { ...drawing, outlines: [{ rects: places }] }
}
