import type { Page } from '../corpus/index.ts'
import { drawPictures, isPng, numbered, type PageOut, rectsByPage } from './draw-pictures.ts'
import { UsageError } from './usage-error.ts'

/** The pages of a file as pictures, with the regions of their articles numbered and outlined. */
export interface OutlineRequest {
  /** Path of the PDF. */
  readonly path: string
  /** What was read of it, page by page. */
  readonly pages: readonly Page[]
  /** `out.png`; for the second page and on `out-2.png`. */
  readonly out: string
}

/**
 * Draws each page with its articles outlined.
 * @returns the files that were written, in the order of the pages
 * @throws {PictureError}
 */
export async function drawOutlines({ path, pages, out }: OutlineRequest): Promise<readonly string[]> {
  if (!isPng(out)) throw new UsageError('--outline writes PNG: name a file.png')
  const articles = pages.flatMap((page) =>
    page.articles.map(({ source }, n) => ({
      label: String(n + 1),
      rects: rectsByPage(source.regions ?? []),
    })),
  )
  const numbers = [...new Set(articles.flatMap(({ rects }) => [...rects.keys()]))].toSorted((a, b) => a - b)
  const pictures = numbers.map((number, at): PageOut => {
    const outlines = articles.map(({ label, rects }) => ({ label, rects: rects.get(number) ?? [] }))
    return {
      out: at === 0 ? out : numbered(out, number),
      shows: { kind: 'outlines', file: path, number, outlines },
    }
  })
  return drawPictures(pictures, 'draw')
}
