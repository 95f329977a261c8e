import type { ChannelAccess, ChannelGate, ChannelObstacle } from '../chat/index.ts'
import type { Delivery } from '../delivery/index.ts'
import { isJsonObject } from '../domain/index.ts'

/** Whoever sets up a channel waits no longer for one answer. */
const WITHIN_MS = 10_000
/** A test that is posted later than that is a surprise. */
const POST_WITHIN_MS = 15_000

/** What Telegram says of the bot or a person in a channel; undefined: it does not tell, as they are not in it. */
export type MemberOfChannel = { readonly status: string; readonly canPost: boolean } | undefined

/**
 * What stands between a person and a channel, if anything. Telegram tells of others only to a bot that is in the
 * channel, so the bot is looked at first.
 */
export function obstacleOf(
  type: string,
  bot: MemberOfChannel,
  person: MemberOfChannel,
): ChannelObstacle | undefined {
  if (type !== 'channel') return 'notAChannel'
  if (!bot || !isIn(bot.status)) return 'botMissing'
  if (!person || !isAdministrator(person.status)) return 'notAdministrator'
  if (person.status === 'administrator' && !person.canPost) return 'mayNotPost'
  return bot.status === 'administrator' && bot.canPost ? undefined : 'botMayNotPost'
}

const isIn = (status: string) => status === 'administrator' || status === 'member' || status === 'restricted'
const isAdministrator = (status: string) => status === 'administrator' || status === 'creator'

/** Asks Telegram about channels, each time anew: rights may have been taken away a moment ago. */
export function createChannelGate(delivery: Delivery): ChannelGate {
  let self: { readonly id: number; readonly username: string } | undefined
  /** @returns undefined if Telegram says that there is none; rejects if it cannot be asked */
  const ask = async (
    method: string,
    payload: object,
  ): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const asked = await delivery.call(method, payload, WITHIN_MS)
    if (asked.kind === 'done') return isJsonObject(asked.result) ? asked.result : undefined
    if (asked.reason === 'gone' || asked.reason === 'refused' || asked.reason === 'silenced') return undefined
    throw new Error(`cannot ask about a channel: ${asked.description}`)
  }
  const askSelf = async () => {
    const { id, username } = self ?? (await ask('getMe', {})) ?? {}
    if (typeof id !== 'number' || typeof username !== 'string') throw new Error('getMe tells no bot')
    self = { id, username }
    return self
  }
  const memberOf = async (chatId: number, userId: number): Promise<MemberOfChannel> => {
    const member = await ask('getChatMember', { chat_id: chatId, user_id: userId })
    if (typeof member?.['status'] !== 'string') return undefined
    return { status: member['status'], canPost: member['can_post_messages'] === true }
  }
  return {
    access: async (ref, userId): Promise<ChannelAccess> => {
      const chat = await ask('getChat', { chat_id: ref })
      const { id, type, title, username } = chat ?? {}
      if (typeof id !== 'number' || typeof type !== 'string')
        // Of a private channel that it is not in, Telegram tells a bot nothing.
        return { kind: 'closed', obstacle: typeof ref === 'number' ? 'botMissing' : 'notFound' }
      const named = typeof title === 'string' ? { title } : {}
      const isChannel = type === 'channel'
      const bot = isChannel ? await memberOf(id, (await askSelf()).id) : undefined
      const person = bot && isIn(bot.status) ? await memberOf(id, userId) : undefined
      const obstacle = obstacleOf(type, bot, person)
      if (obstacle) return { kind: 'closed', obstacle, ...named }
      const channel = { chatId: id, title: named.title ?? '' }
      return { kind: 'open', channel: typeof username === 'string' ? { ...channel, username } : channel }
    },
    post: async (chatId, message) => {
      // A test may not be repeated by itself: it is seen by all.
      const options = { priority: 'notice', withinMs: POST_WITHIN_MS } as const
      return (await delivery.send({ chatId }, message, options)).kind === 'sent'
    },
    botName: async () => (await askSelf()).username,
  }
}
