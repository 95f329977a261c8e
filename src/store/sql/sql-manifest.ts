import type { Transaction } from 'kysely'
import { yieldToEventLoop } from '../../concurrency/index.ts'
import type { FilePiece, JoinPieces, Manifest, TakenFile } from '../manifest.ts'
import { isTexts, readStored } from '../stored-json.ts'
import { columnsOf } from './article-row.ts'
import { compareSlice } from './compare-undated.ts'
import { inTransaction } from './in-transaction.ts'
import { joinIssues } from './join-issues.ts'
import type { FilesTable, Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'
import type { SqlDialect } from './sql-dialect.ts'
import { createTouched, type Touched } from './touched.ts'
import { compareLater, comparePageAbove, forgetCompared, hasUndated } from './uncompared.ts'

/** At most so many articles are removed in one transaction, so that no other work waits for long. */
const SLICE = 200
/** Files that are read at once: 58,000 pages of ten years would hold everybody up. */
const FILES_SLICE = 2000

/**
 * The manifest and the articles of its files in SQL, written in short transactions so that readers and the
 * event loop need not wait.
 * @param join how the pieces of an issue are joined, whenever one of them changes
 */
export function createSqlManifest(
  { db, dialect }: Pick<SqlDatabase, 'db' | 'dialect'>,
  join: JoinPieces,
): Manifest {
  /** One transaction around some change of pieces: joins what belongs together, and notes what others see of it. */
  const change = <T>(work: (trx: Transaction<Schema>, touched: Touched) => Promise<T>): Promise<T> =>
    inTransaction(db, async (trx) => {
      await dialect.lockArchive(trx)
      const touched = createTouched(trx, dialect)
      const result = await work(trx, touched)
      await joinIssues(trx, join, touched, dialect)
      await touched.settle()
      return result
    })

  /** Takes out what is left of a file from a place on, in slices. */
  const dropFrom = async (file: string, place: number): Promise<void> => {
    while (await change((trx, touched) => dropSlice(trx, dialect, touched, file, place)));
  }

  return {
    files: async () => {
      const files = new Map<string, TakenFile>()
      const readSlice = async (after: string) => {
        const rows = await db
          .selectFrom('files')
          .selectAll()
          .where('file', '>', after)
          .orderBy('file')
          .limit(FILES_SLICE)
          .execute()
        for (const row of rows) files.set(row.file, toTakenFile(row))
        return rows.at(-1)?.file
      }
      for (let last: string | undefined = ''; last !== undefined; last = await readSlice(last))
        await yieldToEventLoop()
      return files
    },
    take: async (pieces) => {
      const unfinished = await change(async (trx, touched) => {
        const unfinished: FilePiece[] = []
        for (const piece of pieces) {
          await writeArticles(trx, dialect, touched, piece)
          const { file, place, articles, end } = piece
          const isMore =
            end !== undefined && (await dropSlice(trx, dialect, touched, file, place + articles.length))
          await writeFile(trx, file, isMore ? undefined : end)
          if (isMore) unfinished.push(piece)
        }
        return unfinished
      })
      for (const { file, place, articles, end } of unfinished) {
        await dropFrom(file, place + articles.length)
        await change((trx) => writeFile(trx, file, end))
      }
    },
    compareUndated: async (find) =>
      (await hasUndated(db)) && (await change((trx, touched) => compareSlice(trx, dialect, touched, find))),
    markMissing: async (files, sinceMs) => {
      if (files.length === 0) return
      await inTransaction(db, async (trx) => {
        for (let from = 0; from < files.length; from += FILES_SLICE)
          await trx
            .updateTable('files')
            .set({ missing_since_ms: sinceMs ?? null })
            .where(dialect.isOneOf('file', files.slice(from, from + FILES_SLICE)))
            .execute()
      })
    },
    corpusFolder: async () => {
      const row = await db
        .selectFrom('archive')
        .select(['corpus_path as path', 'corpus_real_path as realPath'])
        .executeTakeFirst()
      return row?.path && row.realPath ? { path: row.path, realPath: row.realPath } : undefined
    },
    setCorpusFolder: async ({ path, realPath }) => {
      await change((trx) =>
        trx.updateTable('archive').set({ corpus_path: path, corpus_real_path: realPath }).execute(),
      )
    },
    drop: async (file) => {
      await dropFrom(file, 0)
      await db.deleteFrom('files').where('file', '=', file).execute()
    },
  }
}

async function writeArticles(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  touched: Touched,
  { file, place: first, articles }: FilePiece,
): Promise<void> {
  const rows = await trx
    .selectFrom('articles')
    .select(['key', 'place', 'id', 'issue_date', 'paper', 'as_cut'])
    .where('file', '=', file)
    .where('place', '>=', first)
    .where('place', '<', first + articles.length)
    .execute()
  const older = new Map(rows.map((row) => [row.place, row]))
  const changed = articles
    .map((article, index) => ({ file, place: first + index, ...columnsOf(article, JSON.stringify(article)) }))
    .filter(({ place, as_cut }) => older.get(place)?.as_cut !== as_cut)
  const replaced = changed.flatMap(({ place }) => older.get(place) ?? [])
  await touched.note([...changed, ...replaced])
  await forgetCompared(trx, dialect, replaced)
  for (const row of changed) {
    // Whether it is joined or shown is settled when all pieces are written.
    const values = { ...row, state: 'copy', as_joined: null, elsewhere: 0 } as const
    await trx
      .insertInto('articles')
      .values(values)
      .onConflict((it) => it.columns(['file', 'place']).doUpdateSet(values))
      .execute()
  }
  await compareLater(
    trx,
    dialect,
    file,
    changed.map(({ place }) => place),
  )
}

/**
 * Takes out some of a file's articles from a place on; from then on the file counts as unfinished.
 * @returns whether there may be more
 */
async function dropSlice(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  touched: Touched,
  file: string,
  place: number,
): Promise<boolean> {
  const beyond = await trx
    .selectFrom('articles')
    .select(['key', 'id', 'issue_date', 'paper'])
    .where('file', '=', file)
    .where('place', '>=', place)
    .orderBy('place', 'desc')
    .limit(SLICE)
    .execute()
  if (beyond.length === 0) return false
  await touched.note(beyond)
  await forgetCompared(trx, dialect, beyond)
  await comparePageAbove(trx, file, place)
  await trx.updateTable('files').set({ size: -1 }).where('file', '=', file).execute()
  await trx
    .deleteFrom('articles')
    .where(
      dialect.isOneOf(
        'key',
        beyond.map(({ key }) => key),
      ),
    )
    .execute()
  return beyond.length === SLICE
}

async function writeFile(trx: Transaction<Schema>, file: string, end?: TakenFile): Promise<void> {
  const values = toColumns(end ?? UNFINISHED)
  await trx
    .insertInto('files')
    .values({ file, ...values })
    .onConflict((it) => it.column('file').doUpdateSet(end ? values : { size: UNFINISHED.sizeBytes }))
    .execute()
}

const UNFINISHED: TakenFile = {
  sizeBytes: -1,
  modifiedMs: 0,
  takenMs: 0,
  hash: '',
  reader: '',
  pages: 0,
  problems: [],
}

const toColumns = (facts: TakenFile): Omit<FilesTable, 'file'> => ({
  size: facts.sizeBytes,
  modified_ms: facts.modifiedMs,
  taken_ms: facts.takenMs,
  hash: facts.hash,
  reader: facts.reader,
  pages: facts.pages,
  problems: JSON.stringify(facts.problems),
  missing_since_ms: facts.missingSinceMs ?? null,
})

function toTakenFile(row: FilesTable): TakenFile {
  const problems = readStored(row.problems, isTexts) ?? []
  return {
    sizeBytes: row.size,
    modifiedMs: row.modified_ms,
    takenMs: row.taken_ms,
    hash: row.hash,
    reader: row.reader,
    pages: row.pages,
    problems,
    ...(row.missing_since_ms !== null && { missingSinceMs: row.missing_since_ms }),
  }
}
