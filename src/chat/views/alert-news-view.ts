import type { Match } from '../../search/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, pager, rowsOf } from '../turn/keyboard.ts'
import type { Keyboard, Message } from '../turn/reply.ts'
import { alertRow } from './alert-view.ts'
import { renderMatch } from './hits-view.ts'
import { joinWords } from './join-words.ts'
import { shorten } from './shorten.ts'
import { renderCount } from './source-line.ts'

/** Articles on a page of what alerts told of. */
export const NEWS_PER_PAGE = 8

/** One sentence or two an article; eight of them and their headings stay below a message's 4096. */
export const NEWS_EXCERPTS = { excerptLength: 140, excerptCount: 1 } as const

/** Buttons to alerts, if several told of something. */
const MOST_BUTTONS = 6

/** What alerts told of, a page of it. */
export interface AlertNews {
  /** The alerts that told of something, by what they look for. */
  readonly alerts: readonly { readonly id: string; readonly name: string }[]
  /** On this page. */
  readonly items: readonly {
    readonly match: Match
    /** Places in `alerts`, ascending. */
    readonly foundBy: readonly number[]
  }[]
  /** On all pages. */
  readonly listed: number
  /** Further ones that are not listed. */
  readonly unlisted: number
  readonly origin: Origin
}

/** What alerts tell of: the new articles under the alerts that they match, with the matched words bold. */
export function renderAlertNews(
  { alerts, items, listed, unlisted, origin }: AlertNews,
  texts: Texts,
): Message {
  const [only, ...others] = alerts
  const total = texts.alerts.news(renderCount(listed + unlisted, texts))
  let heading: string | undefined
  const cards = items.map(({ match, foundBy }, place) => {
    const card = renderMatch(match, place + 1, texts)
    const names = joinWords(
      foundBy.map((it) => shorten(alerts[it]?.name ?? '', 40)),
      texts,
    )
    const isNew = others.length > 0 && names !== heading
    heading = names
    return isNew ? joinHtml([html`<b>${shorten(names, 60)}</b>`, card]) : card
  })
  const left = listed + unlisted - (origin.page * NEWS_PER_PAGE + items.length)
  const open = items.map(({ match }, place) =>
    button(`${place + 1}`, { kind: 'article', id: match.article.id, page: 0, origin }),
  )
  const manage: Keyboard =
    only && others.length === 0
      ? [alertRow({ id: only.id, muted: false }, origin, texts)]
      : rowsOf(
          alerts
            .slice(0, MOST_BUTTONS)
            .map(({ id, name }) =>
              button(`⚙ ${shorten(name, 20)}`, { kind: 'alert', action: 'show', alert: id, origin }),
            ),
          2,
        )
  return {
    html: joinHtml(
      [
        only && others.length === 0
          ? html`🔔 <b>${shorten(only.name, 160)}</b> · ${total}`
          : html`🔔 <b>${total}</b>`,
        ...cards,
        left > 0 ? html`${texts.alerts.more(renderCount(left, texts))}` : undefined,
      ],
      '\n\n',
    ),
    buttons: [
      ...rowsOf(open),
      ...pager(origin.page, Math.ceil(listed / NEWS_PER_PAGE), (page) => ({
        kind: 'list',
        list: origin.list,
        page,
      })),
      ...manage,
    ],
  }
}
