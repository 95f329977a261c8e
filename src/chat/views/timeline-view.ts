import type { Timeline } from '../../trends/index.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, rowsOf } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'
import { renderExcerpt } from './excerpt.ts'
import { shorten } from './shorten.ts'
import { renderCount, renderSource } from './source-line.ts'
import { remarksOf, sayNone } from './trend-caption.ts'

/** How something went: a sentence for each event with its source, numbered as the buttons are. */
export function renderTimeline(timeline: Timeline, list: string, texts: Texts): Message {
  const { query, total, events, days } = timeline
  const { trends } = texts
  const remarks = remarksOf(timeline, texts).map((it) => html`${shorten(it, 160)}`)
  if (events.length === 0)
    return {
      html: joinHtml([
        ...sayNone({ ...timeline, filter: days }, texts).map((it) => html`${it}`),
        ...remarks,
        texts.tryOtherWords,
      ]),
      buttons: [],
    }
  const title = html`<b>${trends.timelineTitle}</b> · ${shorten(query, 60)} · ${texts.hits(renderCount(total, texts))}`
  const told = events.map(({ kind, article, excerpt }, i) =>
    joinHtml([
      html`${i + 1}. <b>${trends.kinds[kind]}</b> · <u>${shorten(article.headline, 80)}</u>`,
      html`${shorten(renderSource(article, texts), 100)}`,
      renderExcerpt(excerpt),
    ]),
  )
  return {
    html: joinHtml([joinHtml([title, ...remarks]), ...told], '\n\n'),
    buttons: [
      ...rowsOf(
        events.map(({ article }, i) =>
          button(`${i + 1}`, { kind: 'article', id: article.id, page: 0, origin: { list, page: 0 } }),
        ),
      ),
      [button(trends.buttons.trend, { kind: 'trend', list })],
    ],
  }
}
