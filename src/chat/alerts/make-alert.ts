import { html, joinHtml } from '../markup/html.ts'
import { type AlertQuery, readAlertQuery } from '../orders/read-alert.ts'
import { keepLanguage } from '../turn/keep-language.ts'
import type { Parts } from '../turn/parts.ts'
import type { Message } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { renderProblems } from '../views/understood-line.ts'
import { alertCard, MOST_ALERTS } from './alert-card.ts'

/** Saves a query as an alert of the chat. It tells of what comes from now on. */
export async function makeAlert(parts: Parts, text: string, turn: Turn): Promise<Message> {
  const { alerts, archive } = parts
  const { texts, request } = turn
  const { chat, user } = request
  const asked = readAlertQuery(text, parts.today())
  if (asked.query === '') return explainEmpty(asked, turn)
  const { query } = asked
  const known = (await alerts.ofChat(chat.chatId)).find((it) => it.query === query)
  if (known) return alertCard(parts, known, turn, { remarks: [texts.alerts.known] })
  const { chatId, threadId } = chat
  const place = threadId === undefined ? { chatId } : { chatId, threadId }
  const arrival = await archive.latestArrival()
  const alert = await alerts.add({ ...place, ownerId: user.id, query, arrival }, MOST_ALERTS)
  if (!alert) return { html: html`${texts.alerts.full(`${MOST_ALERTS}`)}`, buttons: [] }
  await keepLanguage(parts, chatId, texts)
  return alertCard(parts, alert, turn, { remarks: remarksOn(asked, turn) })
}

/** Lets an alert look for something else from now on. */
export async function changeAlert(parts: Parts, id: string, text: string, turn: Turn): Promise<Message> {
  const asked = readAlertQuery(text, parts.today())
  if (asked.query === '') return explainEmpty(asked, turn)
  await parts.alerts.change(id, { query: asked.query })
  const changed = await parts.alerts.get(id)
  return changed
    ? alertCard(parts, changed, turn, { remarks: [turn.texts.alerts.changed, ...remarksOn(asked, turn)] })
    : { html: html`${turn.texts.alerts.gone}`, buttons: [] }
}

const remarksOn = ({ problems, wasDated }: AlertQuery, { texts }: Turn): readonly string[] => [
  ...(wasDated ? [texts.alerts.datesLeftOut] : []),
  ...renderProblems(problems, texts),
]

const explainEmpty = (asked: AlertQuery, turn: Turn): Message => ({
  html: joinHtml([
    html`${asked.wasDated ? turn.texts.alerts.datesLeftOut : turn.texts.problems.nothingAsked}`,
    turn.texts.alerts.usage,
  ]),
  buttons: [],
})
