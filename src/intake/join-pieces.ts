import { findDoubles, joinContinuations, type Page } from '../corpus/index.ts'
import type { Article } from '../domain/index.ts'

/**
 * Joins the pieces of one day as `joinContinuations` joins pages: an article for each piece, the very same if
 * nothing continues it, and `undefined` if it was joined to another one, stands there in a better form, or elsewhere.
 */
export function joinPieces(
  pieces: readonly Article[],
  elsewhere: ReadonlySet<Article> = new Set(),
): readonly (Article | undefined)[] {
  const doubles = findDoubles(pieces)
  const joined = new Map(
    joinContinuations(toPages(pieces.filter((it) => !doubles.has(it) && !elsewhere.has(it))))
      .flatMap((page) => page.articles)
      .map((article) => [placeOf(article), article]),
  )
  return pieces.map((piece) => joined.get(placeOf(piece)))
}

function toPages(pieces: readonly Article[]): readonly Page[] {
  const pages = new Map<string, Page & { readonly articles: Article[] }>()
  for (const piece of pieces) {
    const { source, paper, issueDate: date, datePrecision, page } = piece
    const key = `${source.file}\n${paper}\n${date}\n${page}`
    const known = pages.get(key)
    if (known) known.articles.push(piece)
    else
      pages.set(key, {
        file: source.file,
        ...(paper !== undefined && { paper }),
        ...(date !== undefined && datePrecision !== undefined && { date, datePrecision }),
        ...(page !== undefined && { page }),
        articles: [piece],
        leftovers: [],
        warnings: [],
      })
  }
  return [...pages.values()]
}

/** No two pieces begin on the same line of a file. */
const placeOf = ({ source }: Article): string => `${source.file}\n${source.lines[0]}`
