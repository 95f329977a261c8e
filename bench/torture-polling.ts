// `npm run torture:polling [-- --minutes M --seed S]`: an hour of polling, unless told, with a fault every five seconds,
// in a bot process that nothing but its own work keeps alive. Exit code 1 where the bot ended, an update was not
// answered, or a reply came twice and the log does not say so. Then 2,000 updates at once (`--burst` alone: only that).
import { mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runBurst } from '../test/support/torture/burst.ts'
import { soakPolling } from '../test/support/torture/polling.ts'
import { percentile } from './statistics.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '11' },
    burst: { type: 'boolean', default: false },
  },
})
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
let isGood = true

if (!values.burst) {
  const seed = Number(values.seed)
  const { faults, lost, record, ...figures } = await soakPolling(Number(values.minutes), seed)
  const met = Object.entries(faults).map(([name, times]) => `${name} ${times}`)
  const faultCount = Object.values(faults).reduce((sum, times) => sum + times, 0)
  console.log(
    `${figures.minutes} minutes of polling, seed ${seed}, ${faultCount} faults: ${figures.updates} updates, ` +
      `exits ${figures.exits}, lost ${lost.length}, duplicates ${figures.duplicates} (unmarked ${figures.unmarked}), ` +
      `memory ${figures.firstRssMb} → ${figures.lastRssMb} MB`,
  )
  console.log(`  faults: ${met.join(', ')}`)
  if (lost.length > 0) {
    const file = join(mkdtempSync(join(tmpdir(), 'paperboy-torture-')), 'record.jsonl')
    writeFileSync(file, record)
    console.log(`  lost: ${lost.join(', ')}\n  the bot's log and its calls: ${file}`)
  }
  isGood = figures.exits === 0 && lost.length === 0 && figures.unmarked === 0
}

const burst = await runBurst(2000, 180_000)
const [p50, p95] = [0.5, 0.95].map((share) => percentile(burst.queryMs, share))
console.log(
  `${burst.updates} updates in 0.2 s: ${burst.answered} answered, ${burst.twice} twice, callback and inline queries ` +
    `p50 ${p50?.toFixed(0)} ms, p95 ${p95?.toFixed(0)} ms (${burst.messagesBefore} messages were sent before that), memory ${burst.rssMb.toFixed(0)} MB`,
)
isGood &&=
  burst.answered === burst.updates && burst.twice === 0 && (p95 ?? Infinity) <= 3000 && burst.rssMb <= 400
process.exitCode = isGood ? 0 : 1
