import { isStartPayload, readBotLink } from '../rules/deep-link.ts'
import { type Params, readText } from '../rules/fields.ts'
import type { ApiMessage } from '../world/message.ts'
import type { Scene } from '../world/scene.ts'
import { findActor, findNamedRoom } from './actor.ts'
import { setBotMembership } from './membership.ts'
import { MisuseError } from './misuse-error.ts'
import { speak } from './speak.ts'

/**
 * A person follows a link to the bot: `user`, `link`, and `chat` for `?startgroup=`. The app then sends
 * `/start <payload>` in the person's name. @throws {MisuseError} for a link that Telegram would not follow.
 */
export function openLink(scene: Scene, params: Params): ApiMessage {
  const link = readBotLink(readText(params, 'link'))
  if (link?.username.toLowerCase() !== scene.bot.username?.toLowerCase()) throw new MisuseError('no-bot-link')
  const { kind, payload } = link ?? { kind: 'open', payload: '' }
  if (payload !== '' && !isStartPayload(payload)) throw new MisuseError('payload')
  const actor = findActor(scene, params)
  if (kind !== 'startgroup') {
    const text = payload === '' ? '/start' : `/start ${payload}`
    return speak(scene, { user: actor.id, chat: actor.id, text })
  }
  const room = findNamedRoom(scene, params)
  setBotMembership(scene, room, actor, 'member')
  const command = `/start@${scene.bot.username}`
  return speak(scene, { user: actor.id, chat: room.chat.id, text: `${command} ${payload}`.trim() })
}
