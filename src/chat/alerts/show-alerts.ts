import { nextDaily } from '../../digest/index.ts'
import type { ListSpec } from '../../store/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import { openList } from '../lists/open-list.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import { edit, type Message, type Reply, send, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { renderAlerts, renderEditing, renderRemoved } from '../views/alert-view.ts'
import { nameMoment } from '../views/subscription/words.ts'
import { alertCard, MOST_ALERTS } from './alert-card.ts'
import { makeAlert } from './make-alert.ts'

/** The alerts of the chat, page by page; all there may see them. */
export async function showAlerts(parts: Parts, page: number, turn: Turn): Promise<Reply> {
  return edit(await alertsMessage(parts, turn.request.chat.chatId, page, turn.texts))
}

/** Makes the alerts of a chat come once a day, or at once; in a group only administrators may do so. */
export async function setAlertPace(
  parts: Parts,
  { daily }: CallbackActions['alertPace'],
  { request, texts }: Turn,
): Promise<Reply> {
  if (!(await request.isAdministrator())) return toast(texts.adminsOnly)
  const { chatId } = request.chat
  const dueMs = daily
    ? nextDaily(await parts.subscriptions.ofChat(chatId), parts.schedule, parts.now())
    : undefined
  await parts.chats.setAlertsDue(chatId, dueMs)
  return edit(await alertsMessage(parts, chatId, 0, texts))
}

/** All alerts of a chat, a page of them. */
export async function alertsMessage(
  { alerts, chats, subscriptions, schedule }: Parts,
  chatId: number,
  page: number,
  texts: Texts,
): Promise<Message> {
  const { alertsDueMs } = (await chats.get(chatId)) ?? {}
  const [{ timeZone } = schedule] = await subscriptions.ofChat(chatId)
  const next = alertsDueMs === undefined ? undefined : nameMoment(alertsDueMs, timeZone, texts)
  return renderAlerts(await alerts.ofChat(chatId), page, next, texts)
}

/** Shows an alert, or does something about it; in a group only administrators may do so. */
export async function handleAlertAction(
  parts: Parts,
  { action, alert: id, origin }: CallbackActions['alert'],
  turn: Turn,
): Promise<Reply> {
  const { alerts, archive } = parts
  const { texts, request } = turn
  if (action !== 'show' && action !== 'run' && !(await request.isAdministrator()))
    return toast(texts.adminsOnly)
  const from = origin ? { origin } : {}
  if (action === 'restore') {
    const restored = await alerts.restore(id, request.chat.chatId, await archive.latestArrival(), MOST_ALERTS)
    return restored
      ? edit(await alertCard(parts, restored, turn, from), texts.alerts.restored)
      : toast(texts.alerts.gone)
  }
  const alert = await alerts.get(id)
  // An alert of another chat is none that this chat's buttons could name: somebody made that up.
  if (alert?.chatId !== request.chat.chatId) return toast(texts.alerts.gone)
  const change = async (muted: boolean) => {
    // What came while it was muted is not told of.
    await alerts.change(id, muted ? { muted } : { muted, arrival: await archive.latestArrival() })
    const card = await alertCard(parts, { ...alert, muted }, turn, from)
    return edit(card, muted ? texts.alerts.muted : texts.alerts.unmuted)
  }
  switch (action) {
    case 'show':
      return edit(await alertCard(parts, alert, turn, from))
    case 'run': {
      const spec = { kind: 'search', query: alert.query, order: 'newest' } as const
      return send((await openList(parts, spec, turn)).message)
    }
    case 'edit':
      return edit(renderEditing(alert, origin, texts))
    case 'mute':
      return change(true)
    case 'unmute':
      return change(false)
    case 'remove':
      await alerts.remove(id)
      return edit(renderRemoved(alert, origin, texts))
  }
}

/** Saves the search of a list of hits as an alert; in a group only administrators may do so. */
export async function alertOnList(parts: Parts, list: string, turn: Turn): Promise<Reply> {
  const { texts, request } = turn
  const saved = await parts.lists.get(list)
  if (saved?.chatId !== request.chat.chatId || saved.spec.kind !== 'search') return toast(texts.listGone)
  if (!(await request.isAdministrator())) return toast(texts.adminsOnly)
  return send(await makeAlert(parts, queryOf(saved.spec), turn))
}

/** What a list is narrowed to is asked for too, but for its month: alerts look at new articles only. */
const queryOf = ({ query, section }: Extract<ListSpec, { kind: 'search' }>) =>
  section === undefined ? query : `${query} 栏目:"${section}"`
