// Takes a corpus folder in, and says so after every transaction: `intake-process.ts CORPUS DATA`.
import { COMMAND_BUSY_MS } from '../../src/cli/with-app.ts'
import { createIntake, joinPieces } from '../../src/intake/index.ts'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openStore } from '../../src/store/index.ts'

const [folder = '', data = ''] = process.argv.slice(2)
const store = await openStore({
  folder: data,
  join: joinPieces,
  now: () => 0,
  busyTimeoutMs: COMMAND_BUSY_MS, // as `paperboy index` does
})
const intake = createIntake({
  folder,
  manifest: store.manifest,
  clock: systemClock,
  log: createLogger('error'),
})
await intake.pass({ onProgress: ({ done }) => process.stdout.write(`${done}\n`) })
await store.close()
process.stdout.write('whole\n')
