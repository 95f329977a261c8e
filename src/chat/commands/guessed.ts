import { normalise } from '../../language/index.ts'
import { namesOfDays } from '../orders/read-days.ts'
import { type Guess, readGuess } from '../orders/read-guess.ts'
import type { Parts } from '../turn/parts.ts'
import type { Reply } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { answerPress, sayKindly, type TalkParts } from './talk.ts'

/** Answers a message that no rule reads by what it is most likely about; undefined for a search. */
export async function answerGuess(
  { parts, commands, examples }: TalkParts,
  text: string,
  turn: Turn,
): Promise<Reply | undefined> {
  const guess = readGuess(text, parts.today())
  switch (guess?.kind) {
    case undefined:
      return undefined
    case 'settings':
      return commands.subscribe(await writtenOf(guess, parts, turn), turn)
    case 'unsubscribe': {
      // Of what an alert watches, that is meant: 儋州的不要再送了.
      const alert = await alertIn(text, parts, turn)
      return alert === undefined ? commands.unsubscribe('', turn) : commands.alert(alert, turn)
    }
    case 'alert':
      return commands.alert(guess.query, turn)
    case 'alerts': {
      const alert = guess.isOfOne ? await alertIn(text, parts, turn) : undefined
      return alert === undefined ? commands.alerts('', turn) : commands.alert(alert, turn)
    }
    case 'command':
      return commands[guess.name](guess.text, turn)
    case 'say':
      return sayKindly(guess.what, examples, turn)
    case 'press':
      return answerPress({ parts, commands, examples }, guess.press, turn)
  }
}

/** The id of the only alert whose words a message holds. */
async function alertIn(text: string, { alerts }: Parts, { request }: Turn): Promise<string | undefined> {
  const spoken = normalise(text)
  const meant = (await alerts.ofChat(request.chat.chatId)).filter((it) =>
    spoken.includes(normalise(it.query)),
  )
  return meant.length === 1 ? meant[0]?.id : undefined
}

/** A change of what nobody has subscribed to shows the settings, with the button that does. */
async function writtenOf(
  { written, also = [], isOrder }: Extract<Guess, { kind: 'settings' }>,
  { subscriptions }: Parts,
  { request: { chat } }: Turn,
): Promise<string> {
  const subscription = await subscriptions.get(chat.chatId, chat.threadId)
  if (subscription === undefined) return isOrder ? written : ''
  if (also.length === 0) return written
  const days = [...new Set([...subscription.weekdays, ...also])].toSorted((a, b) => a - b)
  return namesOfDays(days).join(' ')
}
