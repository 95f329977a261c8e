// One pass over a folder, in a process of its own: the task comes as JSON in the first argument, the figures go as
// JSON to standard output.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { createIntake, joinPieces } from '../../src/intake/index.ts'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openStore } from '../../src/store/index.ts'
import type { PassFigures, PassTask } from './pass.ts'

const { corpus, data, threads }: PassTask = JSON.parse(process.argv[2] ?? '{}')
const began = performance.now()
const store = await openStore({ folder: data, join: joinPieces, now: () => Date.now() })
const log = createLogger('warn')
const intake = createIntake({
  folder: corpus,
  manifest: store.manifest,
  clock: systemClock,
  log,
  ...(threads !== undefined && { threads }),
})
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const cpu = process.cpuUsage()
const before = performance.eventLoopUtilization()
await intake.pass()
const { user, system } = process.cpuUsage(cpu)
const { utilization: busy } = performance.eventLoopUtilization(before)
const seconds = (performance.now() - began) / 1000
await sleep(5)
delay.disable()
const { articles } = await store.archive.size()
await store.close()
const figures: PassFigures = {
  seconds,
  articles,
  cpuSeconds: (user + system) / 1e6,
  blockMs: delay.max / 1e6,
  p99Ms: delay.percentile(99) / 1e6,
  busy,
  peakMb: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(JSON.stringify(figures))
