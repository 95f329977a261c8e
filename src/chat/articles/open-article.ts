import type { Article, ArticleId } from '../../domain/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import { openList } from '../lists/open-list.ts'
import { changesInTraditional } from '../markup/traditional.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts, ReadingPages } from '../turn/parts.ts'
import { type Button, edit, type Message, type Reply, toast } from '../turn/reply.ts'
import type { Request } from '../turn/request.ts'
import type { Turn } from '../turn/turn.ts'
import { type ReadingPlace, renderArticle } from '../views/article-view.ts'
import { quotableTexts } from '../views/quotable.ts'
import { renderPicking } from '../views/quote-view.ts'
import { renderSourcePage } from '../views/source-view.ts'
import { renderSummary } from '../views/summary-view.ts'
import { keySentencesOf } from './key-sentences.ts'

type ArticleAction = CallbackActions[
  | 'article'
  | 'original'
  | 'save'
  | 'more'
  | 'summary'
  | 'related'
  | 'source'
  | 'quote']

/** Shows another side of an article in the message whose button was pressed. */
export async function openArticle(parts: Parts, action: ArticleAction, turn: Turn): Promise<Reply> {
  const { texts, request } = turn
  const article = await parts.archive.get(action.id)
  if (!article) return toast(texts.noSuchArticle)
  if (action.kind === 'save' && request.chat.kind === 'group') {
    const isSaved = await toggleSaved(parts, article.id, request.user.id)
    return toast(isSaved ? texts.saved : texts.unsaved)
  }
  if (await isOfAnother(parts, action.origin, request)) {
    const message =
      action.kind === 'summary'
        ? summaryOf(article, undefined, turn)
        : await articlePage(parts, article, { page: 0 }, turn)
    return { kind: 'private', message, start: `a_${article.id}`, label: texts.openInBot }
  }
  switch (action.kind) {
    case 'article':
      return edit(await articlePage(parts, article, action, turn))
    case 'original':
      return edit(await articlePage(parts, article, { ...action, isOriginal: true }, turn))
    case 'more':
      return edit(await articlePage(parts, article, { ...action, isUnfolded: true }, turn))
    case 'save': {
      const isSaved = await toggleSaved(parts, article.id, request.user.id)
      return edit(await articlePage(parts, article, action, turn), isSaved ? texts.saved : texts.unsaved)
    }
    case 'summary':
      return edit(summaryOf(article, action.origin, turn))
    case 'related': {
      const { total, message } = await openList(
        parts,
        { kind: 'related', id: article.id, ...(action.origin && { origin: action.origin }) },
        turn,
      )
      return total > 0 ? edit(message) : toast(texts.nothingRelated)
    }
    case 'source': {
      const lines = await parts.readLines(article)
      if (lines === 'elsewhere') return toast(texts.replicas.sourceElsewhere)
      return lines ? edit(renderSourcePage(article, lines, action, texts)) : toast(texts.sourceGone)
    }
    case 'quote':
      return edit(renderPicking(article, quotableTexts(article), action, texts))
  }
}

/** @returns whether the article is saved now */
async function toggleSaved(
  { bookmarks }: Pick<Parts, 'bookmarks'>,
  id: ArticleId,
  ownerId: number,
): Promise<boolean> {
  const wasSaved = await bookmarks.has(ownerId, id)
  await (wasSaved ? bookmarks.remove(ownerId, id) : bookmarks.add(ownerId, id))
  return !wasSaved
}

/** In a group: the list that one came from was asked for by somebody else, and stays where it is. */
async function isOfAnother(
  { lists }: Pick<Parts, 'lists'>,
  origin: Origin | undefined,
  { chat, user }: Request,
): Promise<boolean> {
  if (chat.kind !== 'group' || origin === undefined) return false
  const list = await lists.get(origin.list)
  return list?.chatId === chat.chatId && list.ownerId !== undefined && list.ownerId !== user.id
}

interface ReadingState {
  readonly page: number
  readonly origin?: Origin | undefined
  /** All buttons are to be shown. */
  readonly isUnfolded?: boolean
  /** It is shown in the characters that it was printed in. */
  readonly isOriginal?: boolean
}

/** A page of an article, with the way to the ones before and after it in the issue. */
export async function articlePage(
  { archive, bookmarks, pages, facsimileOf }: Parts,
  article: Article,
  { page, origin, isUnfolded = false, isOriginal = false }: ReadingState,
  { request, texts }: Turn,
): Promise<Message> {
  const [isSaved, neighbours, facsimile] = await Promise.all([
    // What one person keeps is no business of the group.
    request.chat.kind === 'private' && bookmarks.has(request.user.id, article.id),
    archive.neighbours(article.id),
    // Asked for only where its button is shown.
    isUnfolded ? facsimileOf(article) : undefined,
  ])
  const { previousInIssue: previous, nextInIssue: next } = neighbours
  const pageButton = pages && openAsPage(pages, article, request, texts)
  const script = await scriptOf(article, isOriginal, texts)
  const place = { page, origin, isUnfolded, isSaved, previous, next, pageButton, facsimile, script }
  return renderArticle(article, place, texts)
}

/** Whether it is shown in other characters than it was printed in; undefined where they are the same. */
async function scriptOf(
  { headline, paragraphs }: Article,
  isOriginal: boolean,
  { language }: Texts,
): Promise<ReadingPlace['script']> {
  if (language !== 'zh-Hant') return undefined
  if (isOriginal) return 'original'
  return (await changesInTraditional([headline, ...paragraphs].join('\n'))) ? 'converted' : undefined
}

/** Leads to the reading page: as a Mini App if Telegram can open it as one here. */
function openAsPage(pages: ReadingPages, { id }: Article, { chat }: Request, texts: Texts): Button {
  const { url, isApp } = pages.linkTo(`/a/${id}`, chat)
  return isApp ? { text: texts.web.button, app: url } : { text: texts.web.button, url }
}

/** An article's key sentences as a message. */
export const summaryOf = (article: Article, origin: Origin | undefined, { texts }: Turn): Message =>
  renderSummary(article, keySentencesOf(article), origin, texts)
