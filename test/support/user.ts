import { type ApiMessage, type InlineKeyboard } from '../../src/playground/index.ts'

/** What the bot did: a message, another version of one, an answer to a pressed button, or a message gone. */
type Reply =
  | { readonly kind: 'message' | 'edit'; readonly chatId: number; readonly message: ApiMessage }
  | {
      readonly kind: 'answer'
      readonly chatId: number
      readonly userId: number
      readonly queryId: string
      readonly text: string
      readonly alert: boolean
      readonly url: string
    }
  | { readonly kind: 'delete'; readonly chatId: number; readonly messageId: number }

type Shown = Extract<Reply, { kind: 'message' | 'edit' }>
type Notice = Extract<Reply, { kind: 'answer' }>

/** Cards under the box after `@bot …`. */
export interface Cards {
  readonly queryId: string
  readonly fromCache: boolean
  readonly nextOffset: string
  readonly button?: { readonly text: string; readonly start_parameter?: string }
  readonly results: readonly {
    readonly id: string
    readonly title: string
    readonly description: string
    readonly content: { readonly text: string }
    readonly keyboard?: InlineKeyboard
  }[]
}

interface UserOptions {
  /** Address of the playground. */
  readonly url: string
  /** One of the playground's people; 10001 (林小满) where it is left out. */
  readonly userId?: number
  /** Where this person writes; the private chat with the bot where it is left out. */
  readonly chatId?: number
  /** Topic of a forum. */
  readonly threadId?: number
  /** Longest waiting for the bot; two minutes unless told, which a busy machine keeps. */
  readonly limitMs?: number
}

/** A person who talks to the bot through the playground, also when that runs in another process. */
export interface User {
  readonly userId: number
  readonly chatId: number
  send(text: string, options?: { replyTo?: number; anonymous?: boolean }): Promise<ApiMessage>
  /** Presses the button that shows `label`, or one that a pattern fits, on `message` or else the latest that has it. */
  tap(
    label: string | RegExp,
    message?: ApiMessage,
  ): Promise<{ kind: string; queryId?: string; url?: string; query?: string }>
  /** Types `@bot query`; `undefined` when the bot did not answer. */
  inline(query: string, offset?: string): Promise<Cards | undefined>
  /** Picks a card, whose message goes to this chat. */
  choose(cards: Cards, resultId: string): Promise<ApiMessage>
  /** Follows `https://t.me/<bot>?start=…`. */
  open(link: string): Promise<ApiMessage>
  /** The next thing that the bot does in this chat. @throws when nothing comes in time */
  reply(): Promise<Reply>
  /** The next message or edit of the bot in this chat; answers to buttons are kept for {@link notice}. */
  shown(): Promise<Shown>
  /** The next answer to a button that this person pressed. */
  notice(): Promise<Notice>
  /** What the bot did and nobody has asked for yet. */
  waiting(): readonly Reply[]
  /** Any other action of the control API; this person is `user` unless `params` say otherwise. */
  act<T = unknown>(action: string, params?: object): Promise<T>
  close(): void
}

/** Comes in: from now on everything that the bot does in the chat is seen. */
export async function openUser(options: UserOptions): Promise<User> {
  const { url, userId = 10_001, chatId = userId, threadId, limitMs = 120_000 } = options
  const inbox: Reply[] = []
  const known = new Map<number, ApiMessage>()
  const waiters = new Set<() => void>()
  const leaving = new AbortController()

  const act = async <T>(action: string, params: object = {}): Promise<T> => {
    const response = await fetch(`${url}/control/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: userId, chat: chatId, ...params }),
    })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: our own server's answers
    const answer = (await response.json()) as { ok: boolean; result: T; error?: string }
    if (!answer.ok) throw new Error(`${action}: ${answer.error}`)
    return answer.result
  }

  /** The answer to a deed and the event of it come by two roads, in any order. */
  const learn = async (said: Promise<ApiMessage>): Promise<ApiMessage> => {
    const message = await said
    if (!known.has(message.message_id)) known.set(message.message_id, message)
    return message
  }

  const isBots = (message: ApiMessage) => message.from.is_bot || message.via_bot !== undefined
  const hear = (event: Reply) => {
    if (event.chatId !== chatId) return
    if (event.kind === 'message' || event.kind === 'edit') {
      known.set(event.message.message_id, event.message)
      if (event.kind === 'message' ? !event.message.from.is_bot : !isBots(event.message)) return
    }
    if (event.kind === 'answer' && event.userId !== userId) return
    inbox.push(event)
    for (const wake of waiters) wake()
  }

  const take = async <T extends Reply>(isWanted: (reply: Reply) => reply is T): Promise<T> => {
    const until = AbortSignal.timeout(limitMs)
    for (;;) {
      const index = inbox.findIndex(isWanted)
      const [found] = index < 0 ? [] : inbox.splice(index, 1)
      if (found && isWanted(found)) return found
      await new Promise<void>((resolve, reject) => {
        const giveUp = () =>
          reject(new Error(`the bot did nothing within ${limitMs} ms; seen: ${JSON.stringify(inbox)}`))
        const wake = () => {
          waiters.delete(wake)
          until.removeEventListener('abort', giveUp)
          resolve()
        }
        waiters.add(wake)
        until.addEventListener('abort', giveUp)
      })
    }
  }

  await listenTo(`${url}/control/events`, hear, leaving.signal)
  return {
    userId,
    chatId,
    act,
    send: (text, more = {}) => learn(act('send', { text, ...(threadId && { thread: threadId }), ...more })),
    tap: (label, message) => {
      const place = findButton(message ? [message] : [...known.values()].toReversed(), label)
      return act('press', place)
    },
    inline: async (query, offset = '') => (await act<Cards | null>('inline', { query, offset })) ?? undefined,
    choose: ({ queryId }, resultId) => learn(act('choose', { query: queryId, result: resultId })),
    open: (link) => learn(act('open', { link })),
    reply: () => take((it): it is Reply => it.kind !== undefined),
    shown: () => take((it): it is Shown => it.kind === 'message' || it.kind === 'edit'),
    notice: () => take((it): it is Notice => it.kind === 'answer'),
    waiting: () => inbox,
    close: () => leaving.abort(),
  }
}

/** Labels of the buttons under a message, row by row. */
export const labelsOf = (message: ApiMessage): string[][] =>
  (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text))

function findButton(messages: readonly ApiMessage[], label: string | RegExp) {
  for (const message of messages)
    for (const [row, labels] of labelsOf(message).entries()) {
      const column = labels.findIndex((it) => (typeof label === 'string' ? it === label : label.test(it)))
      if (column >= 0) return { message: message.message_id, row, column }
    }
  throw new Error(`no button ${String(label)} under ${JSON.stringify(messages.flatMap(labelsOf))}`)
}

/** Settles when the server has begun to send events; each of them is heard until `signal`. */
async function listenTo(url: string, hear: (event: Reply) => void, signal: AbortSignal): Promise<void> {
  const { body } = await fetch(url, { signal })
  if (body === null) throw new Error('the playground sends no events')
  const read = async () => {
    let rest = ''
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const records = (rest + chunk).split('\n\n')
      rest = records.pop() ?? ''
      for (const record of records) {
        const data = /^data: (.*)$/m.exec(record)?.[1]
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: our own server's events
        if (data !== undefined) hear(JSON.parse(data) as Reply)
      }
    }
  }
  // The playground may close first; whoever still waits runs into the time limit.
  read().catch(() => {})
}
