import type { SelectQueryBuilder } from 'kysely'
import type { Archive, Arrival, ArticleFilter, DayIds, Issue } from '../archive.ts'
import type { ReportDamage } from '../damaged-row-error.ts'
import { ArticleCache } from './article-cache.ts'
import { articleOf, pageOrder, type StoredText } from './article-row.ts'
import { sql } from './kysely.ts'
import { neighboursOf } from './neighbours.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'

/**
 * Reads the articles of an SQL database. An article whose row is damaged is left out.
 * @param report told of damaged rows
 */
export function createSqlArchive(
  { db, dialect }: Pick<SqlDatabase, 'db' | 'dialect'>,
  report: ReportDamage = () => {},
): Archive {
  /** What of a row can be read; else it is told of. */
  const read = (row: StoredText & { readonly id: string }, article = articleOf(row)) => {
    if (article === undefined) report('articles', row.id)
    return article
  }
  const shown = db.selectFrom('articles').where('state', '=', sql.lit('shown'))

  const cache = new ArticleCache()

  /** Those of the articles that are kept and have not changed. */
  const getKept = async (ids: readonly string[]) => {
    const known = ids.filter((id) => cache.has(id))
    const rows =
      known.length > 0 ? await shown.select(['id', 'hash']).where(dialect.isOneOf('id', known)).execute() : []
    return rows.flatMap(({ id, hash }) => {
      const article = cache.get(id, hash)
      return article ? [[id, article] as const] : []
    })
  }

  const getMany = async (ids: readonly string[]) => {
    const byId = new Map(await getKept(ids))
    const missing = ids.filter((id) => !byId.has(id))
    const rows =
      missing.length > 0
        ? await shown
            .select(['id', 'hash', 'as_cut', 'as_joined'])
            .where(dialect.isOneOf('id', missing))
            .execute()
        : []
    for (const row of rows) {
      const article = read(row, cache.read(row))
      if (article) byId.set(row.id, article)
    }
    return ids.map((id) => byId.get(id))
  }

  const arrivedSince = (arrival: number, limit: number) =>
    db
      .selectFrom('changes')
      .innerJoin('articles', 'articles.id', 'changes.id')
      .select(['articles.id', 'arrival', 'as_cut', 'as_joined'])
      .where('state', '=', sql.lit('shown'))
      .where('arrival', '>', arrival)
      .orderBy('arrival')
      .limit(limit)
      .execute()

  return {
    getMany,
    get: async (id) => (await getMany([id]))[0],
    browse: async ({ offset, limit, ...filter }) => {
      const passing = pass(shown, filter)
      const { total } = await passing
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      // Keys first: they are found in the index alone, and the articles passed over are never read.
      const keys = await leafed(passing).select('key').limit(limit).offset(offset).execute()
      const rows = await leafed(
        db.selectFrom('articles').where(
          dialect.isOneOf(
            'key',
            keys.map(({ key }) => key),
          ),
        ),
      )
        .select(['id', 'as_cut', 'as_joined'])
        .execute()
      return { total, articles: rows.flatMap((row) => read(row) ?? []) }
    },
    issues: async ({ offset, limit }) => {
      const issues = await shown
        .select(({ fn }) => ['issue_date', 'paper', fn.countAll<number>().as('articles')])
        .groupBy(['issue_date', 'paper'])
        .orderBy('issue_date', 'desc')
        .orderBy('paper')
        .limit(limit)
        .offset(offset)
        .execute()
      return Promise.all(issues.map(async (issue) => toIssue(issue, await pagesOf(issue))))
    },
    days: () =>
      shown
        .select(({ fn }) => ['issue_date as day', fn.countAll<number>().as('articles')])
        .where('issue_date', '!=', '')
        .groupBy('issue_date')
        .orderBy('issue_date', 'desc')
        .execute(),
    sections: (filter) =>
      pass(shown, filter)
        .select(({ fn }) => ['section', fn.countAll<number>().as('articles')])
        .where('section', '!=', '')
        .groupBy('section')
        .orderBy('articles', 'desc')
        .orderBy('section')
        .execute(),
    idsByDay: async () => {
      const days = await shown
        .select(['issue_date', sql<string>`string_agg(id, ' ')`.as('ids')])
        .groupBy('issue_date')
        .orderBy('issue_date', 'desc')
        .execute()
      return days.map(({ issue_date, ids }): DayIds => {
        const parsed = ids.split(' ')
        return issue_date === '' ? { ids: parsed } : { issueDate: issue_date, ids: parsed }
      })
    },
    neighbours: (id) => neighboursOf(db, id),
    changesSince: async (revision, limit) => {
      const rows = await db
        .selectFrom('changes')
        .leftJoin('articles', (join) =>
          join.onRef('articles.id', '=', 'changes.id').on('articles.state', '=', 'shown'),
        )
        .select(['changes.id', 'revision', 'hash', 'as_cut', 'as_joined'])
        .where('revision', '>', revision)
        .orderBy('revision')
        .limit(limit)
        .execute()
      return rows.map(({ id, revision, hash, as_cut, as_joined }) => {
        const article = as_cut === null ? undefined : read({ id, as_cut, as_joined })
        return article === undefined || hash === null ? { id, revision } : { id, revision, hash, article }
      })
    },
    arrivalsSince: async (arrival, limit) => {
      const arrivals: Arrival[] = []
      // Whoever is given fewer than the limit takes them for all: what is damaged must not make them fewer.
      for (let after = arrival; arrivals.length < limit; ) {
        const wanted = limit - arrivals.length
        const rows = await arrivedSince(after, wanted)
        for (const row of rows) {
          const article = read(row)
          if (article) arrivals.push({ arrival: row.arrival, article })
        }
        const last = rows.at(-1)
        if (last === undefined || rows.length < wanted) break
        after = last.arrival
      }
      return arrivals
    },
    latestArrival: async () => {
      const { latest } = await db
        .selectFrom('changes')
        .select(({ fn }) => fn.max<number | null>('arrival').as('latest'))
        .executeTakeFirstOrThrow()
      return latest ?? 0
    },
    state: async () => {
      const { identity } = await db.selectFrom('archive').select('identity').executeTakeFirstOrThrow()
      const { latest } = await db
        .selectFrom('changes')
        .select(({ fn }) => fn.max<number | null>('revision').as('latest'))
        .executeTakeFirstOrThrow()
      return { archive: identity, revision: latest ?? 0 }
    },
    size: async () => {
      const files = await db
        .selectFrom('files')
        .select(({ fn }) => [fn.countAll<number>().as('files'), fn.sum<number | null>('pages').as('pages')])
        .executeTakeFirstOrThrow()
      const { articles } = await shown
        .select(({ fn }) => fn.countAll<number>().as('articles'))
        .executeTakeFirstOrThrow()
      return { files: files.files, pages: files.pages ?? 0, articles }
    },
  }

  async function pagesOf({ issue_date, paper }: { issue_date: string; paper: string }) {
    const rows = await shown
      .select(({ fn }) => ['page_order', fn.min<string>('page').as('page')])
      .where('issue_date', '=', issue_date)
      .where('paper', '=', paper)
      .where('page_order', '!=', '')
      .groupBy('page_order')
      .orderBy('page_order')
      .execute()
    return rows.map(({ page }) => page)
  }
}

type ArticleQuery = SelectQueryBuilder<Schema, 'articles', object>

const leafed = (query: ArticleQuery) =>
  query.orderBy('issue_date', 'desc').orderBy('paper').orderBy('page_order').orderBy('file').orderBy('place')

function pass(
  query: ArticleQuery,
  { from, to, isUndated, paper, page, section }: ArticleFilter,
): ArticleQuery {
  let passing = query
  // Articles without a date have an empty one, which comes before every `from`.
  if (from !== undefined || to !== undefined) passing = passing.where('issue_date', '>=', from ?? '0')
  if (to !== undefined) passing = passing.where('issue_date', '<=', to)
  if (isUndated === true) passing = passing.where('issue_date', '=', '')
  if (paper !== undefined) passing = passing.where('paper', '=', paper)
  if (page !== undefined) passing = passing.where('page_order', '=', pageOrder(page))
  if (section !== undefined) passing = passing.where('section', '=', section)
  return passing
}

function toIssue(
  { issue_date, paper, articles }: { issue_date: string; paper: string; articles: number },
  pages: readonly string[],
): Issue {
  return {
    ...(paper !== '' && { paper }),
    ...(issue_date !== '' && { issueDate: issue_date }),
    articles,
    pages,
  }
}
