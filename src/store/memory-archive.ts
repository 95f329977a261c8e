import type { Article, ArticleId } from '../domain/index.ts'
import type { Archive, Issue } from './archive.ts'

const naturally = new Intl.Collator('zh', { numeric: true })

/** For a small archive that is read anew at every start: forgets everything when the process ends. */
export function createMemoryArchive(): Archive {
  const byId = new Map<ArticleId, Article>()
  let leafed: readonly Article[] | undefined
  const leaf = () => {
    leafed ??= [...byId.values()].toSorted(byIssueAndPage) // a stable sort: articles of a page stay as they came
    return leafed
  }
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
    browse: async ({ offset, limit, from, to, section }) => {
      const found = leaf().filter(
        ({ issueDate, section: printed }) =>
          (from === undefined || (issueDate ?? '') >= from) &&
          (to === undefined || (issueDate !== undefined && issueDate <= to)) &&
          (section === undefined || printed === section),
      )
      return { total: found.length, articles: found.slice(offset, offset + limit) }
    },
    issues: async ({ offset, limit }) => {
      const counts = new Map<string, Issue>()
      for (const { paper, issueDate } of leaf()) {
        const key = `${issueDate} ${paper}`
        const articles = (counts.get(key)?.articles ?? 0) + 1
        counts.set(key, {
          articles,
          ...(paper !== undefined && { paper }),
          ...(issueDate !== undefined && { issueDate }),
        })
      }
      return [...counts.values()].slice(offset, offset + limit)
    },
    neighbours: async (id) => {
      const article = byId.get(id)
      const issue = leaf().filter((it) => it.issueDate === article?.issueDate && it.paper === article?.paper)
      const at = issue.findIndex((it) => it.id === id)
      const [previous, next] = at < 0 ? [] : [issue[at - 1], issue[at + 1]]
      return { ...(previous && { previousInIssue: previous.id }), ...(next && { nextInIssue: next.id }) }
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
