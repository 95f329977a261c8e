import { type Article, PaperboyError } from '../domain/index.ts'
import { lettersOnly, normalise } from '../language/index.ts'
import type { PagePicture } from '../pictures/index.ts'
import type { CliCommand } from './command.ts'
import { drawPictures, filesOf, findPage, isPng, type PageOut, rectsByPage } from './draw-pictures.ts'
import { createFindArticle, NoSuchArticleError } from './find-article.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** An article cannot be clipped from its page. */
export class ClipError extends PaperboyError {
  readonly code = 'CLIP'
}

/** `paperboy clip ID --out FILE.png`: the article as it was printed. */
export const clipCommand: CliCommand = {
  usage: 'ID [--page|--dim] [--mark TEXT] --out FILE.png',
  help: [
    'ID             id of an article whose printed page is there: as a PDF, or as a picture',
    '--page         the whole page, with the article outlined',
    '--dim          the whole page, with all but the article faded',
    '--mark TEXT    mark this text in the article, where the page has a text layer',
    '--out FILE     the picture; what goes on on other pages comes as FILE-2.png …',
  ],
  options: {
    page: { type: 'boolean' },
    dim: { type: 'boolean' },
    mark: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (call) => {
    const [id] = call.positionals
    const { out, page, dim, mark } = call.values
    if (id === undefined) throw new UsageError('missing ID: paperboy clip ID; paperboy search shows the ids')
    if (typeof out !== 'string' || !isPng(out))
      throw new UsageError('--out is missing or no PNG: paperboy clip ID --out FILE.png')
    if (page && dim) throw new UsageError('--page and --dim exclude one another')
    const article = await withApp(call, (app) => createFindArticle(app.archive)(id))
    if (!article) throw new NoSuchArticleError(id)
    if (typeof mark === 'string' && !holds(article, mark))
      call.output.err(`“${mark}” does not stand in article ${id}: it may not be marked\n`)
    const look = page ? 'outlined' : dim ? 'dimmed' : 'clipping'
    const marks =
      typeof mark === 'string' && mark !== '' ? [{ text: mark, ranges: [[0, mark.length]] as const }] : []
    const pages = await pagesOf(article, call.config.CORPUS_DIR, { look, marks }, out)
    for (const file of await drawPictures(pages, `clip article ${id} from`)) call.output.out(`${file}\n`)
    return 0
  },
}

/** Whether an article holds a text, whatever blanks and line ends stand in it. */
function holds({ headline, kicker, deck, subheads, paragraphs, captions }: Article, text: string): boolean {
  const pieces = [headline, ...kicker, ...deck, ...subheads.map((it) => it.text), ...paragraphs, ...captions]
  return lettersOnly(normalise(pieces.join('\n'))).includes(lettersOnly(normalise(text)))
}

/** The pictures to draw, in the order of the pages. */
async function pagesOf(
  { id, source }: Article,
  corpus: string,
  { look, marks }: Pick<PagePicture, 'look' | 'marks'>,
  out: string,
): Promise<readonly PageOut[]> {
  const regions = rectsByPage(source.regions ?? [])
  const pages = await Promise.all(
    Array.from(regions, ([number, rects]) => {
      const page = { kind: 'page', file: source.file, number, rects, look, ...(marks && { marks }) } as const
      return findPage(corpus, page)
    }),
  )
  const found = pages.filter((it) => it !== undefined)
  if (found.length === 0)
    throw new ClipError(
      `article ${id} comes from ${source.file}, which shows no printed page: only articles of PDFs, and of pages whose picture was saved with them, can be clipped`,
    )
  return filesOf(out, found)
}
