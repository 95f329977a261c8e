import type { Article } from '../../domain/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'
import { renderHead, shareQuery } from './article-view.ts'
import { backRow } from './back-row.ts'
import { shorten } from './shorten.ts'

/** An article's key sentences, each word for word as it was printed. */
export function renderSummary(
  article: Article,
  sentences: readonly string[],
  origin: Origin | undefined,
  texts: Texts,
): Message {
  const { id } = article
  return {
    html: joinHtml([
      renderHead(article, texts, true),
      '',
      html`<b>${texts.summaryTitle}</b>`,
      ...(sentences.length === 0 ? [texts.noKeyPoints] : []),
      ...sentences.map((sentence) => html`• ${shorten(sentence, 600)}`),
    ]),
    buttons: [
      [
        button(texts.buttons.fullText, { kind: 'article', id, page: 0, origin }),
        { text: texts.buttons.share, share: shareQuery(id) },
      ],
      ...backRow(origin, texts),
    ],
  }
}
