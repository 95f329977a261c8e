import type { ShownOfList } from '../../store/index.ts'
import { openArticle } from '../articles/open-article.ts'
import type { CallbackActions } from '../callback/actions.ts'
import { decodeCallback } from '../callback/callback-data.ts'
import { makeListPage } from '../lists/list-page.ts'
import { orderList } from '../lists/open-list.ts'
import type { SpokenPress } from '../orders/read-spoken-press.ts'
import type { Parts } from '../turn/parts.ts'
import { type Keyboard, type Message, type Reply, send } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'

/** Whoever says “the second one” a day later means something else. */
const MEANT_MS = 24 * 3_600_000

/**
 * What stands in the way of it: no list was shown lately, or it has no such page or article; `moreStories`: a digest
 * was shown, and what else its issue has is wanted.
 */
export type PressProblem =
  | 'noList'
  | 'endOfList'
  | 'startOfList'
  | 'noSuchPlace'
  | { readonly kind: 'moreStories'; readonly date?: string }

/** Does with the list that was shown last what its buttons do, in a message of its own. */
export async function pressInWords(
  parts: Parts,
  press: SpokenPress,
  turn: Turn,
): Promise<Reply | PressProblem> {
  const { chat, user } = turn.request
  const latest = await parts.lists.latest(chat.chatId, user.id)
  if (!latest || parts.now() - latest.list.savedMs > MEANT_MS) return 'noList'
  const { id: list, list: saved } = latest
  if (press.kind === 'order')
    return saved.spec.kind === 'search'
      ? asMessage(await orderList(parts, { kind: 'order', list, order: press.order }, turn))
      : 'noList'
  const shown = saved.shown ?? { page: 0 }
  const pageAt = async (page: number): Promise<Message> =>
    (await makeListPage(parts, saved.spec, { list, page, ownerId: saved.ownerId }, turn.texts)).message
  const show = async (action: CallbackActions['article'], now: ShownOfList) => {
    await parts.lists.noteShown(list, now)
    return asMessage(await openArticle(parts, action, turn))
  }
  const current = await pageAt(shown.page)
  if (press.kind === 'open') {
    const articles = articlesOn(current.buttons)
    const place = press.place < 0 ? Math.max(...articles.keys()) : press.place
    const action = articles.get(place)
    return action ? show(action, { page: shown.page, place }) : 'noSuchPlace'
  }
  const step = press.to === 'next' ? 1 : -1
  if (press.of === 'article' && shown.place !== undefined) {
    const place = shown.place + step
    const action = articlesOn(current.buttons).get(place)
    if (action) return show(action, { page: shown.page, place })
  }
  // Its other pages are its sections: who wants more wants what it left out.
  if (saved.spec.kind === 'digest' && step > 0) {
    const { date } = saved.spec
    return { kind: 'moreStories', ...(date !== undefined && { date }) }
  }
  const page = shown.page + step
  if (!turnsTo(current.buttons, list, page)) return press.to === 'next' ? 'endOfList' : 'startOfList'
  await parts.lists.noteShown(list, { page })
  return send(await pageAt(page))
}

/** What the numbers below a page open. */
const articlesOn = (buttons: Keyboard): ReadonlyMap<number, CallbackActions['article']> =>
  new Map(
    buttons.flat().flatMap((it) => {
      const action =
        /^\d+$/u.test(it.text) && 'callbackData' in it ? decodeCallback(it.callbackData) : undefined
      return action?.kind === 'article' ? [[Number(it.text), action] as const] : []
    }),
  )

/** Whether a button below a page leads to another page of the list. */
const turnsTo = (buttons: Keyboard, list: string, page: number): boolean =>
  buttons.flat().some((it) => {
    const action = 'callbackData' in it ? decodeCallback(it.callbackData) : undefined
    return action?.kind === 'list' && action.list === list && action.page === page
  })

/** What a button puts in the place of its message, as a message of its own. */
const asMessage = (reply: Reply): Reply => (reply.kind === 'edit' ? send(reply.message) : reply)
