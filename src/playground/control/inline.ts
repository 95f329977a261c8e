import { randomBytes } from 'node:crypto'
import { type Params, readText } from '../rules/fields.ts'
import type { InlineAnswer, InlineResult } from '../rules/inline-answer.ts'
import type { ApiMessage } from '../world/message.ts'
import type { Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { findActor, findActorRoom } from './actor.ts'
import { MisuseError } from './misuse-error.ts'
import { postToBot, readThread } from './speak.ts'

/** Bot API, InlineQuery: “up to 256 characters”. */
const QUERY_LIMIT = 256

/** What a person sees under the box while typing `@bot …`. */
export interface ShownAnswer extends Pick<InlineAnswer, 'results' | 'nextOffset' | 'button'> {
  readonly queryId: string
  /** Telegram had the answer already; the bot was not asked. */
  readonly fromCache: boolean
}

/** A person types behind the bot's name: `user`, `chat`, `query`, `offset`. `undefined`: the bot was silent. */
export async function askInline(scene: Scene, params: Params): Promise<ShownAnswer | undefined> {
  const actor = findActor(scene, params)
  const room = findActorRoom(scene, params, actor)
  const query = Array.from(readText(params, 'query').trim()).slice(0, QUERY_LIMIT).join('')
  const offset = readText(params, 'offset')
  const asked = scene.queries.addInline({ userId: actor.id, chatId: room.chat.id, query, offset })
  const known = scene.queries.cachedInline(asked)
  if (known) {
    scene.queries.showInline(asked.id, known)
    return show(asked.id, known, true)
  }
  const chat_type = room.chat.type === 'private' ? 'sender' : room.chat.type
  scene.updates.push('inline_query', { id: asked.id, from: actor, query, offset, chat_type })
  const answer = await scene.queries.waitForInline(asked.id)
  return answer && show(asked.id, answer, false)
}

const show = (queryId: string, answer: InlineAnswer, fromCache: boolean): ShownAnswer => ({
  queryId,
  fromCache,
  results: answer.results,
  nextOffset: answer.nextOffset,
  button: answer.button,
})

/** A person picks a card: `user`, `chat`, `thread`, `query`, `result`. Its message goes to the chat. @throws {MisuseError} */
export function chooseResult(scene: Scene, params: Params): ApiMessage {
  const actor = findActor(scene, params)
  const room = findActorRoom(scene, params, actor)
  const shown = scene.queries.shownInline(readText(params, 'query'))
  const result = shown?.answer.results.find(({ id }) => id === readText(params, 'result'))
  if (shown === undefined || result === undefined) throw new MisuseError('no-result')
  const message = postToBot(scene, room, actor, {
    ...asContent(scene, result),
    ...readThread(room, params),
    via_bot: scene.bot,
  })
  const inlineMessageId = result.keyboard && rememberInline(scene, room, message)
  scene.updates.push('chosen_inline_result', {
    result_id: result.id,
    from: actor,
    query: shown.query.query,
    ...(inlineMessageId && { inline_message_id: inlineMessageId }),
  })
  return message
}

function rememberInline(scene: Scene, room: Room, message: ApiMessage): string {
  const id = randomBytes(20).toString('base64url')
  scene.inlineMessages.set(id, { chatId: room.chat.id, messageId: message.message_id })
  return id
}

function asContent(scene: Scene, { type, content, keyboard }: InlineResult) {
  const { text, entities, fileId } = content
  const markup = keyboard && { reply_markup: keyboard }
  if (fileId === undefined) return { text, ...(entities.length > 0 && { entities }), ...markup }
  const file = scene.files.get(fileId)?.file
  if (file === undefined) throw new MisuseError('no-file')
  return {
    ...(type === 'photo' ? { photo: [file] } : { document: file }),
    ...(text !== '' && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
    ...markup,
  }
}
