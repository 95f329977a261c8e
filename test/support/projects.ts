import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** What starts other processes, threads or a browser. */
const STARTS_PROCESSES = /from '(?:node:child_process|node:worker_threads|playwright-core)'/
const OWN_IMPORT = /^(?:import|export|\}) .*from '(\.[^']+)'/gm

/**
 * The files that take longer than some five seconds of one core, with how long they took on two cores, in seconds. Of a
 * project the longest start first, so that none is still running when all others have ended.
 */
const SECONDS: Readonly<Record<string, number>> = {
  'test/linear-time.test.ts': 60,
  'test/journeys/killed-outbound.test.ts': 60,
  'test/journeys/restart.test.ts': 60,
  'test/journeys/polling.test.ts': 60,
  'test/journeys/replicas.test.ts': 60,
  'test/outbound/every-fault.test.ts': 45,
  'test/search/term-index/packed-minisearch.test.ts': 45,
  'test/journeys/long-and-quoted.test.ts': 30,
  'test/journeys/updates.test.ts': 40,
  'test/journeys/subscribe.test.ts': 40,
  'test/playground/page.test.ts': 35,
  'test/outbound/days.test.ts': 25,
  'test/outbound/ten-thousand.test.ts': 25,
  'test/cli/secrets.test.ts': 25,
  'test/journeys/private-chat.test.ts': 25,
  'test/journeys/burst.test.ts': 25,
  'test/journeys/faults.test.ts': 15,
  'test/store/postgres.test.ts': 25,
  'test/store/postgres-races.test.ts': 25,
  'test/store/postgres-database.test.ts': 25,
  'test/store/postgres-copy.test.ts': 15,
  'test/store/postgres-leader.test.ts': 15,
  'test/store/postgres-replicas.test.ts': 10,
  'test/outbound/outbox-worker.test.ts': 20,
  'test/cli/bundle.test.ts': 20,
  'test/journeys/start.test.ts': 20,
  'test/intake/killed.test.ts': 20,
  'test/intake/reading-threads.test.ts': 15,
  'test/journeys/alerts.test.ts': 15,
  'test/journeys/reading-page.test.ts': 20,
  'test/store/killed-writers.test.ts': 15,
  'test/digest/schedule/every-zone.test.ts': 12,
  'test/cli/doctor.test.ts': 10,
  'test/outbound/match-alerts.test.ts': 10,
  'test/telegram/webhook.test.ts': 10,
  'test/cli/search.test.ts': 6,
  'test/outbound/crashes.test.ts': 6,
  'test/outbound/troubles.test.ts': 6,
}

/** The files of each project, by their paths from the root of the repository. */
export interface TestProjects {
  /** Quick, and in one process: what one runs after each change. */
  readonly unit: readonly string[]
  /** In one process, but many seconds of work each. */
  readonly long: readonly string[]
  /** Start processes, threads or a browser. */
  readonly system: readonly string[]
}

/** Sorts all tests into projects: by what they import, themselves or by way of `test/support`, and by `SECONDS`. */
export function testProjects(): TestProjects {
  for (const file of Object.keys(SECONDS))
    if (!existsSync(join(ROOT, file))) throw new Error(`${file} is named in projects.ts, and is not there`)
  const starts = new Map<string, boolean>()
  const startsProcesses = (file: string): boolean => {
    const known = starts.get(file)
    if (known !== undefined) return known
    starts.set(file, false) // should files import one another
    const text = readFileSync(join(ROOT, file), 'utf8')
    const isStarter =
      STARTS_PROCESSES.test(text) ||
      [...text.matchAll(OWN_IMPORT)]
        .map(([, name = '']) => join(dirname(file), name).replaceAll('\\', '/'))
        .some((path) => path.startsWith('test/') && path.endsWith('.ts') && startsProcesses(path))
    starts.set(file, isStarter)
    return isStarter
  }
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
  const system = files.filter(startsProcesses)
  const inProcess = files.filter((file) => !system.includes(file))
  return {
    unit: inProcess.filter((file) => SECONDS[file] === undefined),
    long: inProcess.filter((file) => SECONDS[file] !== undefined),
    system,
  }
}

/** How long a file takes, in seconds: by the table, or next to nothing. */
export const secondsOf = (path: string): number => SECONDS[path.replaceAll('\\', '/')] ?? 0
