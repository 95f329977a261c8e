import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Article, PaperboyError } from '../domain/index.ts'
import type { CliCommand } from './command.ts'
import { createFindArticle } from './find-article.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** Enough to read the smallest type of a page. */
const DPI = 200

/** An article cannot be clipped from its page. */
export class ClipError extends PaperboyError {
  readonly code = 'CLIP'
}

/** `paperboy clip ID --out FILE.png`: the article as it was printed. */
export const clipCommand: CliCommand = {
  usage: 'ID --out FILE.png',
  help: [
    'ID             id of an article that was read from a PDF',
    '--out FILE     the picture; what goes on on other pages comes as FILE-2.png …',
  ],
  options: { out: { type: 'string' } },
  run: async (call) => {
    const [id] = call.positionals
    const { out } = call.values
    if (id === undefined) throw new UsageError('missing ID: paperboy clip ID; paperboy search shows the ids')
    if (typeof out !== 'string' || extname(out).toLowerCase() !== '.png')
      throw new UsageError('--out is missing or no PNG: paperboy clip ID --out FILE.png')
    const article = await withApp(call, (app) => createFindArticle(app.archive)(id))
    if (!article) throw new ClipError(`there is no article with the id ${id}: paperboy search shows the ids`)
    for (const file of await clip(article, call.config.CORPUS_DIR, out)) call.output.out(`${file}\n`)
    return 0
  },
}

/** @returns the files that were written, in the order of the pages */
async function clip({ id, source }: Article, corpus: string, out: string): Promise<readonly string[]> {
  const regions = source.regions ?? []
  if (regions.length === 0 || extname(source.file).toLowerCase() !== '.pdf')
    throw new ClipError(
      `article ${id} comes from ${source.file}, which shows no printed page: only articles of PDFs can be clipped`,
    )
  const { drawPage } = await import('../sources/index.ts')
  const path = join(corpus, source.file)
  const written: string[] = []
  for (const number of new Set(regions.map(({ page }) => page))) {
    const rects = regions
      .filter(({ page }) => page === number)
      .map(({ rect: [x0, y0, x1, y1] }) => ({ x0, y0, x1, y1 }))
    const file = written.length === 0 ? out : `${out.slice(0, -4)}-${written.length + 1}.png`
    try {
      await writeFile(
        file,
        await drawPage(new Uint8Array(await readFile(path)), { number, dpi: DPI, clip: rects }),
      )
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new ClipError(`cannot clip article ${id} from page ${number} of ${path} to ${file}: ${reason}`, {
        cause,
      })
    }
    written.push(file)
  }
  return written
}
