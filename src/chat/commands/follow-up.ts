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
  const topic = topicOf(search.questionOf(query, options).query.wanted, ' ')
  return readFollowUp(
    text,
    { query, topic, words: search.wordsOf(topic) },
    { isQuestion: own.kind !== undefined, topic: topicOf(own.query.wanted, '') },
  )
}

/** The words of a query; single characters are what was asked of the topic before (捐 in 谁捐的). */
const topicOf = (wanted: readonly (readonly Phrase[])[], between: string): string => {
  const texts = wanted.flatMap((group) => group[0]?.text ?? [])
  return (between === '' ? texts : texts.filter((it) => it.length > 1)).join(between)
}
