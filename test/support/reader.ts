import { type ApiMessage } from '../../src/playground/index.ts'
import { type Cards, labelsOf, openUser, type User } from './user.ts'

/** What a reader sees of a message. */
export interface Seen {
  readonly text: string
  readonly message: ApiMessage
  /** Labels of all buttons, row after row. */
  readonly labels: readonly string[]
  /** What is bold, in order. */
  readonly bold: readonly string[]
}

/** A person with a phone: every deed waits for what the bot does about it. */
export interface Reader {
  readonly user: User
  say(text: string, options?: { replyTo?: number }): Promise<Seen>
  tap(label: string | RegExp, on?: Seen): Promise<Seen>
  /** Presses a button that is answered by a toast alone. */
  tapForToast(label: string | RegExp, on?: Seen): Promise<string>
  open(link: string): Promise<Seen>
  inline(query: string, offset?: string): Promise<Cards>
  /** The same person in another chat. */
  in(chatId: number, threadId?: number): Promise<Reader>
}

let newcomers = 0

/**
 * A person whom nobody has seen yet, so that no test is slowed down for what another one asked.
 * @param limitMs longest waiting for the bot; that of `openUser` unless told
 */
export async function newReader(url: string, language = 'zh-hans', limitMs?: number): Promise<Reader> {
  const lobby = await openUser({ url })
  const id = 50_000 + process.pid * 100 + newcomers++
  await lobby.act('add-user', { id, name: `读者${id}`, language, started: true })
  lobby.close()
  return readerOf(url, await openUser({ url, userId: id, ...(limitMs !== undefined && { limitMs }) }))
}

/** One of the people who are there from the start: 10001 founded the groups, 10002 is a member of both. */
export const resident = async (url: string, userId: 10_001 | 10_002, chatId?: number): Promise<Reader> =>
  readerOf(url, await openUser({ url, userId, ...(chatId !== undefined && { chatId }) }))

function readerOf(url: string, user: User): Reader {
  const see = async () => seen((await user.shown()).message)
  return {
    user,
    say: async (text, options) => {
      await user.send(text, options)
      return see()
    },
    tap: async (label, on) => {
      await user.tap(label, on?.message)
      return see()
    },
    tapForToast: async (label, on) => {
      await drainNotices(user)
      await user.tap(label, on?.message)
      return (await user.notice()).text
    },
    open: async (link) => {
      await user.open(link)
      return see()
    },
    inline: async (query, offset) => {
      const cards = await user.inline(query, offset)
      if (!cards) throw new Error(`the bot did not answer the inline query ${query}`)
      return cards
    },
    in: async (chatId, threadId) =>
      readerOf(
        url,
        await openUser({ url, userId: user.userId, chatId, ...(threadId !== undefined && { threadId }) }),
      ),
  }
}

/** Every press is answered, most of them by nothing; what is waiting belongs to earlier ones. */
async function drainNotices(user: User): Promise<void> {
  while (user.waiting().some(({ kind }) => kind === 'answer')) await user.notice()
}

export function seen(message: ApiMessage): Seen {
  const text = message.text ?? message.caption ?? ''
  const bold = (message.entities ?? []).filter(({ type }) => type === 'bold')
  return {
    text,
    message,
    labels: labelsOf(message).flat(),
    bold: bold.map(({ offset, length }) => text.slice(offset, offset + length)),
  }
}
