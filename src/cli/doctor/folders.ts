import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storeOptionsOf } from '../../app/index.ts'
import type { Config } from '../../config/index.ts'
import { FILE_KINDS, type FileKind, listCorpus } from '../../corpus/index.ts'
import { claimCorpusFolder } from '../../intake/index.ts'
import { systemClock } from '../../ops/index.ts'
import { openStore, type Store } from '../../store/index.ts'
import { tellUnread } from '../unread.ts'
import { type Check, look } from './check.ts'
import { checkIndexSnapshot } from './index-snapshot.ts'
import { checkKnownFiles } from './known-files.ts'
import { checkProblems } from './problems.ts'
import { checkSearchServer } from './search-server.ts'

/**
 * Where the pages come from, and where the bot keeps what it must remember.
 * @param isFixing a snapshot that cannot be used is removed
 */
export const checkFolders = async (config: Config, isFixing: boolean): Promise<readonly Check[]> => [
  await checkCorpus(config.CORPUS_DIR),
  ...(await checkData(config, isFixing)),
]

const NAMES: Readonly<Record<FileKind, string>> = {
  page: 'pages (*.txt)',
  labelled: 'texts with facts above (*.txt)',
  ready: 'files of articles (*.jsonl, *.ndjson)',
  html: 'web pages (*.html)',
  mhtml: 'web archives (*.mhtml)',
  json: 'JSON files',
  table: 'tables (*.csv, *.tsv)',
  markdown: 'Markdown files',
  feed: 'feeds (*.xml)',
  pdf: 'PDF files',
  alto: 'ALTO files and feeds (*.xml)',
  hocr: 'hOCR files (*.hocr)',
}

const checkCorpus = (folder: string): Promise<Check> => {
  const check = 'corpus folder'
  const mend =
    'set CORPUS_DIR to a folder with pages (*.txt), saved web pages (*.html), *.pdf, ALTO and feeds (*.xml), *.hocr, *.mhtml, *.json, *.jsonl, *.csv or *.md'
  return look(check, mend, async () => {
    const counts = new Map<FileKind, number>()
    const unreadable: string[] = []
    const passedOver = new Map<string, number>()
    const onPassedOver = (_file: string, reason: string) =>
      void passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1)
    for await (const { kind } of listCorpus(
      folder,
      ({ error }) => unreadable.push(error.message),
      onPassedOver,
    ))
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const found = FILE_KINDS.filter((it) => counts.has(it)).map((it) => `${counts.get(it)} ${NAMES[it]}`)
    const unread = tellUnread({ reasons: new Map(), passedOver }).map((it) => `; not read: ${it}`)
    const finding = `${folder}: ${found.join(', ') || 'no pages'}${unread.join('')}`
    if (unreadable.length > 0)
      return {
        check,
        state: 'warn',
        finding: `${finding}; ${unreadable.length} entries cannot be read: ${unreadable.slice(0, 3).join('; ')}`,
        mend: 'let the user who runs the bot read them, or move them out of the folder',
      }
    return counts.size > 0 ? { check, state: 'ok', finding } : { check, state: 'warn', finding, mend }
  })
}

const checkData = async (config: Config, isFixing: boolean): Promise<readonly Check[]> => {
  const { DATA_DIR: folder, CORPUS_DIR: corpus } = config
  const isServer = config.DATABASE_URL !== undefined
  const check = isServer ? 'database' : 'data folder'
  const mend = isServer
    ? 'check DATABASE_URL, and that the server runs: docs/scale.md says what it needs'
    : 'set DATA_DIR to a writable folder, or restore a backup of paperboy.sqlite'
  let more: readonly Check[] = []
  const data = await look(check, mend, async () => {
    const store = await openStore(storeOptionsOf(config, () => systemClock.now()))
    try {
      const damage = await store.check()
      if (damage.length > 0)
        return { check, state: 'fail', finding: `${store.file} is damaged: ${damage[0]}`, mend }
      const trial = join(folder, '.doctor')
      writeFileSync(trial, '')
      rmSync(trial)
      const { files, pages, articles } = await store.archive.size()
      const where = isServer ? `${store.engine}, ${store.file}` : store.file
      const finding = `${where}: ${articles} articles from ${pages} pages in ${files} files`
      if (articles === 0)
        return { check, state: 'warn', finding, mend: 'run paperboy index, or start the bot' }
      more = [
        await checkOrigin(corpus, store),
        await checkKnownFiles(corpus, store),
        await checkProblems(store),
        await checkIndexSnapshot(folder, store, isFixing),
        ...(await checkSearchServer(config, store)),
      ]
      return { check, state: 'ok', finding }
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
      return { check, state: 'fail', finding: `cannot write to ${folder} (${error.message})`, mend }
    } finally {
      await store.close()
    }
  })
  return [data, ...more]
}

/** Whether the articles came from the corpus folder of the settings. */
const checkOrigin = (corpus: string, store: Store): Promise<Check> => {
  const check = 'origin of the archive'
  const mend =
    'set CORPUS_DIR to that folder, or DATA_DIR to another one; if it moved: paperboy index --move-corpus'
  return look(check, mend, async () => {
    const known = await store.manifest.corpusFolder()
    if (known) await claimCorpusFolder(corpus, store)
    return { check, state: 'ok', finding: known?.path ?? 'not recorded yet' }
  })
}
