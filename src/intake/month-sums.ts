import { addToMonth, type MonthSums } from '../search/index.ts'
import type { Archive } from '../store/index.ts'

const CHANGES_AT_ONCE = 500

/** Number and checksum of the articles of each month in the archive; the index on a server must have the same. */
export async function sumMonthsOf(archive: Archive): Promise<MonthSums> {
  const sums: MonthSums = new Map()
  for (let revision = 0; ; ) {
    const changes = await archive.changesSince(revision, CHANGES_AT_ONCE)
    const last = changes.at(-1)
    if (last === undefined) return sums
    for (const { id, article, hash } of changes)
      if (article) addToMonth(sums, id, hash, Number(article.issueDate?.replaceAll('-', '') ?? 0))
    revision = last.revision
  }
}
