import type { Transaction } from 'kysely'
import { type Article, LARGEST_DAY } from '../../domain/index.ts'
import type { FindOnDays } from '../manifest.ts'
import { hashOf, parseArticle } from './article-row.ts'
import { sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDialect } from './sql-dialect.ts'
import type { IssueKey, Touched } from './touched.ts'
import { compareSharing } from './uncompared.ts'

/*
 * An article without a day may stand on any day of the archive. A few numbers of each text, its sample, tell on which to
 * look; there the texts themselves are compared, page by page. First all dated articles are sampled, each of which
 * sends those without a day that share something with it to be compared once more; then these are compared. So the order
 * in which files come does not count.
 */

/** Dated articles that are sampled in one transaction. */
const DATED_AT_ONCE = 100
/** Pages without a day that are compared in one transaction, unless they hold more articles than the number below. */
const PAGES_AT_ONCE = 24
const ARTICLES_AT_ONCE = 24
/** So many numbers that a page has in common with a day are chance no more, */
const FEWEST_SHARED = 2
/** and of more days than this, which is little but set phrases, those are looked at that have most of them. */
const MOST_DAYS = 4

/**
 * Samples some dated articles; if there are none left, compares some pages without a day.
 * @returns whether there may be more
 */
export async function compareSlice(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  touched: Touched,
  find: FindOnDays,
): Promise<boolean> {
  if (await sampleDated(trx, dialect, find)) return true
  const dayOf = createDays(trx, find)
  let articles = 0
  for (let pages = 0; pages < PAGES_AT_ONCE && articles < ARTICLES_AT_ONCE; pages++) {
    const page = await nextPage(trx)
    if (page === undefined) return false
    articles += await comparePage(trx, dialect, touched, page, find, dayOf)
  }
  return true
}

async function sampleDated(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  find: FindOnDays,
): Promise<boolean> {
  const waiting = await trx
    .selectFrom('uncompared_articles')
    .selectAll()
    .where('day', '>', '')
    .orderBy('day')
    .orderBy('article_key')
    .limit(DATED_AT_ONCE)
    .execute()
  if (waiting.length === 0) return false
  const keys = waiting.map(({ article_key }) => article_key)
  const rows = await trx
    .selectFrom('articles')
    .select(['key', 'issue_date', 'as_cut'])
    .where(dialect.isOneOf('key', keys))
    .execute()
  const sampled = rows.flatMap((row) => {
    // A damaged one is told of by whoever reads the archive.
    const article = parseArticle(row.as_cut)
    return article === undefined ? [] : [{ ...row, sample: find.sample(article) }]
  })
  await writeSamples(trx, dialect, sampled)
  await trx
    .deleteFrom('uncompared_articles')
    .where(dialect.isOneOf('day', [...new Set(waiting.map(({ day }) => day))]))
    .where(dialect.isOneOf('article_key', keys))
    .execute()
  await compareSharing(
    trx,
    dialect,
    sampled.flatMap(({ sample }) => sample),
  )
  return true
}

interface WaitingPage {
  readonly file: string
  readonly page: string
  /** The article because of which it is compared. */
  readonly article_key: number
}

const nextPage = (trx: Transaction<Schema>): Promise<WaitingPage | undefined> =>
  trx
    .selectFrom('uncompared_articles')
    .innerJoin('articles', 'articles.key', 'uncompared_articles.article_key')
    .select(['articles.file', 'articles.page', 'article_key'])
    .where('uncompared_articles.day', '=', '')
    .orderBy('uncompared_articles.article_key')
    .limit(1)
    .executeTakeFirst()

/** What of a page stands on a day, by the day. */
type DayOf = (day: string) => Promise<ReturnType<FindOnDays['onDay']>>

/** The articles of days, each read once. */
function createDays(trx: Transaction<Schema>, find: FindOnDays): DayOf {
  const days = new Map<string, ReturnType<FindOnDays['onDay']>>()
  return async (day) => {
    const known = days.get(day)
    if (known) return known
    const rows = await trx
      .selectFrom('articles')
      .select('as_cut')
      .where('issue_date', '=', day)
      .limit(LARGEST_DAY + 1)
      .execute()
    const articles = rows.length > LARGEST_DAY ? [] : rows.flatMap(({ as_cut }) => parseArticle(as_cut) ?? [])
    const found = find.onDay(articles)
    days.set(day, found)
    return found
  }
}

