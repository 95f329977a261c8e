import { LARGEST_DAY } from '../../domain/index.ts'
import type { JoinPieces } from '../manifest.ts'
import { hashOf, pageOrder, parseArticle } from './article-row.ts'
import { sql, type Transaction } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDialect } from './sql-dialect.ts'
import type { Touched } from './touched.ts'

/**
 * Joins the continuations of all issues that a transaction touched: those that are there, and those that were. A day that is
 * there in several forms (by the endings of its files), or was, is joined as a whole, once.
 */
export async function joinIssues(
  trx: Transaction<Schema>,
  join: JoinPieces,
  touched: Touched,
  dialect: SqlDialect,
): Promise<void> {
  const papersOf = new Map<string, string[]>()
  for (const { issue_date, paper } of touched.issues())
    papersOf.set(issue_date, [...(papersOf.get(issue_date) ?? []), paper])
  for (const [day, papers] of papersOf) {
    const issues = (await hasSeveralForms(trx, day)) ? [{ day }] : papers.map((paper) => ({ day, paper }))
    for (const issue of issues) await joinIssue(trx, issue, join, touched, dialect)
  }
}

/** Joins an issue, or all of a day. */
async function joinIssue(
  trx: Transaction<Schema>,
  { day, paper }: { readonly day: string; readonly paper?: string },
  join: JoinPieces,
  touched: Touched,
  dialect: SqlDialect,
): Promise<void> {
  const found = (await rowsToJoin(trx, day, paper, dialect))
    // A damaged one stays as it is until its file is read anew; whoever reads the archive tells of it.
    .flatMap((row) => {
      const piece = parseArticle(row.as_cut)
      return piece ? [{ row, piece }] : []
    })
    .toSorted(({ row: a }, { row: b }) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.place - b.place))
  if (found.length === 0) return

  const pieces = found.map(({ piece }) => piece)
  const elsewhere = found.filter(({ row }) => row.elsewhere === 1).map(({ piece }) => piece)
  const joined = join(pieces, new Set(elsewhere))
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

/** Of an issue what continues elsewhere and what it continues; of a day without a paper everything. */
async function rowsToJoin(
  trx: Transaction<Schema>,
  day: string,
  paper: string | undefined,
  dialect: SqlDialect,
) {
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
    .select(['file', 'place', 'elsewhere'])
    .where('issue_date', '=', day)
  if (paper === undefined) return rows.execute()
  const ofIssue = rows.where('paper', '=', paper)
  // In the words of the index `articles_to_join`, which SQLite uses for no others.
  const concerned = await ofIssue
    .where(sql<boolean>`(continued_from IS NOT NULL OR as_joined IS NOT NULL)`)
    .execute()
  if (concerned.length === 0) return []
  const named = concerned.flatMap(({ continued_from: page }) => (page === null ? [] : [pageOrder(page)]))
  const firstParts = await ofIssue.where(dialect.isOneOf('page_order', named)).execute()
  return [...new Map([...concerned, ...firstParts].map((row) => [row.key, row])).values()]
}

/** When a day grows past `LARGEST_DAY`, what was hidden is shown again, by the transaction that makes it grow: by less than this. */
const GROWTH = 1000

/**
 * Whether a day is there in several forms, or was: an article is hidden though it continues none. A day of more than
 * `LARGEST_DAY` articles is not compared.
 */
async function hasSeveralForms(trx: Transaction<Schema>, day: string): Promise<boolean> {
  // Counted where the rows are, and no further: tens of thousands of articles may have no day.
  const groups = await trx
    .selectFrom(
      trx
        .selectFrom('articles')
        .select(['file', 'state', 'continued_from', 'elsewhere'])
        .where('issue_date', '=', day)
        .limit(LARGEST_DAY + GROWTH)
        .as('of_day'),
    )
    .select([
      sql<string>`substr(file, length(file) - 3)`.as('tail'),
      sql<number>`count(*)`.as('articles'),
      sql<number>`sum(CASE WHEN state = 'joined' AND continued_from IS NULL AND elsewhere = 0 THEN 1 ELSE 0 END)`.as(
        'hidden',
      ),
    ])
    .groupBy('tail')
    .execute()
  const articles = groups.reduce((sum, it) => sum + it.articles, 0)
  if (articles === LARGEST_DAY + GROWTH) return false
  if (groups.some(({ hidden }) => hidden > 0)) return true
  return articles <= LARGEST_DAY && new Set(groups.map(({ tail }) => endingOf(tail))).size > 1
}

/** From the last characters of a name; all endings of web pages are one. */
const endingOf = (tail: string): string =>
  tail
    .slice(tail.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/^html?$/u, 'htm')
