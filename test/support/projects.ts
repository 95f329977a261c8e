import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** What starts other processes, threads or a browser. */
const STARTS_PROCESSES = /from '(?:node:child_process|node:worker_threads|playwright-core)'/
const OWN_IMPORT = /^(?:import|export|\}) .*from '(\.[^']+)'/gm

/**
 * The files that take longer than some five seconds, with how long they took on two cores among others, in seconds. Of a
 * project the longest start first, so that none is still running when all others have ended: most of them wait, and
 * leave the cores to those that work.
 */
const SECONDS: Readonly<Record<string, number>> = {
  'test/linear-time.test.ts': 376,
  'test/search/term-index/packed-minisearch.test.ts': 206,
  'test/outbound/ten-thousand.test.ts': 163,
  'test/journeys/killed-outbound.test.ts': 162,
  'test/outbound/every-fault.test.ts': 155,
  'test/cli/bundle.test.ts': 110,
  'test/intake/reading-threads.test.ts': 97,
  'test/journeys/polling.test.ts': 88,
  'test/journeys/replicas.test.ts': 82,
  'test/digest/schedule/every-zone.test.ts': 79,
  'test/journeys/subscribe.test.ts': 68,
  'test/outbound/outbox-worker.test.ts': 66,
  'test/playground/page.test.ts': 56,
  'test/store/postgres-races.test.ts': 56,
  'test/store/postgres-database.test.ts': 55,
  'test/search/snapshot/snapshot.test.ts': 46,
  'test/journeys/start.test.ts': 41,
  'test/pictures/draw-picture.test.ts': 41,
  'test/journeys/private-chat.test.ts': 40,
  'test/store/postgres.test.ts': 40,
  'test/cli/doctor.test.ts': 40,
  'test/outbound/days.test.ts': 39,
  'test/journeys/reading-page.test.ts': 38,
  'test/intake/killed.test.ts': 35,
  'test/journeys/long-and-quoted.test.ts': 32,
  'test/journeys/updates.test.ts': 32,
  'test/outbound/ten-thousand-alerts.test.ts': 28,
  'test/chat/renderers.test.ts': 28,
  'test/journeys/restart.test.ts': 27,
  'test/journeys/group.test.ts': 25,
  'test/store/postgres-leader.test.ts': 25,
  'test/journeys/sharing.test.ts': 23,
  'test/journeys/alerts.test.ts': 22,
  'test/outbound/crashes.test.ts': 22,
  'test/journeys/faults.test.ts': 20,
  'test/journeys/storage.test.ts': 19,
  'test/cli/secrets.test.ts': 18,
  'test/journeys/channels.test.ts': 17,
  'test/store/postgres-replicas.test.ts': 16,
  'test/journeys/pictures.test.ts': 15,
  'test/journeys/page.test.ts': 15,
  'test/journeys/people-data.test.ts': 14,
  'test/journeys/npm-start.test.ts': 14,
  'test/search/opensearch/search-server.test.ts': 13,
  'test/intake/limits.test.ts': 11,
  'test/outbound/troubles.test.ts': 11,
  'test/store/postgres-copy.test.ts': 11,
  'test/cli/search.test.ts': 10,
  'test/store/killed.test.ts': 10,
  'test/intake/together.test.ts': 10,
  'test/journeys/burst.test.ts': 9,
  'test/journeys/small-ways.test.ts': 8,
  'test/store/killed-writers.test.ts': 8,
  'test/store/instance-lock.test.ts': 7,
  'test/journeys/digests.test.ts': 5,
  'test/journeys/monitoring.test.ts': 5,
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
