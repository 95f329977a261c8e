import type { ApiMessage, ApiUser } from '../world/message.ts'

/**
 * Whether a message of a group reaches a bot in privacy mode (Bot features, “Privacy mode”): commands that are not
 * another bot's, mentions of it, replies to it, messages sent by way of it, service messages.
 */
export function isForBot(message: ApiMessage, bot: ApiUser): boolean {
  const { text, entities = [], reply_to_message, via_bot } = message
  if (text === undefined || via_bot?.id === bot.id || reply_to_message?.from.id === bot.id) return true
  const ownName = `@${bot.username}`.toLowerCase()
  return entities.some(({ type, offset, length }) => {
    const words = text.slice(offset, offset + length).toLowerCase()
    if (type === 'mention') return words === ownName
    return type === 'bot_command' && offset === 0 && (!words.includes('@') || words.endsWith(ownName))
  })
}
