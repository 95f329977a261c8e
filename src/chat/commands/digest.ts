import { listOffers, prepareEdition } from '../../digest/index.ts'
import type { Command } from '../command.ts'
import { openList } from '../lists/open-list.ts'
import type { Parts } from '../parts.ts'
import { say, send } from '../reply.ts'
import { deedButton } from '../views/subscription/panel-view.ts'

/** `/digest`: what the chat's next digest would be as things are now. It counts as shown only when it is sent. */
export const createDigestCommand =
  (parts: Parts): Command =>
  async (_text, turn) => {
    const { archive, search, digests, subscriptions, today } = parts
    const { id: chatId, threadId } = turn.request.chat
    const subscription = await subscriptions.get(chatId, threadId)
    const edition = await prepareEdition(
      { archive, search },
      {
        // Somebody asks for it, so it is given even where a digest would be skipped.
        subscription: { chatId, topics: [], length: 'normal', ...subscription, skipWhenEmpty: false },
        shown: await digests.shown(chatId),
        today: today(),
        offers: () => listOffers(archive),
      },
    )
    if (!edition) return say(turn.texts.noDigest)
    const { kind: edited, digest } = edition
    const ids = digest.sections.flatMap(({ stories }) => stories.map(({ id }) => id))
    const date = digest.date === undefined ? {} : { date: digest.date }
    const { message } = await openList(parts, { kind: 'digest', edition: edited, ...date, ids }, turn)
    if (subscription) return send(message)
    const offer = deedButton(turn.texts.subscription.buttons.subscribeDaily, { do: 'subscribeBelow' })
    return send({ ...message, buttons: [...message.buttons, [offer]] })
  }
