// Writes transactions of ten articles, one file each, and says the number of each when it is committed:
// `writer-process.ts DATA NAME FIRST`. It goes on until it is killed.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createSqlManifest } from '../../src/store/sql/sql-manifest.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { anArticle } from './articles.ts'
import { someFacts } from './stores.ts'
import { ARTICLES_A_FILE } from './torture/writers.ts'

const [folder = '', name = '', first = '0'] = process.argv.slice(2)
const database = openDatabase({ file: join(folder, 'paperboy.sqlite'), busyTimeoutMs: 20_000 })
const manifest = createSqlManifest(database, (pieces) => pieces)
for (let n = Number(first); ; n++) {
  const file = `${name}-${n}`
  const articles = Array.from({ length: ARTICLES_A_FILE }, (_, i) =>
    anArticle({ headline: `${file}-${i}`, source: { file, lines: [] } }),
  )
  await manifest.take([{ file, place: 0, articles, end: someFacts }])
  writeSync(1, `${n}\n`)
}
