import { join } from 'node:path'
import { readCorpus } from '../../src/corpus/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { drawPicture } from '../../src/pictures/index.ts'

/** Processor and clock time of clippings at 200 dpi, in milliseconds: of files opened anew, and of those still open. */
export interface ClippingTimes {
  readonly opened: readonly Time[]
  readonly open: readonly Time[]
}
interface Time {
  readonly cpuMs: number
  readonly wallMs: number
}

/** Clips the first two articles of each page of the PDF files in a folder. */
export async function timeClippings(folder: string, most: number): Promise<ClippingTimes> {
  const [opened, open]: [Time[], Time[]] = [[], []]
  let last = ''
  for (const article of await firstOfPages(folder, most)) {
    const { file, regions = [] } = article.source
    const number = regions[0]?.page ?? 1
    const rects = regions.filter(({ page }) => page === number).map(({ rect }) => rect)
    const [before, from] = [process.cpuUsage(), performance.now()]
    await drawPicture({ kind: 'page', file: join(folder, file), number, rects, look: 'clipping' })
    const { user, system } = process.cpuUsage(before)
    const time = { cpuMs: (user + system) / 1000, wallMs: performance.now() - from }
    ;(file === last ? open : opened).push(time)
    last = file
  }
  return { opened, open }
}

async function firstOfPages(folder: string, most: number): Promise<readonly Article[]> {
  const found: Article[] = []
  for await (const it of readCorpus(folder))
    if (it.event === 'page')
      found.push(...it.page.articles.filter(({ source }) => source.regions !== undefined).slice(0, 2))
  return found.slice(0, most)
}
