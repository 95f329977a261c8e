// Takes a corpus folder in as `paperboy index` does, and says what it took: `index-process.ts CORPUS DATA`.

import { readFileSync } from 'node:fs'
import { processContext } from '../../src/cli/process-context.ts'
import { run } from '../../src/cli/run.ts'

const [corpus = '', data = ''] = process.argv.slice(2)
const code = await run(['index', '--json', '--corpus', corpus, '--data', data], processContext())
// Not `maxRSS`: of a process that another one started it counts what that one had in memory, too.
const peakKb = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
const peakMb = Math.round(Number(peakKb) / 1024)
process.stdout.write(`${JSON.stringify({ code, peakMb })}\n`)
