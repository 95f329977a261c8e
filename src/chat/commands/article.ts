import { isArticleId } from '../../domain/index.ts'
import { articlePage, summaryOf } from '../articles/open-article.ts'
import { openList } from '../lists/open-list.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say, send } from '../turn/reply.ts'

/** `/article <id>`: a whole article, as a button, a link or `/a_<id>` opens it too. */
export const createArticleCommand =
  (parts: Parts): Command =>
  async (id, turn) => {
    if (id === '') return say(turn.texts.articleUsage)
    const article = await findArticle(parts, id)
    return article
      ? send(await articlePage(parts, article, { page: 0 }, turn))
      : say(turn.texts.noSuchArticle)
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

const findArticle = async ({ archive }: Parts, id: string) => (isArticleId(id) ? archive.get(id) : undefined)
