import type { OutboxQueue } from '../store/index.ts'

/** How the bot is right now. */
export interface State {
  /** In milliseconds since 1970. */
  readonly nowMs: number
  readonly pages: number
  readonly articles: number
  /** Articles that the index knows. */
  readonly indexed: number
  /** The latest change of the archive, and the latest that the index knows. */
  readonly archiveRevision: number
  readonly indexRevision: number
  /** Files of the corpus folder that could not be read whole. */
  readonly unreadable: number
  /** Files that are missing, and whose articles are kept for the time being. */
  readonly missing: number
  /** Articles that are probably cut wrong, and those that readers reported. */
  readonly doubtful: number
  readonly reported: number
  readonly outbox: readonly OutboxQueue[]
  /** Posts and edits that wait for their turn, by priority. */
  readonly sending: Readonly<Record<'reply' | 'notice', number>>
  /** How long Telegram wants all sends to wait, in milliseconds. */
  readonly rateLimitWaitMs: number
  /** Why Telegram has not been reached for minutes, or undefined. */
  readonly outage: string | undefined
  /** Whether the search server answered when it was last asked, and its index can be used and written; undefined if there is none. */
  readonly isSearchServerUp: boolean | undefined
  /** Whether the index is far behind the archive. */
  readonly isIndexing: boolean
  /** Whether the index has been up to the archive since this process began. */
  readonly isFollowing: boolean
}

/** What keeps the bot from doing its work, a sentence each; none if it is ready. */
export function obstaclesOf(state: State): readonly string[] {
  return [
    ...(state.isIndexing ? [`the index is being built: ${state.indexed} of ${state.articles} articles`] : []),
    ...(state.isFollowing || state.isIndexing ? [] : ['the index has not reached the archive yet']),
    ...(state.outage === undefined ? [] : [`Telegram cannot be reached: ${state.outage}`]),
  ]
}