/** @returns how many articles the page has */
async function comparePage(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  touched: Touched,
  { file, page, article_key }: WaitingPage,
  find: FindOnDays,
  dayOf: DayOf,
): Promise<number> {
  const ofPage = trx
    .selectFrom('articles')
    .where('file', '=', file)
    .where('page', '=', page)
    .where('issue_date', '=', '')
  const all = ofPage.select(['key', 'id', 'issue_date', 'paper', 'elsewhere', 'as_cut'])
  const rows = await all
    .orderBy('place')
    .limit(LARGEST_DAY + 1)
    .execute()
  const isLarge = rows.length > LARGEST_DAY
  const found = (isLarge ? [] : rows).flatMap((row) => {
    const article = parseArticle(row.as_cut)
    return article === undefined ? [] : [{ ...row, article, sample: find.sample(article) }]
  })
  const keys = ofPage.select('key')
  await trx.deleteFrom('article_samples').where('article_key', 'in', keys).execute()
  await writeSamples(trx, dialect, found)
  const held = await standingOnDays(trx, dialect, found, dayOf)
  for (const row of isLarge ? await all.where('elsewhere', '=', 1).execute() : rows)
    await showElsewhere(trx, touched, row, held.has(row.key))
  await trx
    .deleteFrom('uncompared_articles')
    .where('day', '=', '')
    .where((it) => it.or([it('article_key', 'in', keys), it('article_key', '=', article_key)]))
    .execute()
  return rows.length
}

interface UndatedRow extends IssueKey {
  readonly key: number
  readonly id: string
  readonly elsewhere: number
  readonly as_cut: string
}

/** Whether it is shown besides is settled with its issue. */
async function showElsewhere(
  trx: Transaction<Schema>,
  touched: Touched,
  row: UndatedRow,
  isElsewhere: boolean,
): Promise<void> {
  const elsewhere = isElsewhere ? 1 : 0
  if (elsewhere === row.elsewhere) return
  await touched.note([row])
  await trx
    .updateTable('articles')
    .set({ elsewhere, state: isElsewhere ? 'joined' : 'copy', as_joined: null, hash: hashOf(row.as_cut) })
    .where('key', '=', row.key)
    .execute()
}

/** The keys of those articles of a page that stand on a day. */
async function standingOnDays(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  page: readonly { readonly key: number; readonly article: Article; readonly sample: readonly number[] }[],
  dayOf: DayOf,
): Promise<ReadonlySet<number>> {
  const sample = page.flatMap((it) => it.sample)
  const articles = page.map(({ article }) => article)
  const held = new Set<Article>()
  for (const day of await likelyDays(trx, dialect, sample))
    for (const article of (await dayOf(day))(articles)) held.add(article)
  return new Set(page.filter(({ article }) => held.has(article)).map(({ key }) => key))
}

/** The days that share most of a page's numbers, most first. */
async function likelyDays(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  sample: readonly number[],
): Promise<readonly string[]> {
  if (sample.length === 0) return []
  const days = await trx
    .selectFrom('article_samples')
    .select('day')
    .where(dialect.isOneOf('sample', sample))
    .where('day', '>', '')
    .groupBy('day')
    .having(sql<number>`count(DISTINCT sample)`, '>=', FEWEST_SHARED)
    .orderBy(sql`count(DISTINCT sample)`, 'desc')
    .orderBy('day')
    .limit(MOST_DAYS)
    .execute()
  return days.map(({ day }) => day)
}

/** Writes the numbers of articles that have none. */
async function writeSamples(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  rows: readonly { readonly key: number; readonly issue_date: string; readonly sample: readonly number[] }[],
): Promise<void> {
  const values = rows.flatMap(({ key, issue_date, sample }) => sample.map((it) => [it, issue_date, key]))
  if (values.length === 0) return
  const columns = [
    ['sample', 'integer'],
    ['day', 'text'],
    ['article_key', 'integer'],
  ] as const
  await sql`
    INSERT INTO article_samples (sample, day, article_key)
    SELECT sample, day, article_key FROM ${dialect.rowsOf(columns, values)} WHERE true
    ON CONFLICT DO NOTHING`.execute(trx)
}
