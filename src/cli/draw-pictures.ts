import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { PaperboyError, type Region, systemReasonOf } from '../domain/index.ts'
import type { OutlinesPicture, PagePicture } from '../pictures/index.ts'

/** A picture cannot be drawn, or not be written. */
export class PictureError extends PaperboyError {
  readonly code = 'PICTURE'
}

/** A picture of a page, and where it goes. */
export interface PageOut {
  /** `out.png` */
  readonly out: string
  readonly shows: PagePicture | OutlinesPicture
}

/** Whether a file name is one of a PNG picture. */
export const isPng = (file: string): boolean => extname(file).toLowerCase() === '.png'

/**
 * Writes a picture to the file that was asked for.
 * @throws {PictureError}
 */
export async function writePicture(out: string, png: Uint8Array): Promise<void> {
  await writeFile(out, png).catch((cause: unknown) => {
    throw new PictureError(`cannot write ${out}: ${systemReasonOf(cause)}`, { cause })
  })
}

/** `out.png` → `out-2.png` */
export const numbered = (png: string, number: number): string => `${png.slice(0, -4)}-${number}.png`

/** Pages one after another: the first is the file that was asked for, `out.png`, the next `out-2.png`. */
export const filesOf = (out: string, pages: readonly PagePicture[]): readonly PageOut[] =>
  pages.map((shows, at) => ({ out: at === 0 ? out : numbered(out, at + 1), shows }))

/** Pages with what is on each, in the order of the pages. */
export function rectsByPage(regions: readonly Region[]): ReadonlyMap<number, PagePicture['rects']> {
  const pages = [...new Set(regions.map(({ page }) => page))].toSorted((a, b) => a - b)
  return new Map(
    pages.map((number) => [number, regions.filter(({ page }) => page === number).map(({ rect }) => rect)]),
  )
}

/** The page with the file that shows it. @returns undefined if nothing does */
export async function findPage(corpus: string, page: PagePicture): Promise<PagePicture | undefined> {
  const { findPageFile } = await import('../sources/index.ts')
  const found = await findPageFile(corpus, page.file, page.number)
  if (!found) return undefined
  const { shownBy } = await import('../pictures/index.ts')
  return shownBy(page, found)
}

/**
 * Draws pages one after another.
 * @param verb what is said of a page that cannot be drawn: `draw`
 * @returns the files that were written, in order
 * @throws {PictureError}
 */
export async function drawPictures(pictures: readonly PageOut[], verb: string): Promise<readonly string[]> {
  if (pictures.length === 0) return []
  const { drawPicture } = await import('../pictures/index.ts')
  for (const { out, shows } of pictures) {
    try {
      await writePicture(out, await drawPicture(shows))
    } catch (cause) {
      if (cause instanceof PictureError) throw cause
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new PictureError(`cannot ${verb} page ${shows.number} of ${shows.file} to ${out}: ${reason}`, {
        cause,
      })
    }
  }
  return pictures.map(({ out }) => out)
}
