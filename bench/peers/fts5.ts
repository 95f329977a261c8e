import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Article } from '../../src/domain/index.ts'
import type { Tokeniser } from '../../src/language/index.ts'
import { QUERY_KINDS } from '../performance/corpus/query.ts'
import { type Engine, type EngineKind, fieldsOf, HEADLINE_BOOST } from '../performance/engines/engine.ts'
import { wordsOf } from '../performance/engines/words-of.ts'

const FILES = { memory: 'fts5-memory.sqlite', disk: 'fts5-disk.sqlite' }

const SYSTEM = process.platform === 'win32' ? 'win32' : 'unix'
let memories = 0

/** A database in memory, which SQLite itself can write to a file and read from one. */
const openMemory = () => {
  const address = `file:/fts5-${++memories}?vfs=memdb`
  return { address, db: new DatabaseSync(address) }
}

/** SQLite's FTS5 over our words, the database in memory; saved as a database file. */
export const fts5InMemory: EngineKind = {
  kinds: QUERY_KINDS,
  create: async ({ tokeniser }) => engineOf(prepare(openMemory().db), tokeniser, FILES.memory),
  load: async (folder, { tokeniser }) => {
    const { address, db } = openMemory()
    const saved = new DatabaseSync(join(folder, FILES.memory))
    saved.exec(`VACUUM INTO '${address}'`)
    saved.close()
    return engineOf(db, tokeniser, FILES.memory)
  },
}

/** The same in a file, as a program would keep it: write-ahead log, commits on disk at checkpoints. */
export const fts5OnDisk: EngineKind = {
  kinds: QUERY_KINDS,
  create: async ({ tokeniser }) => engineOf(prepare(new DatabaseSync('')), tokeniser, FILES.disk),
  load: async (folder, { tokeniser }) => {
    const db = new DatabaseSync(join(folder, FILES.disk))
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    return engineOf(db, tokeniser, FILES.disk)
  },
}

function prepare(db: DatabaseSyncInstance): DatabaseSyncInstance {
  db.exec(`
    CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE, date TEXT, section TEXT);
    CREATE VIRTUAL TABLE words USING fts5 (headline, body, content='', contentless_delete=1, tokenize='unicode61');
    INSERT INTO words (words, rank) VALUES ('rank', 'bm25(${HEADLINE_BOOST}.0, 1.0)')`)
  return db
}

function engineOf(db: DatabaseSyncInstance, tokeniser: Tokeniser, file: string): Engine {
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

  const inTransaction = (work: () => void) => {
    db.exec('BEGIN')
    work()
    db.exec('COMMIT')
  }
  const add = (articles: readonly Article[]) => {
    for (const { headline, body, ...facts } of articles.map(fieldsOf)) {
      const { lastInsertRowid } = insertArticle.run(facts)
      insertWords.run(lastInsertRowid, cut(headline).join(' '), cut(body).join(' '))
    }
  }
  const remove = (id: string) => {
    const { number } = numberOf.get(id) as { readonly number: number }
    removeWords.run(number)
    removeArticle.run(number)
  }
  return {
    add: async (articles) => inTransaction(() => add(articles)),
    remove: async ({ id }) => inTransaction(() => remove(id)),
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
    save: async (folder) => {
      const path = join(folder, file)
      rmSync(path, { force: true })
      // Its own file system, else a database in memory would be copied in memory.
      db.exec(`VACUUM INTO '${pathToFileURL(path).href}?vfs=${SYSTEM}'`)
    },
  }
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
