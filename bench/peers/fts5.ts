import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/domain/index.ts'
import type { Tokeniser } from '../../src/language/index.ts'
import { QUERY_KINDS } from '../performance/corpus/query.ts'
import { type Engine, type EngineKind, fieldsOf, HEADLINE_BOOST } from '../performance/engines/engine.ts'
import { wordsOf } from '../performance/engines/words-of.ts'
import { loadPeer } from './load-peer.ts'

interface Statement {
  run(...values: readonly unknown[]): { readonly lastInsertRowid: number }
  get(...values: readonly unknown[]): unknown
  all(...values: readonly unknown[]): unknown[]
}

/** What is used of better-sqlite3, which comes without types. */
interface Db {
  prepare(sql: string): Statement
  exec(sql: string): void
  pragma(text: string): unknown
  serialize(): Uint8Array
  transaction<Argument>(work: (argument: Argument) => void): (argument: Argument) => void
}

const open = async (source: string | Uint8Array): Promise<Db> => {
  const { default: Database } = await loadPeer<{
    readonly default: new (source: string | Uint8Array) => Db
  }>('better-sqlite3')
  return new Database(source)
}

const FILES = { memory: 'fts5-memory.sqlite', disk: 'fts5-disk.sqlite' }

/** SQLite's FTS5 over our words, the database in memory; saved as the bytes of the database. */
export const fts5InMemory: EngineKind = {
  kinds: QUERY_KINDS,
  create: async ({ tokeniser }) => engineOf(prepare(await open(':memory:')), tokeniser, FILES.memory),
  load: async (folder, { tokeniser }) =>
    engineOf(await open(readFileSync(join(folder, FILES.memory))), tokeniser, FILES.memory),
}

/** The same in a file, as a program would keep it: write-ahead log, commits on disk at checkpoints. */
export const fts5OnDisk: EngineKind = {
  kinds: QUERY_KINDS,
  create: async ({ tokeniser }) => engineOf(prepare(await open('')), tokeniser, FILES.disk),
  load: async (folder, { tokeniser }) => {
    const db = await open(join(folder, FILES.disk))
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    return engineOf(db, tokeniser, FILES.disk)
  },
}

function prepare(db: Db): Db {
  db.exec(`
    CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE, date TEXT, section TEXT);
    CREATE VIRTUAL TABLE words USING fts5 (headline, body, content='', contentless_delete=1, tokenize='unicode61');
    INSERT INTO words (words, rank) VALUES ('rank', 'bm25(${HEADLINE_BOOST}.0, 1.0)')`)
  return db
}

function engineOf(db: Db, tokeniser: Tokeniser, file: string): Engine {
  const insertArticle = db.prepare('INSERT INTO articles (id, date, section) VALUES (@id, @date, @section)')
  const insertWords = db.prepare('INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)')
  const numberOf = db.prepare('SELECT number FROM articles WHERE id = ?')
  const removeWords = db.prepare('DELETE FROM words WHERE rowid = ?')
  const removeArticle = db.prepare('DELETE FROM articles WHERE number = ?')
  const ids = (where: string) =>
    db.prepare(
      `SELECT id FROM words JOIN articles ON number = words.rowid WHERE words MATCH @match ${where} ORDER BY rank LIMIT @limit`,
    )
  const all = ids('')
  const ofDays = ids('AND date BETWEEN @from AND @to')
  const ofSection = ids('AND section = @section')
  const cut = (text: string) => wordsOf(tokeniser, text)

  const add = db.transaction((articles: readonly Article[]) => {
    for (const { headline, body, ...facts } of articles.map(fieldsOf)) {
      const { lastInsertRowid } = insertArticle.run(facts)
      insertWords.run(lastInsertRowid, cut(headline).join(' '), cut(body).join(' '))
    }
  })
  const remove = db.transaction((id: string) => {
    const { number } = numberOf.get(id) as { readonly number: number }
    removeWords.run(number)
    removeArticle.run(number)
  })
  return {
    add: async (articles) => add(articles),
    remove: async ({ id }) => remove(id),
    find: async ({ kind, text, filter = {} }, limit) => {
      const words = cut(text)
      const match = kind === 'phrase' ? quote(words.join(' ')) : words.map(quote).join(' OR ')
      const { from, to, section } = filter
      const rows =
        from !== undefined && to !== undefined
          ? ofDays.all({ match, limit, from, to })
          : section === undefined
            ? all.all({ match, limit })
            : ofSection.all({ match, limit, section })
      return rows.map((it) => (it as { readonly id: string }).id)
    },
    save: async (folder) => writeFileSync(join(folder, file), db.serialize()),
  }
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
