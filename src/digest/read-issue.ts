import type { Article } from '../domain/index.ts'
import type { Archive } from '../store/index.ts'
import { readAskedDays } from './asked-days.ts'

/** Articles asked of the archive at a time. */
const BATCH = 500

/** All articles of a day, of whatever paper, page by page; none if there is no issue of that day. */
export async function readIssue(archive: Archive, date: string): Promise<readonly Article[]> {
  const articles: Article[] = []
  for (;;) {
    const found = await archive.browse({ from: date, to: date, offset: articles.length, limit: BATCH })
    articles.push(...found.articles)
    if (found.articles.length < BATCH) return articles
  }
}

/** Day of the newest issue, `YYYY-MM-DD`; undefined if the archive has none with a date. */
export async function newestDate(archive: Archive): Promise<string | undefined> {
  const [newest] = await archive.issues({ offset: 0, limit: 1 })
  return newest?.issueDate
}

/**
 * Day of the issue that a text asks for, as {@link readAskedDays} reads it; of several days the newest that has one.
 * @returns undefined if there is none, or the text is no date
 */
export async function findAskedDay(
  archive: Archive,
  text: string,
  today: string,
): Promise<string | undefined> {
  for (const range of readAskedDays(text, today, await newestDate(archive))) {
    const { articles } = await archive.browse({ ...range, offset: 0, limit: 1 })
    const [newest] = articles
    if (newest?.issueDate !== undefined) return newest.issueDate
  }
  return undefined
}
