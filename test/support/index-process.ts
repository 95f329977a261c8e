// Takes a corpus folder in as `paperboy index` does, and says what it took: `index-process.ts CORPUS DATA`.

import { processContext } from '../../src/cli/process-context.ts'
import { run } from '../../src/cli/run.ts'

const [corpus = '', data = ''] = process.argv.slice(2)
const code = await run(['index', '--json', '--corpus', corpus, '--data', data], processContext())
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(`${JSON.stringify({ code, peakMb })}\n`)
