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
  'test/linear-time.test.ts': 200,
  'test/journeys/killed-outbound.test.ts': 188,
  'test/outbound/every-fault.test.ts': 154,
  'test/search/term-index/packed-minisearch.test.ts': 152,
  'test/cli/bundle.test.ts': 139,
  'test/store/postgres.test.ts': 86,
  'test/journeys/polling.test.ts': 79,
  'test/journeys/replicas.test.ts': 79,
  'test/outbound/ten-thousand.test.ts': 76,
  'test/playground/page.test.ts': 70,
  'test/intake/reading-threads.test.ts': 68,
  'test/store/postgres-database.test.ts': 66,
  'test/journeys/subscribe.test.ts': 64,
  'test/pictures/draw-picture.test.ts': 54,
  'test/search/snapshot/snapshot.test.ts': 51,
  'test/journeys/private-chat.test.ts': 51,
  'test/intake/killed.test.ts': 48,
  'test/store/postgres-races.test.ts': 47,
  'test/journeys/reading-page.test.ts': 46,
  'test/journeys/start.test.ts': 44,
  'test/outbound/outbox-worker.test.ts': 40,
  'test/journeys/long-and-quoted.test.ts': 39,
  'test/journeys/restart.test.ts': 39,
  'test/journeys/updates.test.ts': 36,
  'test/cli/doctor.test.ts': 33,
  'test/digest/schedule/every-zone.test.ts': 32,
  'test/store/postgres-leader.test.ts': 28,
  'test/intake/limits.test.ts': 28,
  'test/journeys/alerts.test.ts': 27,
  'test/journeys/group.test.ts': 26,
  'test/journeys/npm-start.test.ts': 26,
  'test/chat/renderers.test.ts': 25,
  'test/journeys/sharing.test.ts': 24,
  'test/outbound/days.test.ts': 22,
  'test/journeys/storage.test.ts': 21,
  'test/cli/secrets.test.ts': 21,
  'test/journeys/pictures.test.ts': 21,
  'test/journeys/page.test.ts': 21,
  'test/journeys/faults.test.ts': 19,
  'test/journeys/channels.test.ts': 19,
  'test/store/killed.test.ts': 19,
  'test/outbound/ten-thousand-alerts.test.ts': 18,
  'test/journeys/people-data.test.ts': 16,
  'test/search/opensearch/search-server.test.ts': 14,
  'test/journeys/burst.test.ts': 14,
  'test/journeys/small-ways.test.ts': 14,
  'test/store/postgres-replicas.test.ts': 13,
  'test/intake/together.test.ts': 12,
  'test/outbound/crashes.test.ts': 11,
  'test/outbound/troubles.test.ts': 11,
  'test/store/postgres-copy.test.ts': 11,
  'test/cli/search.test.ts': 11,
  'test/store/killed-writers.test.ts': 9,
  'test/store/instance-lock.test.ts': 8,
  'test/journeys/digests.test.ts': 6,
  'test/journeys/monitoring.test.ts': 4,
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
