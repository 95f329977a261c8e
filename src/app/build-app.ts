import { repeat, yieldToEventLoop } from '../concurrency/index.ts'
import type { Config } from '../config/index.ts'
import { READER_VERSION } from '../corpus/index.ts'
import {
  claimCorpusFolder,
  createIndexFollower,
  createIndexSnapshot,
  createIntake,
  type IntakeProgress,
  indexFileIn,
  type MissingFiles,
  type UnreadFiles,
} from '../intake/index.ts'
import { createTokeniser, openSegmenter } from '../language/index.ts'
import { type Clock, type Logger, localDate } from '../ops/index.ts'
import { createSearch, readIndexRules, type SearchEngine } from '../search/index.ts'
import { type Archive, openStore, type Store } from '../store/index.ts'
import { createServerFollowing, firstOfNewest } from './follow-index.ts'
import { openSearchServer, type SearchServer } from './search-server.ts'
import { storeOptionsOf } from './store-options.ts'

/**
 * Changes for which it is worth to save the index, at least and as a share of all articles: a start catches up with
 * fewer in a moment. At the end, when nobody waits, fewer will do.
 */
const MANY_CHANGES = 200
const MANY_CHANGES_SHARE = 0.01
const FEW_CHANGES = 20
/** How soon a bot that follows another one has what that one takes in. */
const FOLLOW_EVERY_MS = 1_000

