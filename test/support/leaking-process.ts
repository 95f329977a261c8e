import { inspect } from 'node:util'
import { runProcess } from '../../src/cli/index.ts'

// Runs a command that reads the settings, then lets the text of LEAK out in the way that WAY names.
const { WAY = '', LEAK = '' } = process.env

const cause = new Error(LEAK)
const error = Object.assign(new Error(`cannot fetch ${LEAK}`, { cause }), { config: { url: LEAK } })

const ways: Readonly<Record<string, () => void>> = {
  exception: () => {
    throw error
  },
  'exception of many': () => {
    throw new AggregateError([error, cause], LEAK)
  },
  'a text that is thrown': () => {
    // oxlint-disable-next-line typescript/only-throw-error -- libraries do
    throw LEAK
  },
  'an object that is thrown': () => {
    // oxlint-disable-next-line typescript/only-throw-error -- libraries do
    throw { url: LEAK }
  },
  rejection: () => void Promise.reject(error),
  'rejection with a text': () => void Promise.reject(LEAK),
  'all that ends nothing': () => {
    console.error(error)
    console.log(LEAK)
    process.stderr.write(inspect(error))
    process.stdout.write(Buffer.from(`词 ${LEAK}\n`))
    process.emitWarning(LEAK)
  },
}

await runProcess(['read', 'no-such-file.txt'])
setTimeout(() => ways[WAY]?.(), 0)
