import type { Article } from '../../domain/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage, pager, rowsOf } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'
import { backRow } from './back-row.ts'
import { shorten } from './shorten.ts'

/** Sentences to choose from on a page: two rows of buttons, and less than two screens of text. */
const SENTENCES_PER_PAGE = 8
/** Longest that a sentence is shown here and quoted; few are longer. UTF-16 units. */
export const QUOTED_LENGTH = 300

/** Which sentences of an article are picked. */
interface Picking {
  /** From 0. */
  readonly page: number
  /** A bit for each sentence of the page. */
  readonly picked: number
  readonly origin?: Origin | undefined
}

/** An article's sentences to pick from, a page at a time; what is picked can be shared in any chat. */
export function renderPicking(
  article: Article,
  sentences: readonly string[],
  picking: Picking,
  texts: Texts,
): Message {
  const { id } = article
  const pages = Math.max(1, Math.ceil(sentences.length / SENTENCES_PER_PAGE))
  const page = clampPage(picking.page, pages)
  const picked = page === picking.page ? picking.picked : 0
  const { origin } = picking
  const shown = sentencesOfPage(sentences, page)
  const isPicked = (place: number) => ((picked >> place) & 1) === 1
  const lines = shown.map((sentence, place) => {
    const text = shorten(sentence, QUOTED_LENGTH)
    return isPicked(place) ? html`<b>✓ ${place + 1}.</b> <u>${text}</u>` : html`${place + 1}. ${text}`
  })
  return {
    html: joinHtml([html`<b>${shorten(article.headline, 200)}</b>`, texts.quoteTitle, '', ...lines]),
    buttons: [
      ...rowsOf(
        shown.map((_, place) =>
          button(isPicked(place) ? `✓ ${place + 1}` : `${place + 1}`, {
            kind: 'quote',
            id,
            page,
            picked: picked ^ (1 << place),
            origin,
          }),
        ),
      ),
      ...pager(page, pages, (to) => ({ kind: 'quote', id, page: to, picked: 0, origin })),
      [
        ...(picked === 0
          ? []
          : [
              { text: texts.buttons.done, share: quoteQuery(id, page, picked) },
              button(texts.pictures.buttons.card, { kind: 'card', id, page, picked, look: 'light', origin }),
            ]),
        button(texts.buttons.fullText, { kind: 'article', id, page: 0, origin }),
      ],
      ...backRow(picking.origin, texts),
    ],
  }
}

/**
 * The sentences that one page offers to pick from; fewer on the last page.
 * @param page from 0
 */
export const sentencesOfPage = <T>(sentences: readonly T[], page: number): readonly T[] =>
  sentences.slice(page * SENTENCES_PER_PAGE, (page + 1) * SENTENCES_PER_PAGE)

/** What the share button types behind the bot's name, and inline mode understands. */
const quoteQuery = (id: string, page: number, picked: number): string =>
  `q_${id}_${page}_${picked.toString(36)}`
