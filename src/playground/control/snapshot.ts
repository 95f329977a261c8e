import type { CallLog } from '../api/call-log.ts'
import { findText } from '../api/texts.ts'
import type { Scene } from '../world/scene.ts'

/** Messages of each chat that a page gets when it opens. */
const MESSAGES = 200

/** Everything as it is now, and the place in the stream of events from where on there is more to hear. */
export function takeSnapshot(scene: Scene, calls: CallLog) {
  const { bot, users, rooms, texts, events } = scene
  return {
    place: events.place(),
    bot,
    descriptions: Object.fromEntries(
      ['', 'zh', 'en'].map((language) => [language, findText(texts.descriptions, language)]),
    ),
    users: [...users.values()].filter(({ is_bot }) => !is_bot),
    chats: [...rooms.values()].map(({ chat, members, topics, messages, movedTo }) => ({
      chat,
      movedTo,
      members: Object.fromEntries(members),
      topics: Object.fromEntries(topics),
      messages: [...messages.values()].slice(-MESSAGES),
    })),
    calls: calls.recent(),
  }
}
