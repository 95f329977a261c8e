import { randomUUID } from 'node:crypto'
import { type Params, readInteger } from '../rules/fields.ts'
import type { InlineButton } from '../rules/keyboard.ts'
import { miniAppAddress } from '../rules/mini-app.ts'
import type { ApiMessage } from '../world/message.ts'
import { seconds } from '../world/post-message.ts'
import type { Scene } from '../world/scene.ts'
import { findActor, findActorRoom } from './actor.ts'
import { MisuseError } from './misuse-error.ts'

/** What a button does when it is pressed: ask the bot, or something that the reader's own app does. */
export type Pressed =
  | { readonly kind: 'callback'; readonly queryId: string }
  | { readonly kind: 'url'; readonly url: string }
  /** A Mini App, with what tells it who opens it. */
  | { readonly kind: 'app'; readonly url: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'switch'; readonly query: string; readonly where: 'here' | 'choose' }

/** A person presses a button: `user`, `chat`, `message`, `row`, `column` (from 0). @throws {MisuseError} */
export function press(scene: Scene, params: Params): Pressed {
  const actor = findActor(scene, params)
  const room = findActorRoom(scene, params, actor)
  const message = room.messages.get(readInteger(params, 'message') ?? 0)
  const row = message?.reply_markup?.inline_keyboard[readInteger(params, 'row') ?? 0]
  const button = row?.[readInteger(params, 'column') ?? 0]
  if (message === undefined || button === undefined) throw new MisuseError('no-button')
  const { callback_data } = button
  if (button.web_app !== undefined) {
    const opening = { token: scene.token, user: actor, date: seconds(scene), queryId: randomUUID() }
    return { kind: 'app', url: miniAppAddress(button.web_app.url, opening) }
  }
  if (callback_data === undefined) return pressHere(button)
  const { id } = scene.queries.addCallback({ chatId: room.chat.id, userId: actor.id })
  scene.updates.push('callback_query', {
    id,
    from: actor,
    chat_instance: `${-room.chat.id}`,
    data: callback_data,
    ...asOrigin(scene, message),
  })
  return { kind: 'callback', queryId: id }
}

/** A message that came by way of inline mode is known to the bot by its `inline_message_id` alone. */
function asOrigin(scene: Scene, message: ApiMessage): object {
  for (const [id, { chatId, messageId }] of scene.inlineMessages)
    if (chatId === message.chat.id && messageId === message.message_id) return { inline_message_id: id }
  return { message }
}

function pressHere(button: InlineButton): Pressed {
  if (button.url !== undefined) return { kind: 'url', url: button.url }
  if (button.copy_text !== undefined) return { kind: 'copy', text: button.copy_text.text }
  if (button.switch_inline_query_current_chat !== undefined)
    return { kind: 'switch', query: button.switch_inline_query_current_chat, where: 'here' }
  const query = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query ?? ''
  return { kind: 'switch', query, where: 'choose' }
}
