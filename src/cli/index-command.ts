import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildApp } from '../app/index.ts'
import { giveDate, readDay } from '../corpus/index.ts'
import { systemClock } from '../ops/index.ts'
import { lockDataFolder } from '../store/index.ts'
import type { Call, CliCommand, Output } from './command.ts'
import { DOUBTS_SHOWN } from './doubts.ts'
import { tellIfEmpty } from './empty-folder.ts'
import { rebuildIndex, verifyIndex } from './index-on-server.ts'
import { createIntakeBars } from './progress.ts'
import { tellUnread } from './unread.ts'
import { UsageError } from './usage-error.ts'
import { COMMAND_BUSY_MS } from './with-app.ts'

/** `paperboy index`: takes the corpus folder in and saves the index, so that the bot need not when it starts. */
export const indexCommand: CliCommand = {
  usage: '[--date D [PATH…]] [--prune] [--move-corpus] [--rebuild] [--verify] [--json]',
  help: [
    '--date D       note in paperboy.json that the folders or files PATH (the corpus folder if none is named) are of',
    '               the day D, if their pages do not print one; --date none takes it back',
    '--prune        remove the articles of all files that are missing in the corpus folder',
    '--move-corpus  use the archive of the old corpus folder for this one',
    '--rebuild      build the index on the search server anew; searches go on in the old one meanwhile',
    '--verify       compare the index on the search server with the database, month by month',
    '--json         print the totals as one line of JSON',
  ],
  options: {
    date: { type: 'string' },
    prune: { type: 'boolean' },
    'move-corpus': { type: 'boolean' },
    rebuild: { type: 'boolean' },
    verify: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async ({ config, log, positionals, values, output }) => {
    const isJson = values.json === true
    if (values.verify === true) return verifyIndex({ config, log, output }, isJson)
    await noteDates(config.CORPUS_DIR, positionals, values['date'], output)
    const bars = createIntakeBars(output, () => performance.now())
    const moveCorpus = values['move-corpus'] === true
    // A running bot would go on with the old folder, and drop what is taken in from the new one.
    const lock = moveCorpus ? lockDataFolder(config.DATA_DIR, systemClock.now()) : undefined
    const app = await buildApp(config, systemClock, log, { moveCorpus, busyTimeoutMs: COMMAND_BUSY_MS })
    try {
      if (values.rebuild === true) await rebuildIndex(app, bars.onArticles)
      await app.takeIn({ ...bars, prune: values.prune === true })
      await app.saveIndex()
      bars.end()
      const size = await app.archive.size()
      const unreadable = app.unreadable()
      const skipped = unreadable > 0 ? `; ${unreadable} files with something unreadable, see the log` : ''
      const missing = app.missing()?.count ?? 0
      const kept =
        missing > 0 ? `; ${missing} files are missing, their articles are kept for now, see the log` : ''
      const { doubtful } = await app.store.doubts.counts()
      const doubts =
        doubtful > 0
          ? `  doubtful: ${doubtful} of ${size.articles} articles; paperboy doubts lists the ${Math.min(doubtful, DOUBTS_SHOWN)} most doubtful\n`
          : ''
      const unread = app.unread()
      tellIfEmpty(size.articles, config, output)
      output.out(
        isJson
          ? `${JSON.stringify({ ...size, doubtful, unreadable, missing, notRead: { ...Object.fromEntries(unread.reasons), ...Object.fromEntries(unread.passedOver) } })}\n`
          : `${size.files} files, ${size.pages} pages, ${size.articles} articles${skipped}${kept}\n${doubts}${tellUnread(
              unread,
            )
              .map((it) => `  not read: ${it}\n`)
              .join('')}`,
      )
      return 0
    } finally {
      await app.close()
      lock?.release()
    }
  },
}

async function noteDates(
  corpus: string,
  paths: readonly string[],
  date: Call['values'][string],
  { err }: Output,
): Promise<void> {
  if (typeof date !== 'string') {
    if (paths.length > 0) throw new UsageError(`what about ${paths[0]}? To note its day: index --date D PATH`)
    return
  }
  const day = date === 'none' ? undefined : readDay(date)
  if (day === undefined && date !== 'none')
    throw new UsageError(`--date ${date} is no day: write it as 2024-06-08, or none to take it back`)
  const folder = resolve(corpus)
  for (const path of paths.length > 0 ? paths : [folder]) {
    // As the shell completes it, or as the log names files: below the corpus folder.
    const target = existsSync(path) ? resolve(path) : path
    const written = await giveDate(folder, target, day)
    err(`${written}: ${day === undefined ? 'no day is given any more' : `of ${day}`} for ${path}\n`)
  }
}
