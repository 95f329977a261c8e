import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../domain/index.ts'
import { LRUCache } from '../ops/index.ts'
import {
  type Facsimile,
  openPictureDrawer,
  PICTURE_DESIGN,
  type Picture,
  type PictureDrawer,
  shownBy,
} from '../pictures/index.ts'
import type { PageFile } from '../sources/index.ts'

/** Draws all pictures of the bot and of its site, in a process that starts when it is needed. */
export interface Painter {
  /** @returns a PNG, or a JPEG for a page that Telegram would not take as one @throws if it cannot be drawn */
  draw(shows: Picture): Promise<Uint8Array<ArrayBuffer>>
  /** What tells a picture from all others, also from what was drawn of an older file, or by an older version. */
  keyOf(shows: Picture): Promise<string>
  /** The printed page that an article begins on, with the article outlined; undefined if nothing shows it. */
  drawPage(article: Article): Promise<Uint8Array | undefined>
  /** What shows an article as it was printed; undefined if nothing does. */
  readonly facsimileOf: (article: Article) => Promise<Facsimile | undefined>
  close(): Promise<void>
}

/** Telegram takes photos of 10 MB; some are left for the rest of the call. */
const MOST_BYTES = 9_500_000
/** Files of which it is remembered for a while what shows their page. */
const REMEMBERED = { max: 1_000, ttl: 60_000 }

/**
 * Opens what draws, without starting a process yet.
 * @param corpus the corpus folder, which has the printed pages
 */
export function openPainter(corpus: string): Painter {
  const drawer = openPictureDrawer()
  const shown = new LRUCache<string, PageFile | 'nothing'>(REMEMBERED)
  const find = async (file: string, number: number) => {
    // A PDF shows itself, and most files are text.
    if (/\.pdf$/i.test(file)) return { path: join(corpus, file) }
    const key = `${number} ${file}`
    const known = shown.get(key)
    if (known) return known
    const { findPageFile } = await import('../sources/index.ts')
    const found = (await findPageFile(corpus, file, number)) ?? 'nothing'
    shown.set(key, found)
    return found
  }
  const draw = (shows: Picture) => drawFrom(drawer, find, shows)
  const facsimileOf = async ({ source: { file, regions = [] } }: Article) => {
    const [first] = regions
    if (/\.(?:pdf|jsonl|ndjson)$/i.test(file) && !first) return undefined
    if ((await find(file, first?.page ?? 1)) === 'nothing') return undefined
    return first ? 'clipping' : 'page'
  }
  return {
    draw,
    keyOf: async (shows) => {
      const found = shows.kind === 'page' ? await find(shows.file, shows.number) : 'nothing'
      const { mtimeMs, size } = found === 'nothing' ? { mtimeMs: 0, size: 0 } : await stat(found.path)
      return createHash('sha256')
        .update(JSON.stringify([PICTURE_DESIGN, shows, mtimeMs, size]))
        .digest('base64url')
    },
    facsimileOf,
    drawPage: async (article) => {
      const { file, regions = [] } = article.source
      if (!(await facsimileOf(article))) return undefined
      const number = regions[0]?.page ?? 1
      const rects = regions.filter(({ page }) => page === number).map(({ rect }) => rect)
      return draw({ kind: 'page', file, number, rects, look: 'outlined' })
    },
    close: () => drawer.close(),
  }
}

type Find = (file: string, number: number) => Promise<PageFile | 'nothing'>

/** @throws if nothing shows the page */
async function drawFrom(drawer: PictureDrawer, find: Find, shows: Picture): Promise<Uint8Array<ArrayBuffer>> {
  if (shows.kind !== 'page') return drawer.draw(shows)
  const found = await find(shows.file, shows.number)
  if (found === 'nothing') throw new Error(`nothing shows the printed page of ${shows.file}`)
  return drawer.draw({ ...shownBy(shows, found), mostBytes: MOST_BYTES })
}
