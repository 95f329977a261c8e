import { join } from 'node:path'
import { readCorpus } from '../../src/corpus/index.ts'
import type { Article } from '../../src/domain/index.ts'
import type { Picture } from '../../src/pictures/index.ts'
import { drawAlone, type Time } from './draw-alone.ts'

/** Times of clippings at 200 dpi: the first after the start, of files opened anew, and of those still open. */
export interface ClippingTimes {
  readonly first: Time | undefined
  readonly opened: readonly Time[]
  readonly open: readonly Time[]
}

/**
 * Clips the first two articles of each page of the PDF files in a folder, one file after another.
 * @param most articles that are clipped
 */
export async function timeClippings(folder: string, most: number): Promise<ClippingTimes> {
  const articles = await firstOfPages(folder, most)
  const pictures = articles.map(({ source: { file, regions = [] } }): Picture => {
    const number = regions[0]?.page ?? 1
    const rects = regions.filter(({ page }) => page === number).map(({ rect }) => rect)
    return { kind: 'page', file: join(folder, file), number, rects, look: 'clipping' }
  })
  const [first, ...times] = await drawAlone(pictures)
  const isOpen = (at: number) => articles[at + 1]?.source.file === articles[at]?.source.file
  return { first, opened: times.filter((_, at) => !isOpen(at)), open: times.filter((_, at) => isOpen(at)) }
}

async function firstOfPages(folder: string, most: number): Promise<readonly Article[]> {
  const found: Article[] = []
  for await (const it of readCorpus(folder))
    if (it.event === 'page')
      found.push(...it.page.articles.filter(({ source }) => source.regions !== undefined).slice(0, 2))
  return found.slice(0, most)
}
