import { buildApp } from '../app/index.ts'
import { systemClock } from '../ops/index.ts'
import type { CliCommand } from './command.ts'
import { createIntakeBars } from './progress.ts'

/** `paperboy index`: takes the corpus folder in and saves the index, so that the bot need not when it starts. */
export const indexCommand: CliCommand = {
  usage: '[--json]',
  describe: 'take new and changed pages into archive and index, and show how far it is',
  help: ['--json         what there is now, as one line of JSON'],
  options: { json: { type: 'boolean' } },
  run: async ({ config, log, values, output }) => {
    const bars = createIntakeBars(output, () => performance.now())
    const app = await buildApp(config, systemClock, log)
    try {
      await app.takeIn(bars)
      await app.saveIndex()
      bars.end()
      const size = await app.archive.size()
      const unreadable = app.unreadable()
      const skipped = unreadable > 0 ? `; ${unreadable} files with something unreadable, see the log` : ''
      output.out(
        values.json === true
          ? `${JSON.stringify({ ...size, unreadable })}\n`
          : `${size.files} files, ${size.pages} pages, ${size.articles} articles${skipped}\n`,
      )
      return 0
    } finally {
      await app.close()
    }
  },
}
