import type { Article } from '../../domain/index.ts'
import { titleOf } from '../lists/digest-page.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { Card, InlineReply } from '../turn/reply.ts'
import { shorten } from '../views/shorten.ts'
import { papersOf } from '../views/source-line.ts'

/** Longest description of a card: what a phone shows of it. UTF-16 units. */
const DESCRIPTION_LENGTH = 120

/** A digest as a card: its headlines, and the way to the whole of it. */
export async function shareDigest(
  { archive, lists }: Pick<Parts, 'archive' | 'lists'>,
  list: string,
  bot: string,
  texts: Texts,
): Promise<InlineReply> {
  const spec = (await lists.get(list))?.spec
  const articles =
    spec?.kind === 'digest' ? (await archive.getMany(spec.ids)).filter((it) => it !== undefined) : []
  if (spec?.kind !== 'digest' || articles.length === 0)
    return { cards: [], next: '', hint: texts.inlineNothing }
  const link = `https://t.me/${bot}?start=q_${list}`
  return { cards: [digestCard(`${list}.d`, titleOf(spec, texts), articles, link, texts)], next: '' }
}

/** A digest as a card for inline mode. @param id at most 64 bytes @param link leads back to the whole digest */
export function digestCard(
  id: string,
  title: string,
  articles: readonly Article[],
  link: string,
  texts: Texts,
): Card {
  const headlines = articles.map(({ headline }) => shorten(headline, 100))
  const papers = papersOf(articles)
  return {
    id,
    title: shorten(title, 80),
    description: shorten(headlines.join(' · '), DESCRIPTION_LENGTH),
    message: {
      html: joinHtml([
        html`<b>${shorten(title, 120)}</b>`,
        ...headlines.map((headline) => html`· ${headline}`),
        papers.length > 0 ? html`${shorten(papers.join('、'), 100)}` : undefined,
      ]),
      buttons: [[{ text: texts.openInBot, url: link }]],
    },
  }
}
