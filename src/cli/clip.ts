import { extname, join } from 'node:path'
import { type Article, PaperboyError } from '../domain/index.ts'
import type { CliCommand } from './command.ts'
import { drawPictures, isPng, numbered, type Picture, rectsByPage } from './draw-pictures.ts'
import { createFindArticle, NoSuchArticleError } from './find-article.ts'
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
    if (typeof out !== 'string' || !isPng(out))
      throw new UsageError('--out is missing or no PNG: paperboy clip ID --out FILE.png')
    const article = await withApp(call, (app) => createFindArticle(app.archive)(id))
    if (!article) throw new NoSuchArticleError(id)
    for (const file of await clip(article, call.config.CORPUS_DIR, out)) call.output.out(`${file}\n`)
    return 0
  },
}

/** @returns the files that were written, in the order of the pages */
function clip({ id, source }: Article, corpus: string, out: string): Promise<readonly string[]> {
  const regions = source.regions ?? []
  if (regions.length === 0 || extname(source.file).toLowerCase() !== '.pdf')
    throw new ClipError(
      `article ${id} comes from ${source.file}, which shows no printed page: only articles of PDFs can be clipped`,
    )
  const pictures = Array.from(
    rectsByPage(regions),
    ([number, rects], at): Picture => ({
      file: at === 0 ? out : numbered(out, at + 1),
      drawing: { number, dpi: DPI, clip: rects },
    }),
  )
  return drawPictures(join(corpus, source.file), pictures, `clip article ${id} from`)
}
