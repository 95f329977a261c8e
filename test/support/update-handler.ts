import type { Conversation, Reply, Request } from '../../src/chat/index.ts'
import { say, toast } from '../../src/chat/turn/reply.ts'
import { createLogger } from '../../src/ops/index.ts'
import { createMemorySeenUpdates, type SeenUpdates } from '../../src/telegram/index.ts'
import { PictureSender } from '../../src/telegram/picture-sender.ts'
import { UpdateHandler } from '../../src/telegram/update-handler.ts'
import { aDelivery } from './delivery.ts'
import { posted } from './scripted-api.ts'

export type Update = Parameters<UpdateHandler['take']>[0][number]
export type Answering = (request: Request) => Promise<Reply | undefined>
type Again = (request: Request, mayBeAnswered: boolean) => Promise<Reply | undefined>

const from = (id: number) => ({ id, is_bot: false, first_name: '王' })
export const told = (id: number, chatId: number, text: string): Update => ({
  update_id: id,
  message: {
    message_id: id,
    date: 0,
    chat: { id: chatId, type: 'private' },
    from: from(chatId),
    text,
  } as never,
})
export const pressed = (id: number, chatId: number, type = 'private'): Update => ({
  update_id: id,
  callback_query: {
    id: `press ${id}`,
    from: from(chatId),
    chat_instance: 'c',
    data: 'd',
    message: { message_id: 3, date: 0, chat: { id: chatId, type } },
  } as never,
})
export const inGroup = (id: number, more: object): Update => ({
  update_id: id,
  message: {
    message_id: id,
    date: 0,
    chat: { id: -5, type: 'group', title: '群' },
    from: from(7),
    ...more,
  } as never,
})
export const membership = (id: number, status: string, more: object = {}): Update => ({
  update_id: id,
  my_chat_member: {
    chat: { id: -5, type: 'group' },
    from: from(7),
    date: 0,
    old_chat_member: { status: 'member' },
    new_chat_member: { status, ...more },
  } as never,
})

/**
 * A handler on a clock of its own, before a Telegram that takes everything unless told.
 * @param again answers what was begun before
 */
export async function aHandler(
  answer: Answering,
  seen?: SeenUpdates,
  again: Again = answer,
  {
    script = posted,
    ...others
  }: Partial<Conversation> & { readonly script?: Parameters<typeof aDelivery>[0] } = {},
) {
  const { delivery, clock, calls, events } = await aDelivery(script)
  const said: string[] = []
  const handler = new UpdateHandler({
    self: { id: 99, username: 'paperboy' },
    onAnswered: () => {},
    conversation: {
      answer,
      answerAgain: again,
      answerInline: () => Promise.reject(new Error('not asked for')),
      apologise: ({ action }) => (action.kind === 'callback' ? toast('抱歉') : say('抱歉')),
      ...others,
    },
    delivery,
    seen: seen ?? createMemorySeenUpdates(clock),
    pictures: new PictureSender({
      delivery,
      painter: { draw: () => Promise.reject(new Error('not asked for')), keyOf: async () => '' },
      files: { get: async () => undefined, set: async () => {}, remove: async () => {} },
      clock,
      log: createLogger('error', { write: () => {} }),
    }),
    clock,
    log: createLogger('warn', { write: (line) => void said.push((JSON.parse(line) as { msg: string }).msg) }),
  })
  const takeAll = async (updates: readonly Update[]) => {
    for (let from = 0; from < updates.length; from += 100) await handler.take(updates.slice(from, from + 100))
  }
  const finish = async () => {
    await clock.run(handler.idle())
    await clock.run(delivery.close(60_000))
  }
  const texts = (chatId: number) => calls.filter((it) => it.chatId === chatId).map(({ text }) => text)
  return { handler, clock, calls, events, said, takeAll, finish, texts }
}

export const echo: Answering = async ({ action }) => ('text' in action ? say(action.text) : toast('按'))
export const never = () => new Promise<never>(() => {})
