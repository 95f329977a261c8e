// Takes the lock of a data folder, says so, and holds it until it is killed: `locking-process.ts FOLDER`.
import { DataFolderInUseError, lockDataFolder } from '../../src/store/instance-lock.ts'

const [folder = ''] = process.argv.slice(2)
// All that are ready begin at the same instant: when they are told to.
process.stdout.write('ready\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
try {
  lockDataFolder(folder, Date.now())
  // What nobody refers to is collected now, and not some day.
  globalThis.gc?.()
  await new Promise(setImmediate)
  process.stdout.write('held\n')
  setInterval(() => {}, 1_000)
} catch (error) {
  if (!(error instanceof DataFolderInUseError)) throw error
  process.stdout.write(`refused ${error.holder?.pid}\n`)
}
process.stdin.unref()
