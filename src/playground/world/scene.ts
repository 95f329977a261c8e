import { randomUUID } from 'node:crypto'
import type { Clock } from '../../ops/index.ts'
import type { BotCommand } from '../rules/commands.ts'
import { createEventStream, type EventStream } from './event-stream.ts'
import { createFaultPlan, type FaultPlan } from './fault-plan.ts'
import type { ApiFile, ApiUser } from './message.ts'
import { createQueryBook, type QueryBook } from './query-book.ts'
import { createPrivateRoom, createRoom, type Room } from './room.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'

/** A file that the bot uploaded. */
interface StoredFile {
  readonly file: ApiFile
  readonly bytes: Buffer
  readonly mimeType: string
  /** Path below `/file/bot<token>/`. */
  readonly path: string
}

/** What the bot says of itself, by language; the empty language is for everybody else. */
interface BotTexts {
  readonly descriptions: Map<string, string>
  readonly shortDescriptions: Map<string, string>
  /** By scope and language; see `menuKey`. */
  readonly menus: Map<string, readonly BotCommand[]>
}

/** The whole little Telegram: people, chats, what waits for the bot. In memory; gone when the process ends. */
export interface Scene {
  readonly clock: Clock
  readonly bot: ApiUser
  readonly token: string
  readonly users: Map<number, ApiUser>
  readonly rooms: Map<number, Room>
  readonly files: Map<string, StoredFile>
  readonly texts: BotTexts
  readonly updates: UpdateQueue
  readonly queries: QueryBook
  readonly events: EventStream
  readonly faults: FaultPlan
  /** Chat and message of each message that was sent by way of inline mode, by `inline_message_id`. */
  readonly inlineMessages: Map<string, { readonly chatId: number; readonly messageId: number }>
  /** A number that no message has had. */
  newMessageId(): number
}

/** What a scene starts from. */
interface SceneOptions {
  readonly clock: Clock
  readonly token: string
  readonly botUsername: string
  readonly botName: string
  readonly firstUpdateId: number
}

/** Two made-up people, each with a private chat, a group of both, and a forum. */
export function createScene({ clock, token, botUsername, botName, firstUpdateId }: SceneOptions): Scene {
  const bot: ApiUser = {
    id: Number(token.split(':', 1)[0]),
    is_bot: true,
    first_name: botName,
    username: botUsername,
  }
  const reader: ApiUser = { ...person(10_001, '林小满', 'lin_xiaoman'), language_code: 'zh-hans' }
  const friend: ApiUser = { ...person(10_002, '周启明', 'zhou_qiming'), language_code: 'zh-hans' }
  const both = [
    [reader.id, 'creator'],
    [friend.id, 'member'],
    [bot.id, 'member'],
  ] as const
  const group = createRoom({ id: -20_001, type: 'group', title: '读报小组' }, both)
  const forum = createRoom(
    { id: -1_002_000_000_003, type: 'supergroup', title: '成都读书会', is_forum: true },
    both,
  )
  forum.topics.set(2, '每日新闻').set(3, '闲聊')
  const rooms = [createPrivateRoom(reader), createPrivateRoom(friend), group, forum]
  let lastMessageId = 100
  return {
    clock,
    bot,
    token,
    users: new Map([bot, reader, friend].map((user) => [user.id, user])),
    rooms: new Map(rooms.map((room) => [room.chat.id, room])),
    files: new Map(),
    texts: { descriptions: new Map(), shortDescriptions: new Map(), menus: new Map() },
    updates: createUpdateQueue(clock, firstUpdateId),
    queries: createQueryBook(clock),
    events: createEventStream(randomUUID()),
    faults: createFaultPlan(),
    inlineMessages: new Map(),
    newMessageId: () => {
      lastMessageId += 1
      return lastMessageId
    },
  }
}

const person = (id: number, first_name: string, username: string): ApiUser => ({
  id,
  is_bot: false,
  first_name,
  username,
})
