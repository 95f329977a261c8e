import { WakeSignal } from '../concurrency/index.ts'
import { READER_VERSION } from '../corpus/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Manifest } from '../store/index.ts'
import { takeIn } from './intake-pass.ts'
import type { MissingFiles } from './missing-files.ts'
import { createMissingLog } from './missing-log.ts'
import type { IntakeProgress, PassOptions, PassReport } from './pass-options.ts'
import { createProblemLog } from './problem-log.ts'
import { createFolderWatch } from './watch-folders.ts'

/** Between two passes if the system reports no change of the folder. */
const PASS_INTERVAL_MS = 60_000
/** How long a file must have been left alone; also, how long changes are gathered before a pass. */
const REST_MS = 1000
/** After a failed pass: the folder may be on a drive that is away for a moment. */
const RETRY_MS = 10_000

/** What intake needs from outside, and how many threads it may use. */
export interface IntakeOptions {
  /** The corpus folder. */
  readonly folder: string
  readonly manifest: Manifest
  readonly clock: Clock
  readonly log: Logger
  /** How many threads read pages; by default as many as are worth it. */
  readonly threads?: number
}

/** What of a corpus folder was not read, by reason and with counts of files. */
export interface UnreadFiles {
  /** What is wrong with files of a form that is read. */
  readonly reasons: ReadonlyMap<string, number>
  /** Files of another form: by their ending, or because a better form of the page is there. */
  readonly passedOver: ReadonlyMap<string, number>
}

/** What is done around every pass, and waited for. */
export interface AroundPass {
  readonly beforePass?: () => Promise<void>
  readonly afterPass: (report: PassReport) => Promise<void>
}

/**
 * Brings the archive up to date with the corpus folder: once (`pass`), or for as long as the bot runs
 * (`watch`).
 */
export interface Intake {
  /**
   * Makes the archive hold what the folder holds now.
   * @throws {CorpusFolderError | StoreError} what was taken in before stays
   */
  pass(options?: {
    readonly signal?: AbortSignal
    /** Removes the articles of all files that are not there, however many they are. */
    readonly prune?: boolean
    readonly onProgress?: (progress: IntakeProgress) => void
  }): Promise<PassReport>
  /**
   * Goes on doing so until it is told to stop, a moment after something changes, and every minute in any case. A
   * file that is still being written is taken when it rests. Failures are logged, and it is tried again.
   */
  watch(signal: AbortSignal, around: AroundPass): Promise<void>
  /** Files that have something that cannot be read, as of the latest pass. */
  readonly unreadable: number
  /** Why files were not read, or not whole, with how many of each kind, as of the latest pass. */
  readonly unread: UnreadFiles
  /** Missing files whose articles are kept for the time being, as of the latest pass. */
  readonly missing: MissingFiles | undefined
}

/** Takes a corpus folder into the archive. */
export function createIntake({ folder, manifest, clock, log, threads }: IntakeOptions): Intake {
  const reader = `version ${READER_VERSION}`
  const problems = createProblemLog(log)
  const missingLog = createMissingLog(folder, log)
  let missing: MissingFiles | undefined
  let passedOver: ReadonlyMap<string, number> = new Map()

  const passOnce = async (
    {
      restMs,
      answering,
      prune = false,
    }: Pick<PassOptions, 'restMs' | 'answering'> & { prune?: boolean | undefined },
    signal?: AbortSignal,
    onProgress: (it: IntakeProgress) => void = () => {},
  ) => {
    problems.begin()
    const report = await takeIn({
      folder,
      manifest,
      reader,
      now: () => clock.now(),
      restMs,
      answering,
      prune,
      onProblems: (file, found) => problems.report(file, found),
      onProgress,
      threads,
      log,
      ...(signal && { signal }),
    })
    if (!signal?.aborted) {
      problems.end()
      missingLog.report(report)
      missing = report.missing
      passedOver = report.passedOver
    }
    return report
  }

  return {
    get unreadable() {
      return problems.size
    },
    get unread() {
      return { reasons: problems.reasons, passedOver }
    },
    get missing() {
      return missing
    },
    pass: ({ signal, prune, onProgress } = {}) =>
      passOnce({ restMs: 0, answering: false, prune }, signal, onProgress),
    watch: async (signal, { beforePass, afterPass }) => {
      const wake = new WakeSignal(clock)
      const watched = createFolderWatch(folder, () => wake.notify())
      // Before the first pass: what comes during it would otherwise be seen a minute later.
      watched.follow([])
      while (!signal.aborted) {
        let waitMs = PASS_INTERVAL_MS
        try {
          await beforePass?.()
          const report = await passOnce({ restMs: REST_MS, answering: true }, signal)
          watched.follow(report.folders)
          if (report.taken > 0 || report.dropped > 0)
            log.info(
              { taken: report.taken, dropped: report.dropped },
              'the corpus folder changed; the archive was updated',
            )
          await afterPass(report)
          if (report.postponed > 0) waitMs = REST_MS
        } catch (err) {
          log.warn(
            { err, folder },
            'a pass over the corpus folder failed; the known articles are served, next try in 10 s',
          )
          waitMs = RETRY_MS
        }
        await waitForChanges(waitMs, { wake, clock, signal })
      }
      watched.close()
    },
  }
}

/** Waits for a time, or until a moment after the first of several changes of a folder: they come in swarms. */
async function waitForChanges(
  ms: number,
  { wake, clock, signal }: { readonly wake: WakeSignal; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  const hasChanged = await wake.wait(ms, signal)
  if (!hasChanged || signal.aborted) return
  await clock.sleep(REST_MS, signal).catch(() => {})
  wake.clear()
}
