import type { Article, ArticleId } from '../domain/index.ts'
import type { Archive } from './archive.ts'

const naturally = new Intl.Collator('zh', { numeric: true })

/** For a small archive that is read anew at every start: forgets everything when the process ends. */
export function createMemoryArchive(): Archive {
  const byId = new Map<ArticleId, Article>()
  let leafed: readonly Article[] | undefined
  return {
    put: async (articles) => {
      for (const article of articles) byId.set(article.id, article)
      leafed = undefined
    },
    remove: async (ids) => {
      for (const id of ids) byId.delete(id)
      leafed = undefined
    },
    get: async (id) => byId.get(id),
    getMany: async (ids) => ids.map((id) => byId.get(id)),
    browse: async ({ offset, limit }) => {
      leafed ??= [...byId.values()].toSorted(byIssueAndPage) // a stable sort: articles of a page stay as they came
      return { total: leafed.length, articles: leafed.slice(offset, offset + limit) }
    },
    close: async () => byId.clear(),
  }
}

function byIssueAndPage(a: Article, b: Article): number {
  return (
    (b.issueDate ?? '').localeCompare(a.issueDate ?? '') ||
    naturally.compare(a.paper ?? '', b.paper ?? '') ||
    naturally.compare(a.page ?? '', b.page ?? '') ||
    naturally.compare(a.source.file, b.source.file)
  )
}
