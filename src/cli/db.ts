import { storeOptionsOf } from '../app/index.ts'
import { systemClock } from '../ops/index.ts'
import { openStore } from '../store/index.ts'
import type { CliCommand } from './command.ts'
import { UsageError } from './usage-error.ts'

/** `paperboy db backup FILE`: a copy of all that the bot must remember, also while it runs. */
export const dbCommand: CliCommand = {
  usage: 'backup FILE',
  run: async ({ positionals: [verb, file, ...more], config, output }) => {
    if (verb !== 'backup') throw new UsageError('missing or unknown action: paperboy db backup FILE')
    if (file === undefined || more.length > 0)
      throw new UsageError('name exactly one FILE: paperboy db backup FILE')
    const store = await openStore(storeOptionsOf(config, () => systemClock.now()))
    try {
      await store.backUp(file)
    } finally {
      await store.close()
    }
    output.out(`backed up ${store.file} to ${file}\n`)
    return 0
  },
}
