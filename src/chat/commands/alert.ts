import { alertCard } from '../alerts/alert-card.ts'
import { changeAlert, makeAlert } from '../alerts/make-alert.ts'
import { alertsMessage } from '../alerts/show-alerts.ts'
import { joinHtml } from '../markup/html.ts'
import { readWish } from '../orders/read-alert.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say, send } from '../turn/reply.ts'

/** `/alert 词` saves a search; with the id of an alert in front it changes that one. In groups for administrators. */
export const createAlertCommand =
  (parts: Parts): Command =>
  async (text, turn) => {
    const { request, texts } = turn
    const alerts = await parts.alerts.ofChat(request.chat.chatId)
    if (text === '') {
      if (alerts.length === 0) return say(texts.alerts.usage)
      const list = await alertsMessage(parts, request.chat.chatId, 0, texts)
      return send({ ...list, html: joinHtml([texts.alerts.usage, '', list.html]) })
    }
    if (!(await request.isAdministrator())) return say(texts.adminsOnly)
    const wish = readWish(
      text,
      alerts.map(({ id }) => id),
    )
    if (wish.kind === 'new') return send(await makeAlert(parts, wish.query, turn))
    const alert = alerts.find(({ id }) => id === wish.id)
    if (!alert) return say(texts.alerts.gone)
    switch (wish.kind) {
      case 'show':
        return send(await alertCard(parts, alert, turn))
      case 'change':
        return send(await changeAlert(parts, alert.id, wish.query, turn))
      case 'exclude':
        return send(await changeAlert(parts, alert.id, `${alert.query} ${wish.exclusions}`, turn))
    }
  }

/** `/alerts`: the alerts of the chat, for all to see. */
export const createAlertsCommand =
  (parts: Parts): Command =>
  async (_text, { request, texts }) =>
    send(await alertsMessage(parts, request.chat.chatId, 0, texts))
