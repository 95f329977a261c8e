import type { Article } from '../../domain/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import { openList } from '../lists/open-list.ts'
import type { Parts } from '../turn/parts.ts'
import { edit, type Message, type Reply, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { renderArticle } from '../views/article-view.ts'
import { renderPicking } from '../views/quote-view.ts'
import { renderSourcePage } from '../views/source-view.ts'
import { renderSummary } from '../views/summary-view.ts'
import { keySentencesOf } from './key-sentences.ts'
import { quotable } from './quotable.ts'

type ArticleAction = CallbackActions['article' | 'save' | 'more' | 'summary' | 'related' | 'source' | 'quote']

/** Shows another side of an article in the message whose button was pressed. */
export async function openArticle(parts: Parts, action: ArticleAction, turn: Turn): Promise<Reply> {
  const { texts, request } = turn
  const article = await parts.archive.get(action.id)
  if (!article) return toast(texts.noSuchArticle)
  switch (action.kind) {
    case 'article':
      return edit(await articlePage(parts, article, action, turn))
    case 'more':
      return edit(await articlePage(parts, article, { ...action, isUnfolded: true }, turn))
    case 'save': {
      const isSaved = await parts.bookmarks.has(request.user.id, article.id)
      await (isSaved
        ? parts.bookmarks.remove(request.user.id, article.id)
        : parts.bookmarks.add(request.user.id, article.id))
      return edit(await articlePage(parts, article, action, turn), isSaved ? texts.unsaved : texts.saved)
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

interface ReadingState {
  readonly page: number
  readonly origin?: Origin | undefined
  /** All buttons are to be shown. */
  readonly isUnfolded?: boolean
}

/** A page of an article, with the way to the ones before and after it in the issue. */
export async function articlePage(
  { archive, bookmarks }: Parts,
  article: Article,
  { page, origin, isUnfolded = false }: ReadingState,
  { request, texts }: Turn,
): Promise<Message> {
  const [isSaved, neighbours] = await Promise.all([
    bookmarks.has(request.user.id, article.id),
    archive.neighbours(article.id),
  ])
  const { previousInIssue: previous, nextInIssue: next } = neighbours
  return renderArticle(article, { page, origin, isUnfolded, isSaved, previous, next }, texts)
}

/** An article's key sentences as a message. */
export const summaryOf = (article: Article, origin: Origin | undefined, { texts }: Turn): Message =>
  renderSummary(article, keySentencesOf(article), origin, texts)
