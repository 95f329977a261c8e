import { buildApp } from '../app/index.ts'
import { systemClock } from '../ops/index.ts'
import { lockDataFolder } from '../store/index.ts'
import type { CliCommand } from './command.ts'
import { createIntakeBars } from './progress.ts'
import { tellUnread } from './unread.ts'

/** `paperboy index`: takes the corpus folder in and saves the index, so that the bot need not when it starts. */
export const indexCommand: CliCommand = {
  usage: '[--prune] [--move-corpus] [--json]',
  help: [
    '--prune        remove the articles of all files that are missing in the corpus folder',
    '--move-corpus  use the archive of the old corpus folder for this one',
    '--json         print the totals as one line of JSON',
  ],
  options: { prune: { type: 'boolean' }, 'move-corpus': { type: 'boolean' }, json: { type: 'boolean' } },
  run: async ({ config, log, values, output }) => {
    const bars = createIntakeBars(output, () => performance.now())
    const moveCorpus = values['move-corpus'] === true
    // A running bot would go on with the old folder, and drop what is taken in from the new one.
    const lock = moveCorpus ? lockDataFolder(config.DATA_DIR, systemClock.now()) : undefined
    const app = await buildApp(config, systemClock, log, { moveCorpus })
    try {
      await app.takeIn({ ...bars, prune: values.prune === true })
      await app.saveIndex()
      bars.end()
      const size = await app.archive.size()
      const unreadable = app.unreadable()
      const skipped = unreadable > 0 ? `; ${unreadable} files with something unreadable, see the log` : ''
      const missing = app.missing()?.count ?? 0
      const kept =
        missing > 0 ? `; ${missing} files are missing, their articles are kept for now, see the log` : ''
      const unread = app.unread()
      output.out(
        values.json === true
          ? `${JSON.stringify({ ...size, unreadable, missing, notRead: { ...Object.fromEntries(unread.reasons), ...Object.fromEntries(unread.passedOver) } })}\n`
          : `${size.files} files, ${size.pages} pages, ${size.articles} articles${skipped}${kept}\n${tellUnread(
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
