import type { Article } from '../../domain/index.ts'
import { type Excerpt, unlessAway } from '../../search/index.ts'
import { keySentencesOf } from '../articles/key-sentences.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { Card, InlineReply } from '../turn/reply.ts'
import type { InlineRequest } from '../turn/request.ts'
import { quotableTexts } from '../views/quotable.ts'
import { QUOTED_LENGTH, sentencesOfPage } from '../views/quote-view.ts'
import { shorten } from '../views/shorten.ts'
import { quoteCard, shapesOf } from './shapes.ts'
import { shareDigest } from './share-digest.ts'

/** Articles of one answer: with three cards each they stay below the 50 that an answer may have (Bot API). */
const ARTICLES = 15
/** Opening sentences that are quoted if no words were asked for. */
const OPENING = 2
/** Articles beyond this are not asked for by anybody who scrolls. */
const FURTHEST = 5_000

/** Answers what somebody types behind the bot's name in any chat: articles to share, three shapes of each. */
export async function answerInline(
  parts: Parts,
  { query, offset, bot }: InlineRequest,
  texts: Texts,
): Promise<InlineReply> {
  const asked = query.trim()
  const article = /^a_([a-z2-7]{10})$/.exec(asked)?.[1]
  if (article !== undefined) return shareArticle(parts, article, bot, texts)
  const quote = /^q_([a-z2-7]{10})_(\d{1,4})_([0-9a-z]{1,4})$/.exec(asked)
  if (quote) {
    const [, id = '', page, picked = '0'] = quote
    return shareQuote(parts, { id, page: Number(page), picked: Number.parseInt(picked, 36) }, bot, texts)
  }
  const digest = /^d_([a-z2-7]{8})$/.exec(asked)?.[1]
  if (digest !== undefined) return shareDigest(parts, digest, bot, texts)
  const from = /^\d{1,4}$/.test(offset) ? Math.min(Number(offset), FURTHEST) : 0
  const some =
    asked === ''
      ? await newest(parts, from, bot, texts)
      : await unlessAway(found(parts, asked, from, bot, texts), undefined)
  if (some === undefined) return { cards: [], next: '', hint: texts.searchServer.unavailableBriefly }
  const { total, cards, partial } = some
  const next = from + ARTICLES < Math.min(total, FURTHEST) ? `${from + ARTICLES}` : ''
  const hint = partial ? texts.searchServer.partialBriefly : undefined
  return cards.length > 0
    ? { cards, next, ...(hint !== undefined && { hint }) }
    : { cards, next: '', hint: hint ?? texts.inlineNothing }
}

interface Cards {
  readonly total: number
  readonly cards: readonly Card[]
  /** Part of the archive did not answer. */
  readonly partial?: true | undefined
}

async function newest({ archive }: Parts, offset: number, bot: string, texts: Texts): Promise<Cards> {
  const { total, articles } = await archive.browse({ offset, limit: ARTICLES })
  return { total, cards: articles.flatMap((article) => shapesOf(sharedOf(article, []), bot, texts)) }
}

async function found(
  { search, today }: Parts,
  query: string,
  offset: number,
  bot: string,
  texts: Texts,
): Promise<Cards> {
  const options = { offset, limit: ARTICLES, today: today(), excerptLength: QUOTED_LENGTH, excerptCount: 1 }
  const { total, hits, partial } = await search.search(query, options)
  return {
    total,
    partial,
    cards: hits.flatMap(({ article, excerpts }) => shapesOf(sharedOf(article, excerpts), bot, texts)),
  }
}

async function shareArticle({ archive }: Parts, id: string, bot: string, texts: Texts): Promise<InlineReply> {
  const article = await archive.get(id)
  return article
    ? { cards: shapesOf(sharedOf(article, []), bot, texts), next: '' }
    : { cards: [], next: '', hint: texts.inlineNothing }
}

/** The sentences that somebody picked in the private chat. */
async function shareQuote(
  { archive }: Parts,
  { id, page, picked }: { readonly id: string; readonly page: number; readonly picked: number },
  bot: string,
  texts: Texts,
): Promise<InlineReply> {
  const article = await archive.get(id)
  const sentences = article ? sentencesOfPage(quotableTexts(article), page) : []
  const quotes = sentences.filter((_, place) => ((picked >> place) & 1) === 1).map(asQuote)
  if (!article || quotes.length === 0) return { cards: [], next: '', hint: texts.inlineNothing }
  return {
    cards: [quoteCard({ article, summary: [], quotes }, bot, texts, shorten(article.headline, 80))],
    next: '',
  }
}

/** @param excerpts what matched; without them the article's opening is quoted */
function sharedOf(article: Article, excerpts: readonly Excerpt[]) {
  const quotes = excerpts.length > 0 ? excerpts : quotableTexts(article).slice(0, OPENING).map(asQuote)
  return { article, summary: keySentencesOf(article), quotes }
}

const asQuote = (sentence: string): Excerpt => ({ text: shorten(sentence, QUOTED_LENGTH), highlights: [] })
