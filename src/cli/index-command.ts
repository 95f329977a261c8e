import { buildApp } from '../app/index.ts'
import { systemClock } from '../ops/index.ts'
import type { CliCommand } from './command.ts'
import { createIntakeBars } from './progress.ts'

/** `paperboy index`: takes the corpus folder in and saves the index, so that the bot need not when it starts. */
export const indexCommand: CliCommand = {
  usage: '[--prune] [--json]',
  help: [
    '--prune        remove the articles of all files that are missing in the corpus folder',
    '--json         what there is now, as one line of JSON',
  ],
  options: { prune: { type: 'boolean' }, json: { type: 'boolean' } },
  run: async ({ config, log, values, output }) => {
    const bars = createIntakeBars(output, () => performance.now())
    const app = await buildApp(config, systemClock, log)
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
      output.out(
        values.json === true
          ? `${JSON.stringify({ ...size, unreadable, missing })}\n`
          : `${size.files} files, ${size.pages} pages, ${size.articles} articles${skipped}${kept}\n`,
      )
      return 0
    } finally {
      await app.close()
    }
  },
}
