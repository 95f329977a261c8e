import { type App, buildApp } from '../app/index.ts'
import { type IntakeProgress, rebuildOnServer, sumMonthsOf } from '../intake/index.ts'
import { systemClock } from '../ops/index.ts'
import type { Call, ExitCode } from './command.ts'
import { UsageError } from './usage-error.ts'

/** `paperboy index --rebuild`: a new index beside the one that is searched, which then takes its place. */
export async function rebuildIndex(
  { server, archive }: App,
  onProgress: (progress: IntakeProgress) => void,
): Promise<void> {
  if (server === undefined) throw new UsageError(NEEDS_SERVER)
  await rebuildOnServer(archive, await server.remote.rebuild(), { onProgress })
}

/**
 * `paperboy index --verify`: number and checksum of the articles of each month, in the database and on the search server.
 * @returns 1 if they differ
 */
export async function verifyIndex(
  { config, log, output }: Pick<Call, 'config' | 'log' | 'output'>,
  isJson: boolean,
): Promise<ExitCode> {
  if (config.SEARCH_URL === undefined) throw new UsageError(NEEDS_SERVER)
  const app = await buildApp(config, systemClock, log)
  try {
    const { server, archive } = app
    if (server === undefined) throw new UsageError(NEEDS_SERVER)
    const [wanted, found] = [await sumMonthsOf(archive), await server.remote.months()]
    const months = [...new Set([...wanted.keys(), ...found.keys()])].toSorted()
    const different = months
      .map((month) => ({ month, database: wanted.get(month), index: found.get(month) }))
      .filter(({ database, index }) => database?.count !== index?.count || database?.sum !== index?.sum)
    const articles = [...wanted.values()].reduce((sum, { count }) => sum + count, 0)
    output.out(
      isJson
        ? `${JSON.stringify({ months: months.length, articles, different: different.map(({ month, database, index }) => ({ month, database: database?.count ?? 0, index: index?.count ?? 0 })) })}\n`
        : [
            `${articles} articles of ${months.length} months; ${different.length === 0 ? 'the index is right' : `${different.length} months differ: run paperboy index --rebuild`}\n`,
            ...different.map(
              ({ month, database, index }) =>
                `  ${month}: ${database?.count ?? 0} in the database, ${index?.count ?? 0} in the index\n`,
            ),
          ].join(''),
    )
    return different.length === 0 ? 0 : 1
  } finally {
    await app.close()
  }
}

const NEEDS_SERVER = '--rebuild and --verify are for an index on a search server: set SEARCH_URL'
