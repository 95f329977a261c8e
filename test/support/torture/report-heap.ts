import { writeSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Loaded into a bot before its own code (`node --import`): on SIGUSR2 it tells what its heap holds when everything that
// can be collected has been. The memory of the process as the system sees it grows for as long as V8 finds room.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
process.on('SIGUSR2', () => {
  collect()
  writeSync(2, `heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(1)} MB\n`)
})
