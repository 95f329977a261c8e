import { type ApiOptions, createApiClient } from './api-client.ts'
import { nameFailure } from './bot-error.ts'

/** The bot as Telegram knows it, with what was set for it at @BotFather. */
export interface BotProfile {
  readonly username: string
  readonly canJoinGroups: boolean
  /** Whether it sees all that is written in groups, not only what is said to it. */
  readonly readsGroups: boolean
  readonly isInline: boolean
}

/**
 * Asks Telegram for the profile of the bot that a token belongs to.
 * @throws {WrongTokenError | UnreachableError}
 */
export async function askProfile(api: ApiOptions): Promise<BotProfile> {
  try {
    const self = await (await createApiClient(api)).getMe()
    return {
      username: self.username,
      canJoinGroups: self.can_join_groups,
      readsGroups: self.can_read_all_group_messages,
      isInline: self.supports_inline_queries,
    }
  } catch (error) {
    throw nameFailure(error, api.apiRoot)
  }
}
