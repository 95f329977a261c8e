import type { Article } from '../../domain/index.ts'
import { html, joinHtml } from '../html.ts'
import { button } from '../keyboard.ts'
import type { Origin } from '../press.ts'
import type { Message } from '../reply.ts'
import { texts } from '../texts.ts'
import { renderHead } from './article-view.ts'
import { backButton } from './back-button.ts'
import { shorten } from './shorten.ts'

/** An article's key sentences, each word for word as it was printed. */
export function renderSummary(article: Article, sentences: readonly string[], origin?: Origin): Message {
  return {
    html: joinHtml([
      renderHead(article, true),
      '',
      html`<b>${texts.summaryTitle}</b>`,
      ...sentences.map((sentence) => html`• ${shorten(sentence, 600)}`),
    ]),
    buttons: [
      [
        button(texts.fullText, { kind: 'article', id: article.id, page: 0, ...(origin && { origin }) }),
        ...backButton(origin),
      ],
    ],
  }
}
