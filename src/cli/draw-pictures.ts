import { readFile, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { PaperboyError, type Region } from '../domain/index.ts'
import type { Drawing, Rect } from '../sources/index.ts'

/** A picture cannot be drawn, or not be written. */
export class PictureError extends PaperboyError {
  readonly code = 'PICTURE'
}

/** A picture of a page, and where it goes. */
export interface Picture {
  /** `out.png` */
  readonly file: string
  readonly drawing: Drawing
}

/** Whether a file name is one of a PNG picture. */
export const isPng = (file: string): boolean => extname(file).toLowerCase() === '.png'

/** `out.png` → `out-2.png` */
export const numbered = (png: string, number: number): string => `${png.slice(0, -4)}-${number}.png`

/** Pages with what is on each, in the order of the pages. */
export function rectsByPage(regions: readonly Region[]): ReadonlyMap<number, readonly Rect[]> {
  const pages = [...new Set(regions.map(({ page }) => page))].toSorted((a, b) => a - b)
  return new Map(
    pages.map((number) => [
      number,
      regions.filter(({ page }) => page === number).map(({ rect: [x0, y0, x1, y1] }) => ({ x0, y0, x1, y1 })),
    ]),
  )
}

/**
 * Draws pages of a PDF one after another.
 * @param path of the PDF
 * @param verb what is said of a page that cannot be drawn: `draw`
 * @returns the files that were written, in order
 * @throws {PictureError}
 */
export async function drawPictures(
  path: string,
  pictures: readonly Picture[],
  verb: string,
): Promise<readonly string[]> {
  if (pictures.length === 0) return []
  const { openDrawing } = await import('../sources/index.ts')
  const pages = await openDrawing(new Uint8Array(await readFile(path)))
  try {
    for (const { file, drawing } of pictures) {
      try {
        await writeFile(file, await pages.draw(drawing))
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new PictureError(`cannot ${verb} page ${drawing.number} of ${path} to ${file}: ${reason}`, {
          cause,
        })
      }
    }
  } finally {
    await pages.close()
  }
  return pictures.map(({ file }) => file)
}
