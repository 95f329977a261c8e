import { parseQuery, QUERY_LENGTH } from '../../search/index.ts'
import type { Alert } from '../../store/index.ts'
import type { CallbackAction, CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Foresight } from '../orders/foresee.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage, pager, rowsOf } from '../turn/keyboard.ts'
import type { Button, Keyboard, Message } from '../turn/reply.ts'
import { shorten } from './shorten.ts'
import { renderCount, renderSource } from './source-line.ts'
import { renderUnderstood } from './understood-line.ts'

const ALERTS_PER_PAGE = 10

/** What an alert looks for, as a reader would say it. */
export const alertName = (query: string, texts: Texts): string =>
  renderUnderstood(parseQuery(query), texts) || shorten(query, 160)

/** What is shown of an alert beside what it looks for. */
interface AlertCard {
  /** Undefined while nothing can be searched for. */
  readonly foresight: Foresight | undefined
  /** Sentences about what was just done. */
  readonly remarks: readonly string[]
  /** The notice that one came from. */
  readonly origin?: Origin | undefined
}

/** An alert, what it would have told of, and what can be done about it. */
export function renderAlert(alert: Alert, { foresight, remarks, origin }: AlertCard, texts: Texts): Message {
  const state = alert.muted ? html`🔕 <b>${alertName(alert.query, texts)}</b>` : titleOf(alert, texts)
  return {
    html: joinHtml([
      state,
      ...remarks.slice(0, 4).map((line) => html`${shorten(line, 160)}`),
      alert.muted ? texts.alerts.isMuted : texts.alerts.promise,
      ...(foresight === undefined ? [texts.searchServer.noPast] : renderForesight(foresight, texts)),
    ]),
    buttons: [
      [button(texts.alerts.buttons.run, { kind: 'alert', action: 'run', alert: alert.id, origin })],
      alertRow(alert, origin, texts),
      ...backTo(origin, texts),
    ],
  }
}

/** Edit, mute and delete. */
export function alertRow(
  { id, muted }: Pick<Alert, 'id' | 'muted'>,
  origin: Origin | undefined,
  texts: Texts,
): readonly Button[] {
  const to = (action: CallbackActions['alert']['action']): CallbackAction => ({
    kind: 'alert',
    action,
    alert: id,
    origin,
  })
  const { buttons } = texts.alerts
  return [
    button(buttons.edit, to('edit')),
    muted ? button(buttons.unmute, to('unmute')) : button(buttons.mute, to('mute')),
    button(buttons.remove, to('remove')),
  ]
}

/** How to change an alert by typing. */
export function renderEditing(
  { id, query }: Pick<Alert, 'id' | 'query'>,
  origin: Origin | undefined,
  texts: Texts,
): Message {
  const back: CallbackAction = { kind: 'alert', action: 'show', alert: id, origin }
  return {
    html: joinHtml([
      html`✏️ <b>${alertName(query, texts)}</b>`,
      texts.alerts.howToChange,
      html`<code>/alert ${id} ${shorten(query, QUERY_LENGTH)}</code>`,
      texts.alerts.howToExclude,
      html`<code>/alert ${id} -${texts.alerts.anyWord}</code>`,
    ]),
    buttons: [[button(texts.buttons.back, back)]],
  }
}

/** What is left of an alert that was just removed. */
export function renderRemoved(
  { id, query }: Pick<Alert, 'id' | 'query'>,
  origin: Origin | undefined,
  texts: Texts,
): Message {
  const undo: CallbackAction = { kind: 'alert', action: 'restore', alert: id, origin }
  return {
    html: html`${texts.alerts.removed} <s>${alertName(query, texts)}</s>`,
    buttons: [[button(texts.alerts.buttons.undo, undo)], ...backTo(origin, texts)],
  }
}

/**
 * All alerts of a chat, numbered as their buttons are, and whether they come at once.
 * @param asked page, from 0 @param next when the next news come, if they come once a day
 */
export function renderAlerts(
  alerts: readonly Alert[],
  asked: number,
  next: string | undefined,
  texts: Texts,
): Message {
  if (alerts.length === 0) return { html: texts.alerts.none, buttons: [] }
  const pages = Math.ceil(alerts.length / ALERTS_PER_PAGE)
  const page = clampPage(asked, pages)
  const shown = alerts.slice(page * ALERTS_PER_PAGE, (page + 1) * ALERTS_PER_PAGE)
  const number = (place: number) => page * ALERTS_PER_PAGE + place + 1
  return {
    html: joinHtml([
      html`<b>${texts.alerts.title(renderCount(alerts.length, texts))}</b>`,
      ...shown.map(
        ({ query, muted }, place) => html`${number(place)}. ${muted ? '🔕 ' : ''}${alertName(query, texts)}`,
      ),
      '',
      next === undefined ? texts.alerts.comeAtOnce : texts.alerts.comeDaily(next),
    ]),
    buttons: [
      ...rowsOf(
        shown.map(({ id }, place) =>
          button(`${number(place)}`, { kind: 'alert', action: 'show', alert: id }),
        ),
        5,
      ),
      ...pager(page, pages, (to) => ({ kind: 'alerts', page: to })),
      paceRow(next !== undefined, texts),
    ],
  }
}

const paceRow = (isDaily: boolean, { alerts: { buttons } }: Texts): Keyboard[number] =>
  [false, true].map((daily) => {
    const text = daily ? buttons.daily : buttons.atOnce
    return daily === isDaily
      ? button(`● ${text}`, { kind: 'nothing' })
      : button(text, { kind: 'alertPace', daily })
  })

const titleOf = ({ query }: Alert, texts: Texts) => html`🔔 <b>${alertName(query, texts)}</b>`

/** Back to the notice that one came from, else to all alerts. */
const backTo = (origin: Origin | undefined, texts: Texts): Keyboard => [
  [
    origin
      ? button(texts.buttons.back, { kind: 'list', ...origin })
      : button(texts.alerts.buttons.all, { kind: 'alerts', page: 0 }),
  ],
]

function renderForesight(
  { total, newest, share, suggestion }: Foresight,
  texts: Texts,
): readonly (SafeHtml | string)[] {
  const meant =
    suggestion === undefined ? [] : [html`${texts.didYouMean}<code>${shorten(suggestion, 60)}</code>`]
  if (!newest) return [texts.alerts.noPast, ...meant]
  const source = shorten(renderSource(newest, texts), 100)
  return [
    texts.alerts.past(renderCount(total, texts)),
    html`　${shorten(newest.headline, 100)}${source === '' ? '' : html`\n　${source}`}`,
    ...(share === undefined ? [] : [texts.alerts.tooCommon(`${Math.round(share * 100)}`)]),
  ]
}
