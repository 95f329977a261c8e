import {
  composeDigest,
  createEditor,
  type Edition,
  findAskedDay,
  newestDate,
  readIssue,
  WEEK,
} from '../../digest/index.ts'
import type { Place } from '../../domain/index.ts'
import type { Subscription } from '../../store/index.ts'
import { digestSpec } from '../lists/digest-page.ts'
import { openList } from '../lists/open-list.ts'
import type { Texts } from '../texts/index.ts'
import type { Command } from '../turn/command.ts'
import { button } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { notice, type Reply, say, send, TOAST_LENGTH } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { renderNoSuchIssue } from '../views/calendar-view.ts'
import { joinWords } from '../views/join-words.ts'
import { shorten } from '../views/shorten.ts'
import { nameDays, nameTopic } from '../views/subscription/words.ts'

/**
 * `/digest`: what the chat's next digest would be as things are now; it counts as shown only when it is sent. With a date
 * behind it (2024-06-08, 昨天, 6月8日), the pick of that day's issue.
 */
export const createDigestCommand =
  (parts: Parts): Command =>
  async (asked, turn) => {
    const { chatId, threadId } = turn.request.chat
    const subscription = await parts.subscriptions.get(chatId, threadId)
    if (asked !== '') return digestOfDay(parts, asked, subscription, turn)
    const edition = await nextEdition(parts, turn.request.chat)
    return edition ? sendEdition(parts, edition, subscription, turn) : say(turn.texts.noDigest)
  }

/** What the next digest of a place would be as things are now. */
export async function nextEdition(
  { archive, search, subscriptions, shownArticles, today }: Parts,
  { chatId, threadId }: Place,
): Promise<Edition | undefined> {
  return createEditor({ archive, search }).prepare({
    subscription: {
      chatId,
      topics: [],
      length: 'normal',
      weekdays: WEEK.every,
      ...(await subscriptions.get(chatId, threadId)),
      // Somebody asks for it, so it is given even if a digest would be skipped.
      skipWhenEmpty: false,
    },
    shown: await shownArticles.in({ chatId, ...(threadId !== undefined && { threadId }) }),
    today: today(),
  })
}

/** All of the day's paper is asked for, so topics do not narrow it. */
async function digestOfDay(
  parts: Parts,
  asked: string,
  subscription: Subscription | undefined,
  turn: Turn,
): Promise<Reply> {
  const { archive, today } = parts
  const date = await findAskedDay(archive, asked, today())
  if (date === undefined) {
    const told = turn.texts.noSuchDigest(shorten(asked, 60))
    return send(renderNoSuchIssue(told, await newestDate(archive), turn.texts))
  }
  const { length = 'normal' } = subscription ?? {}
  const digest = composeDigest(await readIssue(archive, date), { date, length })
  const kind = date === today() ? 'newIssue' : 'ofDay'
  return sendEdition(parts, { kind, startsOver: false, digest }, subscription, turn)
}

async function sendEdition(
  parts: Parts,
  edition: Edition,
  subscription: Subscription | undefined,
  turn: Turn,
): Promise<Reply> {
  const { message } = await openList(parts, digestSpec(edition), turn)
  if (subscription) return send(message)
  const offer = button(turn.texts.subscription.buttons.subscribeDaily, { kind: 'subscribeBelow' })
  // Beside the last one: a row of its own would be one more on a phone.
  const last = message.buttons.at(-1) ?? []
  return send({ ...message, buttons: [...message.buttons.slice(0, -1), [...last, offer]] })
}

/** Why a digest came that nobody in the chat has just asked for. */
export async function explainDigest({ subscriptions }: Parts, { request, texts }: Turn): Promise<Reply> {
  const { chatId, threadId } = request.chat
  const subscription = await subscriptions.get(chatId, threadId)
  return notice(subscription ? reasonOf(subscription, texts) : texts.whyNoMore)
}

/** The subscription in a sentence; the topics are cut if they are too many for a toast. */
export function reasonOf(
  { weekdays, time, timeZone, topics }: Pick<Subscription, 'weekdays' | 'time' | 'timeZone' | 'topics'>,
  texts: Texts,
): string {
  const why = (told: string) => texts.whyDigest(nameDays(weekdays, texts), time, timeZone, told)
  const room = TOAST_LENGTH - why('.').length
  return why(shorten(joinWords(topics.map(nameTopic), texts), room))
}
