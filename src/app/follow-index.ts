import { followOnServer, type IntakeProgress } from '../intake/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { SearchServerError } from '../search/index.ts'
import type { Archive } from '../store/index.ts'
import type { SearchServer } from './search-server.ts'

/** A server that does not answer is asked again after this. */
const AGAIN_MS = 15_000
const TELL_MS = 60_000

/** Keeps the index on a server up to the archive, if there is one. */
export interface ServerFollowing {
  /** Writes what has changed. @throws {SearchServerError} */
  follow(onProgress?: (progress: IntakeProgress) => void): Promise<number>
  /** The same; a failure is logged, and tried again beside all else until it succeeds. */
  followWhenPossible(onProgress?: (progress: IntakeProgress) => void): Promise<void>
  /** Why nothing can be written before somebody has done something, and what; undefined if the last try succeeded, or the next one may. */
  trouble(): string | undefined
}

/**
 * Follows the archive with the index on a server, from where that says it is.
 * @param server undefined if the index is in memory: then nothing is done
 */
export function createServerFollowing(
  archive: Archive,
  server: SearchServer | undefined,
  { signal, clock, log }: { readonly signal: AbortSignal; readonly clock: Clock; readonly log: Logger },
): ServerFollowing {
  let isWaiting = false
  let told: string | undefined
  let trouble: string | undefined
  const follow: ServerFollowing['follow'] = async (onProgress) =>
    server === undefined
      ? 0
      : followOnServer(archive, server.remote, { signal, ...(onProgress && { onProgress }) })
  /** Tells the log now and then how far it is: of a large archive that takes hours. */
  const tellNowAndThen = (onProgress?: (progress: IntakeProgress) => void) => {
    const beganMs = clock.monotonicNow()
    let toldMs = beganMs
    return (progress: IntakeProgress) => {
      onProgress?.(progress)
      const nowMs = clock.monotonicNow()
      if (nowMs - toldMs < TELL_MS) return
      toldMs = nowMs
      log.info(
        { ...progress, perSecond: Math.round((1000 * progress.done) / (nowMs - beganMs)) },
        'the index on the search server is being written',
      )
    }
  }
  const followWhenPossible: ServerFollowing['followWhenPossible'] = async (onProgress) => {
    try {
      const written = await follow(tellNowAndThen(onProgress))
      told = undefined
      trouble = undefined
      if (written > 0) log.info({ changes: written }, 'the index on the search server is up to the archive')
    } catch (error) {
      if (!(error instanceof SearchServerError)) throw error
      if (told !== error.message)
        log.error({ reason: error.message }, 'the index on the search server cannot be written; trying again')
      told = error.message
      trouble = error.trouble === 'unusable' ? error.message : undefined
      if (isWaiting || signal.aborted) return
      isWaiting = true
      void clock
        .sleep(AGAIN_MS, signal)
        .catch(() => {})
        .then(() => {
          isWaiting = false
          return signal.aborted ? undefined : followWhenPossible(onProgress)
        })
        .catch((err: unknown) => log.error({ err }, 'the archive cannot be read for the search server'))
    }
  }
  return { follow, followWhenPossible, trouble: () => trouble }
}

/**
 * The change from which the index in memory begins beside a server: it holds the newest articles only, for spelling, pinyin
 * and completions of the process itself.
 */
export const firstOfNewest = (revision: number, known: number): number => Math.max(known, revision - NEWEST)

/** Articles whose words are known to the process: some 40 MB. */
const NEWEST = 30_000
