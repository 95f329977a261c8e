import { type Article, isArticleId } from '../../domain/index.ts'
import { sentencesOf } from '../../language/index.ts'
import { summarise } from '../../summary/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import type { Command } from '../command.ts'
import { openList } from '../lists/open-list.ts'
import type { Parts } from '../parts.ts'
import { edit, type Message, type Reply, say, send, toast } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { renderArticle } from '../views/article-view.ts'
import { renderPicking } from '../views/quote-view.ts'
import { renderSourcePage } from '../views/source-view.ts'
import { renderSummary } from '../views/summary-view.ts'

/** Key sentences that a summary shows. */
export const SUMMARY_SENTENCES = 3

/** `/article <id>`: a whole article, as a button, a link or `/a_<id>` opens it too. */
export const createArticleCommand =
  (parts: Parts): Command =>
  async (id, turn) => {
    if (id === '') return say(turn.texts.articleUsage)
    const article = await findArticle(parts, id)
    return article ? send(await readPage(parts, article, { page: 0 }, turn)) : say(turn.texts.noSuchArticle)
  }

/** `/summary <id>`: an article's key sentences. */
export const createSummaryCommand =
  (parts: Parts): Command =>
  async (id, turn) => {
    if (id === '') return say(turn.texts.summaryUsage)
    const article = await findArticle(parts, id)
    return article ? send(summaryOf(article, undefined, turn)) : say(turn.texts.noSuchArticle)
  }

/** `/saved`: the articles that one saved for oneself. */
export const createSavedCommand =
  (parts: Parts): Command =>
  async (_text, turn) => {
    if (turn.request.chat.kind !== 'private') return say(turn.texts.savedInPrivate)
    const { total, message } = await openList(parts, { kind: 'saved' }, turn)
    return total > 0 ? send(message) : say(turn.texts.nothingSaved)
  }

type ArticleAction = CallbackActions['article' | 'save' | 'summary' | 'related' | 'source' | 'quote']

/** Shows another side of an article in the message whose button was pressed. */
export async function openArticle(parts: Parts, action: ArticleAction, turn: Turn): Promise<Reply> {
  const { texts, request } = turn
  const article = await parts.archive.get(action.id)
  if (!article) return toast(texts.noSuchArticle)
  switch (action.kind) {
    case 'article':
      return edit(await readPage(parts, article, action, turn))
    case 'save': {
      const isSaved = await parts.bookmarks.has(request.user.id, article.id)
      await (isSaved
        ? parts.bookmarks.remove(request.user.id, article.id)
        : parts.bookmarks.add(request.user.id, article.id))
      return edit(await readPage(parts, article, action, turn), isSaved ? texts.unsaved : texts.saved)
    }
    case 'summary':
      return edit(summaryOf(article, action.origin, turn))
    case 'related': {
      const { total, message } = await openList(parts, { kind: 'related', id: article.id }, turn)
      return total > 0 ? edit(message) : toast(texts.nothingRelated)
    }
    case 'source': {
      const lines = await parts.readLines(article)
      return lines ? edit(renderSourcePage(article, lines, action, texts)) : toast(texts.sourceGone)
    }
    case 'quote':
      return edit(renderPicking(article, quotable(article), action, texts))
  }
}

/** The sentences of an article that can be picked, in printed order. */
export const quotable = (article: Article): readonly string[] =>
  article.paragraphs
    .flatMap((text) => sentencesOf(text).map(([from, to]) => text.slice(from, to).trim()))
    .filter(Boolean)

const findArticle = async ({ archive }: Parts, id: string) => (isArticleId(id) ? archive.get(id) : undefined)

async function readPage(
  { archive, bookmarks }: Parts,
  article: Article,
  { page, origin }: { readonly page: number; readonly origin?: Origin | undefined },
  { request, texts }: Turn,
): Promise<Message> {
  const [isSaved, neighbours] = await Promise.all([
    bookmarks.has(request.user.id, article.id),
    archive.neighbours(article.id),
  ])
  const { previousInIssue: previous, nextInIssue: next } = neighbours
  return renderArticle(article, { page, origin, isSaved, previous, next }, texts)
}

const summaryOf = (article: Article, origin: Origin | undefined, { texts }: Turn): Message =>
  renderSummary(article, summarise(article, { sentences: SUMMARY_SENTENCES }), origin, texts)
