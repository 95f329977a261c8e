import { readFile, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Page } from '../corpus/index.ts'
import { PaperboyError } from '../domain/index.ts'
import { UsageError } from './usage-error.ts'

const DPI = 110

/** The pages of a file as pictures, with the regions of their articles numbered and outlined. */
export interface OutlineRequest {
  /** Path of the PDF. */
  readonly path: string
  /** What was read of it, page by page. */
  readonly pages: readonly Page[]
  /** `out.png`; for the second page and on `out-2.png`. */
  readonly out: string
}

/** A page cannot be drawn, or its picture cannot be written. */
export class OutlineError extends PaperboyError {
  readonly code = 'OUTLINE'
}

/**
 * Draws each page with its articles outlined.
 * @returns the files that were written, in the order of the pages
 * @throws {OutlineError}
 */
export async function drawOutlines({ path, pages, out }: OutlineRequest): Promise<readonly string[]> {
  if (extname(out).toLowerCase() !== '.png') throw new UsageError('--outline writes PNG: name a file.png')
  const { drawPage } = await import('../sources/index.ts')
  const bytes = await readFile(path)
  const written: string[] = []
  for (const number of pagesWithRegions(pages)) {
    const outlines = pages.flatMap(({ articles }) =>
      articles.map(({ source }, n) => ({
        label: String(n + 1),
        rects: (source.regions ?? [])
          .filter(({ page }) => page === number)
          .map(({ rect: [x0, y0, x1, y1] }) => ({ x0, y0, x1, y1 })),
      })),
    )
    const file = written.length === 0 ? out : `${out.slice(0, -4)}-${number}.png`
    try {
      await writeFile(file, await drawPage(new Uint8Array(bytes), { number, outlines, dpi: DPI }))
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new OutlineError(`cannot draw page ${number} of ${path} to ${file}: ${reason}`, { cause })
    }
    written.push(file)
  }
  return written
}

const pagesWithRegions = (pages: readonly Page[]): readonly number[] =>
  [
    ...new Set(
      pages.flatMap(({ articles }) =>
        articles.flatMap(({ source }) => (source.regions ?? []).map(({ page }) => page)),
      ),
    ),
  ].toSorted((a, b) => a - b)
