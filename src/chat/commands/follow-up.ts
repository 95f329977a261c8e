import type { Phrase } from '../../search/index.ts'
import { html, joinHtml } from '../markup/html.ts'
import { readCorrection, readFollowUp } from '../orders/read-follow-up.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import type { Turn } from '../turn/turn.ts'

/** Whoever asks “where was that” later means something else. */
const MEANT_MS = 10 * 60_000

/**
 * Answers text as `answer` does; in a private chat, what only makes sense after the search before is asked with its
 * topic, and the answer says so.
 */
export const withFollowUps =
  (parts: Parts, answer: Command): Command =>
  async (text, turn) => {
    const corrected = readCorrection(text)
    const asked = corrected ?? text
    const whole = await wholeQuestion(parts, asked, turn)
    const reply = await answer(whole ?? asked, turn)
    if (whole === undefined || reply.kind !== 'send') return reply
    const told = html`<i>${turn.texts.answers.follows(whole)}</i>`
    return { ...reply, message: { ...reply.message, html: joinHtml([told, reply.message.html]) } }
  }

async function wholeQuestion(
  { lists, search, now, today }: Parts,
  text: string,
  { request: { chat, user } }: Turn,
): Promise<string | undefined> {
  if (chat.kind !== 'private') return undefined
  const latest = await lists.latest(chat.chatId, user.id)
  if (latest?.list.spec.kind !== 'search' || now() - latest.list.savedMs > MEANT_MS) return undefined
  const { query } = latest.list.spec
  const options = { today: today() }
  const own = search.questionOf(text, options)
  // Of what was asked before, single characters are what was asked of it (捐 in 谁捐的).
  const before = wordsOf(search.questionOf(query, options).query.wanted).filter((it) => it.length > 1)
  const topic = before.join(' ')
  return readFollowUp(
    text,
    { query, topic, words: search.wordsOf(topic) },
    { isQuestion: own.kind !== undefined, topic: wordsOf(own.query.wanted).join('') },
  )
}

/** The words of a query that an article is to hold, as they were typed. */
const wordsOf = (wanted: readonly (readonly Phrase[])[]): readonly string[] =>
  wanted.flatMap((group) => group[0]?.text ?? [])
