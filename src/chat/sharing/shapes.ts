import type { Article } from '../../domain/index.ts'
import type { Excerpt } from '../../search/index.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import type { Card, Message } from '../turn/reply.ts'
import { deckLines } from '../views/article-view.ts'
import { renderExcerpt } from '../views/excerpt.ts'
import { shorten } from '../views/shorten.ts'
import { renderSource } from '../views/source-line.ts'

/** Longest title and description of a card: what a phone shows of it. UTF-16 units. */
const TITLE_LENGTH = 80
const DESCRIPTION_LENGTH = 120

/** What is shared of an article; each keeps paper, date and page, and leads back to the whole article. */
export interface Shared {
  readonly article: Article
  /** Key sentences, as printed. */
  readonly summary: readonly string[]
  /** Sentences to quote, as printed. */
  readonly quotes: readonly Excerpt[]
}

/** An article's three shapes, one of which is picked: its headline, its key sentences, or a quotation. */
export function shapesOf(shared: Shared, bot: string, texts: Texts): readonly Card[] {
  const { article, summary, quotes } = shared
  const title = (shape: keyof Texts['shapes']) =>
    shorten(`${texts.shapes[shape]} · ${article.headline}`, TITLE_LENGTH)
  const describe = (text: string) => shorten(text, DESCRIPTION_LENGTH)
  const cards: Card[] = [
    {
      id: `${article.id}.h`,
      title: title('headline'),
      description: describe(renderSource(article, texts)),
      message: headlineCard(article, bot, texts),
    },
  ]
  if (summary.length > 0) {
    const message = summaryCard(article, summary, bot, texts)
    cards.push({
      id: `${article.id}.s`,
      title: title('summary'),
      description: describe(summary.join('')),
      message,
    })
  }
  if (quotes.length > 0) cards.push(quoteCard(shared, bot, texts, title('excerpt')))
  return cards
}

/** A quotation as a card of its own. */
export function quoteCard({ article, quotes }: Shared, bot: string, texts: Texts, title: string): Card {
  const quoted = joinHtml(quotes.map(renderExcerpt))
  return {
    id: `${article.id}.e`,
    title,
    description: shorten(quotes.map(({ text }) => text).join(''), DESCRIPTION_LENGTH),
    message: card(
      html`<blockquote>${quoted}</blockquote>\n<b>${headlineOf(article)}</b>`,
      article,
      bot,
      texts,
    ),
  }
}

const headlineOf = ({ headline }: Article) => shorten(headline, 300)

const headlineCard = (article: Article, bot: string, texts: Texts): Message =>
  card(
    joinHtml([
      ...article.kicker.slice(0, 2).map((text) => shorten(text, 150)),
      html`<b>${headlineOf(article)}</b>`,
      ...deckLines(article.deck, 2),
    ]),
    article,
    bot,
    texts,
  )

const summaryCard = (article: Article, summary: readonly string[], bot: string, texts: Texts): Message =>
  card(
    joinHtml([html`<b>${headlineOf(article)}</b>`, ...summary.map((text) => html`• ${shorten(text, 600)}`)]),
    article,
    bot,
    texts,
  )

function card(content: SafeHtml, article: Article, bot: string, texts: Texts): Message {
  return {
    html: joinHtml([content, html`${shorten(renderSource(article, texts), 200)}`]),
    buttons: [[{ text: texts.openInBot, url: `https://t.me/${bot}?start=a_${article.id}` }]],
  }
}
