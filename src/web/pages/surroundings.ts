import type { Article, ArticleId } from '../../domain/index.ts'
import { LRUCache } from '../../ops/index.ts'
import { type SearchEngine, unlessAway } from '../../search/index.ts'
import type { Archive } from '../../store/index.ts'

/** What one may turn to from an article. Of these articles the headline and its source count; they have no body. */
export interface Surroundings {
  /** Before and after it in its issue. */
  readonly previous: Article | undefined
  readonly next: Article | undefined
  /** On the same page, in printed order, without the three above. */
  readonly onPage: readonly Article[]
  /** Nearest first. */
  readonly related: readonly Article[]
}

const ON_PAGE = 6
const RELATED = 5
/** What is known of the archive is asked for again after so long. */
const FRESH_MS = 1_000
/** Headlines in issues that are kept: some 10 MB. */
const MOST_IN_ISSUES = 20_000
/** Articles whose related ones are kept: some 5 MB, as they share their headlines. */
const MOST_RELATED = 10_000
/** Of a longer issue no article knows its neighbours by heart. */
const LONGEST_ISSUE = 2_000

/**
 * Finds what stands around an article, and keeps it until the archive changes: to look for it anew costs several times as
 * much as all else about a page.
 */
export class SurroundingsFinder {
  readonly #archive: Archive
  readonly #search: SearchEngine
  readonly #now: () => number
  readonly #issues = new LRUCache<string, readonly Article[]>({
    maxSize: MOST_IN_ISSUES,
    sizeCalculation: (issue) => issue.length + 1,
  })
  readonly #related = new LRUCache<ArticleId, readonly Article[]>({ max: MOST_RELATED })
  #state = ''
  #askedMs = Number.NEGATIVE_INFINITY

  /** @param now milliseconds since 1970 */
  constructor(archive: Archive, search: SearchEngine, now: () => number) {
    this.#archive = archive
    this.#search = search
    this.#now = now
  }

  async of(article: Article): Promise<Surroundings> {
    await this.#follow()
    const [issue, related] = await Promise.all([this.#issueOf(article), this.#relatedTo(article.id)])
    const at = issue?.findIndex(({ id }) => id === article.id) ?? -1
    if (issue === undefined || at < 0)
      return { ...(await this.#neighboursOf(article.id)), onPage: [], related }
    const [previous, next] = [issue[at - 1], issue[at + 1]]
    const onPage =
      article.page === undefined
        ? []
        : issue.filter(({ id, page }) => page === article.page && id !== article.id)
    return {
      previous,
      next,
      onPage: onPage.filter((it) => it !== previous && it !== next).slice(0, ON_PAGE),
      related,
    }
  }

  /** Forgets everything if the archive is another one by now. */
  async #follow(): Promise<void> {
    if (Math.abs(this.#now() - this.#askedMs) < FRESH_MS) return
    this.#askedMs = this.#now()
    const { revision } = await this.#archive.state()
    const state = `${revision} ${this.#search.size}` // the index follows the archive, a moment later
    if (state === this.#state) return
    this.#issues.clear()
    this.#related.clear()
    this.#state = state
  }

  /** Undefined if it has no date, or is too long. */
  async #issueOf({ issueDate, paper }: Article): Promise<readonly Article[] | undefined> {
    if (issueDate === undefined) return undefined
    const key = JSON.stringify([issueDate, paper])
    const kept = this.#issues.get(key)
    if (kept) return kept
    const { articles, total } = await this.#archive.browse({
      from: issueDate,
      to: issueDate,
      ...(paper !== undefined && { paper }),
      offset: 0,
      limit: LONGEST_ISSUE,
    })
    if (total > LONGEST_ISSUE) return undefined
    const issue = articles.filter((it) => it.paper === paper).map(withoutBody)
    this.#issues.set(key, issue)
    return issue
  }

  async #relatedTo(id: ArticleId): Promise<readonly Article[]> {
    const kept = this.#related.get(id)
    if (kept) return kept
    const found = await unlessAway(this.#search.related(id, RELATED), undefined)
    // What is not known now is asked for again.
    if (found === undefined) return []
    const related = found.map(({ article }) => withoutBody(article))
    this.#related.set(id, related)
    return related
  }

  async #neighboursOf(id: ArticleId): Promise<Pick<Surroundings, 'previous' | 'next'>> {
    const { previousInIssue, nextInIssue } = await this.#archive.neighbours(id)
    const [previous, next] = await this.#archive.getMany([previousInIssue ?? '', nextInIssue ?? ''])
    return { previous, next }
  }
}

const withoutBody = (article: Article): Article => ({
  ...article,
  paragraphs: [],
  captions: [],
  subheads: [],
})
