import type { JoinPieces } from '../manifest.ts'
import { hashOf, pageOrder, parseArticle } from './article-row.ts'
import { sql, type Transaction } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDialect } from './sql-dialect.ts'
import type { IssueKey, Touched } from './touched.ts'

/**
 * Joins the continuations of one issue again: those that are there, and those that were. A day that is there in several
 * forms (by the endings of its files), or was, is joined as a whole.
 */
export async function joinIssue(
  trx: Transaction<Schema>,
  { issue_date, paper }: IssueKey,
  join: JoinPieces,
  touched: Touched,
  dialect: SqlDialect,
): Promise<void> {
  const rows = trx
    .selectFrom('articles')
    .select([
      'key',
      'id',
      'state',
      'issue_date',
      'paper',
      'page_order',
      'continued_from',
      'as_cut',
      'as_joined',
    ])
    .select(['file', 'place'])
    .where('issue_date', '=', issue_date)
  const ofIssue = rows.where('paper', '=', paper)
  // In the words of the index `articles_to_join`, which SQLite uses for no others.
  const concerned = await ofIssue
    .where(sql<boolean>`(continued_from IS NOT NULL OR as_joined IS NOT NULL)`)
    .execute()
  const isMixed = await hasSeveralForms(trx, issue_date)
  if (concerned.length === 0 && !isMixed) return
  const named = concerned.flatMap(({ continued_from: page }) => (page === null ? [] : [pageOrder(page)]))
  const firstParts = await (isMixed ? rows : ofIssue.where(dialect.isOneOf('page_order', named))).execute()
  const found = [...new Map([...concerned, ...firstParts].map((row) => [row.key, row])).values()]
    // A damaged one stays as it is until its file is read anew; whoever reads the archive tells of it.
    .flatMap((row) => {
      const piece = parseArticle(row.as_cut)
      return piece ? [{ row, piece }] : []
    })
    .toSorted(({ row: a }, { row: b }) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.place - b.place))

  const pieces = found.map(({ piece }) => piece)
  const joined = join(pieces)
  for (const [index, { row }] of found.entries()) {
    const article = joined[index]
    const as_joined = article === undefined || article === pieces[index] ? null : JSON.stringify(article)
    const state = article === undefined ? 'joined' : row.state === 'joined' ? 'copy' : row.state
    if (as_joined === row.as_joined && state === row.state) continue
    await touched.note([row])
    await trx
      .updateTable('articles')
      .set({ as_joined, state, hash: hashOf(as_joined ?? row.as_cut) })
      .where('key', '=', row.key)
      .execute()
  }
}

/** Articles without a day are of any: they are not compared. */
async function hasSeveralForms(trx: Transaction<Schema>, day: string): Promise<boolean> {
  if (day === '') return false
  const rows = await trx
    .selectFrom('articles')
    .select(['file', 'state', 'continued_from'])
    .where('issue_date', '=', day)
    .execute()
  const isHidden = ({ state, continued_from }: (typeof rows)[number]) =>
    state === 'joined' && continued_from === null
  const endings = new Set(rows.map(({ file }) => endingOf(file)))
  return rows.some(isHidden) || (endings.size > 1 && rows.length <= LARGEST_DAY)
}

/** More articles are not compared anew with each batch that is written. */
const LARGEST_DAY = 2000

const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase()