/** What answers questions about the archive, built and joined. */
export interface App {
  readonly config: Config
  /** All that outlives the process. */
  readonly store: Store
  readonly archive: Archive
  readonly search: SearchEngine
  /** The search server of the settings; undefined if the index is in memory. */
  readonly server: SearchServer | undefined
  /** Why the index on the search server cannot be used or written, and what to do about it; undefined if it can, or there is none. */
  readonly indexTrouble: () => string | undefined
  /** How far the index is, while it is far behind the archive; else undefined. */
  readonly indexing: () => IntakeProgress | undefined
  /** Names the rules by which pages are read and the index is made. */
  readonly rules: string
  /** Whether the index is to answer readers: beside other bots, not before it has been up to the archive. */
  readonly isFollowing: () => boolean
  /** The latest change of the archive that the index knows. */
  readonly indexRevision: () => number
  /** The day that it is where the readers live, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Files of the corpus folder that could not be read whole; the log has each of them, with the reason. */
  readonly unreadable: () => number
  /** What was not read of the corpus folder, by reason and with counts. */
  readonly unread: () => UnreadFiles
  /** Missing files whose articles are kept for the time being. */
  readonly missing: () => MissingFiles | undefined
  /**
   * Takes the corpus folder into archive and index as it is now.
   * @throws {CorpusFolderError} where it cannot be read
   */
  takeIn(options?: {
    /** Told of the files, and then of the articles that come into the index. */
    readonly onFiles?: (progress: IntakeProgress) => void
    readonly onArticles?: (progress: IntakeProgress) => void
    /** Removes the articles of all files that are missing. */
    readonly prune?: boolean
  }): Promise<void>
  /** Saves the index as it is now, for the next start. It is saved now and then in any case. */
  saveIndex(): Promise<void>
  /**
   * Follows what another process takes in, until this one does so by `watch`, or is closed.
   * @returns settles when the index knows the archive for the first time, or the app is closed; never rejects
   */
  follow(): Promise<void>
  /**
   * Brings the index up to the archive, then goes on taking in what changes, beside all else, until the app is closed.
   * @param onNews called when what came together is in the index, and waited for
   * @param onMissing called after each look at the folder that misses files whose articles are kept
   * @returns settles when the index knows the archive, or the app is closed; never rejects
   */
  watch(
    onNews: (signal: AbortSignal) => Promise<void>,
    onMissing: (missing: MissingFiles) => Promise<void>,
  ): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the data folder, and builds everything that answers questions about what is in it; nothing of it talks to
 * Telegram. The index knows what its snapshot knows.
 * @param options.moveCorpus the corpus folder takes the place of the one that the archive was made from
 * @param options.busyTimeoutMs how long to wait for another program that writes; that of the store unless told
 * @throws {StoreError} if the data folder cannot be used
 * @throws {OtherCorpusFolderError} if the archive was made from another corpus folder
 */
export async function buildApp(
  config: Config,
  clock: Clock,
  log: Logger,
  { moveCorpus, busyTimeoutMs }: { readonly moveCorpus?: boolean; readonly busyTimeoutMs?: number } = {},
): Promise<App> {
  const segmenter = await openSegmenter()
  if (!segmenter.identity.startsWith('jieba'))
    log.warn(
      { segmenter: segmenter.identity },
      'nodejieba is not installed: using Intl.Segmenter, which knows fewer words',
    )
  const now = () => clock.now()
  const store = await openStore({
    ...storeOptionsOf(config, now),
    ...(busyTimeoutMs !== undefined && { busyTimeoutMs }),
    onDamagedRow: (err) => log.error({ err }, 'a row of the database is damaged; it is left out'),
  })
  const { archive, manifest } = store
  try {
    await claimCorpusFolder(config.CORPUS_DIR, { manifest, archive, isMoved: moveCorpus })
  } catch (error) {
    await store.close()
    throw error
  }
  await yieldToEventLoop() // the table of the normal form takes a while, and so does what is around it
  const tokeniser = createTokeniser(segmenter)
  await yieldToEventLoop()
  let server: SearchServer | undefined
  const search = createSearch(tokeniser, archive, (counts) => {
    server = openSearchServer(config, { tokeniser, archive, counts }, clock, log)
    return server?.remote
  })
  const snapshot = createIndexSnapshot({ file: indexFileIn(config.DATA_DIR), archive, search, log })
  const known = await snapshot.load()
  const follower = createIndexFollower(
    archive,
    search,
    server ? firstOfNewest((await archive.state()).revision, known) : known,
  )
  const intake = createIntake({ folder: config.CORPUS_DIR, manifest, clock, log })
  const closing = new AbortController()
  const { signal } = closing
  const onServer = createServerFollowing(archive, server, { signal, clock, log })
  let indexing: IntakeProgress | undefined
  const manyChanges = () => Math.max(MANY_CHANGES, MANY_CHANGES_SHARE * search.size)
  const follow = async (onArticles: (progress: IntakeProgress) => void = () => {}) => {
    const onProgress = ({ done, total }: IntakeProgress) => {
      onArticles({ done, total })
      const isFar = total - done >= manyChanges()
      if (isFar && indexing === undefined)
        log.info(
          { articles: total - done },
          'the index is far behind the archive: catching up in the background',
        )
      indexing = isFar ? { done: search.size, total: search.size + total - done } : undefined
    }
    const articles = await follower.catchUp({ signal, onProgress })
    indexing = undefined
    if (articles >= MANY_CHANGES) log.info({ articles }, 'articles added to the search index')
    await snapshot.save(follower.revision, manyChanges())
  }

  let watching = Promise.resolve()
  let following = Promise.resolve()
  let isBehind = false
  const leading = new AbortController()
  return {
    config,
    store,
    archive,
    search,
    server,
    indexTrouble: () => onServer.trouble(),
    indexing: () => indexing,
    rules: `pages ${READER_VERSION}, index: ${readIndexRules(tokeniser)}`,
    indexRevision: () => follower.revision,
    isFollowing: () => !isBehind,
    today: () => localDate(now(), config.TIME_ZONE),
    unreadable: () => intake.unreadable,
    unread: () => intake.unread,
    missing: () => intake.missing,
    takeIn: async ({ onFiles, onArticles, prune = false } = {}) => {
      await intake.pass({ signal, prune, ...(onFiles && { onProgress: onFiles }) })
      await follow(server ? undefined : onArticles)
      await onServer.follow(onArticles)
    },
    saveIndex: () => snapshot.save(follower.revision, 1),
    follow: () =>
      new Promise((resolve) => {
        isBehind = true
        const look = async () => {
          await follow()
          isBehind = false
          resolve()
        }
        const either = AbortSignal.any([signal, leading.signal])
        const onFailure = (err: unknown) =>
          log.warn({ err }, 'the archive cannot be followed now; trying again')
        following = repeat(look, { timing: clock, everyMs: FOLLOW_EVERY_MS, signal: either, onFailure })
        void following.then(resolve)
      }),
    watch: (onNews, onMissing) =>
      new Promise((resolve) => {
        leading.abort()
        watching = intake.watch(signal, {
          beforePass: async () => {
            await following // one at a time
            await follow()
            isBehind = false
            await onServer.followWhenPossible()
            resolve()
          },
          afterPass: async ({ postponed, missing }) => {
            await follow()
            await onServer.followWhenPossible()
            if (missing) await onMissing(missing)
            // What is still being written comes with the next pass, and is told of together with this.
            if (postponed === 0) await onNews(signal)
          },
        })
        void watching.then(resolve)
      }),
    close: async () => {
      closing.abort()
      await watching
      await following
      await snapshot.save(follower.revision, FEW_CHANGES)
      await server?.remote.close()
      await store.close()
    },
  }
}
