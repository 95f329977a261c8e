import { answerQuestion } from '../../answers/index.ts'
import type { Phrase } from '../../search/index.ts'
import { html, joinHtml } from '../markup/html.ts'
import { pointsToPerson, readCorrection, readFollowUp } from '../orders/read-follow-up.ts'
import { isToTheBot, seemsToFollow } from '../orders/read-guess.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import type { Reply } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'

/** Whoever asks “where was that” later means something else. */
const MEANT_MS = 10 * 60_000

/**
 * Answers text as `answer` does; in a private chat, what only makes sense after the search before is asked with its
 * topic, and the answer says so.
 * @param guess answers what is none of that, if it is most likely no search either
 */
export const withFollowUps =
  (parts: Parts, answer: Command, guess: (text: string, turn: Turn) => Promise<Reply | undefined>): Command =>
  async (text, turn) => {
    const corrected = readCorrection(text)
    const asked = corrected ?? text
    const whole = isToTheBot(text) ? undefined : await wholeQuestion(parts, asked, turn)
    const guessed = (corrected ?? whole) === undefined ? await guess(text, turn) : undefined
    if (guessed) return guessed
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
  const asked = search.questionOf(query, options)
  const before = wordsOf(asked.query.wanted).filter((it) => it.length > 1)
  const person =
    asked.kind === 'person' && pointsToPerson(text) ? await personIn(query, search, options) : undefined
  const topic = person ?? before.join(' ')
  return readFollowUp(
    text,
    { query, topic, words: search.wordsOf(topic) },
    {
      isQuestion: own.kind !== undefined,
      topic: wordsOf(own.query.wanted).join(''),
      seemsToFollow: seemsToFollow(text),
    },
  )
}

/** What answers who it was may be a description: a name is short, or has dots. */
const NAME = /^(?:\p{sc=Han}{2,4}|\p{sc=Han}{1,9}(?:[·•]\p{sc=Han}{1,9}){1,3}|[\p{sc=Latin} .]{2,30})$/u

/** Who the first answer to a question names. */
async function personIn(
  question: string,
  search: Parts['search'],
  options: { readonly today: string },
): Promise<string | undefined> {
  const [first] = (await answerQuestion(question, search, { ...options, answers: 1 })).answers
  const names = first?.highlights.map(([from, to]) => first.sentence.slice(from, to)) ?? []
  return names.length > 0 && names.every((it) => NAME.test(it)) ? names.join(' ') : undefined
}

/** The words of a query that an article is to hold, as they were typed. */
const wordsOf = (wanted: readonly (readonly Phrase[])[]): readonly string[] =>
  wanted.flatMap((group) => group[0]?.text ?? [])
