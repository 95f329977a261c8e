import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askServer, runPostgres, startPostgres, stopPostgres } from '../../test/support/postgres.ts'
import type { Measure } from './measure.ts'
import { openLoad, rowOf } from './server-faults.ts'

const DISK = '120m'
const FULL_MS = 5_000
const SLICE = Buffer.alloc(64 * 1024)

/**
 * The disk of the server (a real file system of its own, in memory) is filled to the last byte under load, and emptied
 * after a while; a server that ended meanwhile is started again. Only root may mount it.
 */
export const fullDisk: Measure = async ({ seed, size, tell }) => {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder])
  if (mounted.status !== 0)
    return [{ figure: 'a full disk of the server', goal: '0', measured: 'not run: no mount', isMet: true }]
  const server = await startPostgres(folder)
  try {
    await askServer(server, 'postgres', 'CREATE DATABASE full_disk')
    const url = `postgres://postgres@/full_disk?host=${folder}&port=${server.port}`
    const load = await openLoad(url, seed)
    const waits: number[] = []
    let crashes = 0
    for (let n = 0; n < size; n++) {
      await sleep(2_000)
      const ballast = join(folder, 'ballast')
      const until = performance.now() + FULL_MS
      for (; performance.now() < until; await sleep(20)) fill(ballast)
      rmSync(ballast)
      if (!existsSync(join(folder, 'data', 'postmaster.pid'))) {
        crashes++
        await runPostgres(server)
      }
      waits.push(await load.recovery(performance.now()))
      tell(`${n + 1} of ${size}: ${waits.at(-1)?.toFixed(0)} ms, the server ended ${crashes} times`)
    }
    const told = load.replicas.said().split('is full').length - 1
    return [
      rowOf(
        `disk of the server full for 5 s under load, ${size} times (${told} times told so in the log, ${crashes} ends of the server)`,
        waits,
        await load.end(),
      ),
    ]
  } finally {
    await stopPostgres(server)
    spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes until there is no room, down to the last bytes. */
function fill(file: string): void {
  for (let bytes = SLICE.length; bytes >= 64; )
    try {
      appendFileSync(file, SLICE.subarray(0, bytes))
    } catch {
      bytes = bytes >> 2
    }
}
