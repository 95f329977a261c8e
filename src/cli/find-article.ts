import { type Article, PaperboyError } from '../domain/index.ts'
import type { Archive } from '../store/index.ts'

/** Articles read at a time. */
const BATCH = 500

/** Nothing in the archive has this id. */
export class NoSuchArticleError extends PaperboyError {
  readonly code = 'NO_SUCH_ARTICLE'
  constructor(id: string) {
    super(`there is no article with the id ${id}: paperboy search shows the ids`)
  }
}

/** Finds an article by its id, or by the id that it was given in a JSON Lines file (`sourceId`). */
export type FindArticle = (id: string) => Promise<Article | undefined>

/** Reads the archive through at the first id that is none of its own, and remembers which article has which. */
export function createFindArticle(archive: Archive): FindArticle {
  let given: Promise<ReadonlyMap<string, string>> | undefined
  return async (id) => {
    const article = await archive.get(id)
    if (article) return article
    given ??= readSourceIds(archive)
    const known = (await given).get(id)
    return known === undefined ? undefined : archive.get(known)
  }
}

/** Of several articles with one source id the newest counts. */
async function readSourceIds(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (let offset = 0; ; offset += BATCH) {
    const { articles } = await archive.browse({ offset, limit: BATCH })
    for (const { id, sourceId } of articles)
      if (sourceId !== undefined && !ids.has(sourceId)) ids.set(sourceId, id)
    if (articles.length < BATCH) return ids
  }
}
