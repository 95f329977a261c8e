import { createEditor } from '../../digest/index.ts'
import type { Subscription } from '../../store/index.ts'
import { digestSpec } from '../lists/digest-page.ts'
import { openList } from '../lists/open-list.ts'
import type { Texts } from '../texts/index.ts'
import type { Command } from '../turn/command.ts'
import { button } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { notice, type Reply, say, send, TOAST_LENGTH } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { shorten } from '../views/shorten.ts'
import { nameDays, nameTopic } from '../views/subscription/words.ts'

/** `/digest`: what the chat's next digest would be as things are now. It counts as shown only when it is sent. */
export const createDigestCommand =
  (parts: Parts): Command =>
  async (_text, turn) => {
    const { archive, search, shownArticles, subscriptions, today } = parts
    const { chatId, threadId } = turn.request.chat
    const subscription = await subscriptions.get(chatId, threadId)
    const edition = await createEditor({ archive, search }).prepare({
      // Somebody asks for it, so it is given even where a digest would be skipped.
      subscription: { chatId, topics: [], length: 'normal', ...subscription, skipWhenEmpty: false },
      shown: await shownArticles.in({ chatId, ...(threadId !== undefined && { threadId }) }),
      today: today(),
    })
    if (!edition) return say(turn.texts.noDigest)
    const { message } = await openList(parts, digestSpec(edition), turn)
    if (subscription) return send(message)
    const offer = button(turn.texts.subscription.buttons.subscribeDaily, { kind: 'subscribeBelow' })
    return send({ ...message, buttons: [...message.buttons, [offer]] })
  }

/** Why a digest came that nobody in the chat has just asked for. */
export async function explainDigest({ subscriptions }: Parts, { request, texts }: Turn): Promise<Reply> {
  const { chatId, threadId } = request.chat
  const subscription = await subscriptions.get(chatId, threadId)
  return notice(subscription ? reasonOf(subscription, texts) : texts.whyNoMore)
}

/** The subscription in a sentence; the topics are cut where they are too many for a toast. */
export function reasonOf(
  { weekdays, time, timeZone, topics }: Pick<Subscription, 'weekdays' | 'time' | 'timeZone' | 'topics'>,
  texts: Texts,
): string {
  const why = (told: string) => texts.whyDigest(nameDays(weekdays, texts), time, timeZone, told)
  const room = TOAST_LENGTH - why('.').length
  return why(shorten(topics.map(nameTopic).join('、'), room))
}
