import { type Article, isArticleId } from '../../domain/index.ts'
import { summarise } from '../../summary/index.ts'
import type { Command } from '../command.ts'
import type { Parts } from '../parts.ts'
import type { Origin } from '../press.ts'
import { edit, type Message, type Reply, say, send, toast } from '../reply.ts'
import { texts } from '../texts.ts'
import { renderArticle } from '../views/article-view.ts'
import { renderSummary } from '../views/summary-view.ts'

/** Key sentences that a summary shows. */
const SENTENCES = 3

/** `/article <id>`: a whole article, as a button or `/a_<id>` opens it too. */
export function createArticleCommand(parts: Parts): Command {
  return {
    name: 'article',
    describe: texts.articleDescription,
    run: (id) => sendArticle(parts, id, texts.articleUsage, (article) => renderArticle(article, 0)),
  }
}

/** `/summary <id>`: an article's key sentences. */
export function createSummaryCommand(parts: Parts): Command {
  return {
    name: 'summary',
    describe: texts.summaryDescription,
    run: (id) => sendArticle(parts, id, texts.summaryUsage, summaryOf),
  }
}

/** Opens an article, or turns its pages, in the message whose button was pressed. */
export const openArticle = (parts: Parts, id: string, page: number, origin?: Origin): Promise<Reply> =>
  editArticle(parts, id, (article) => renderArticle(article, page, origin))

export const openSummary = (parts: Parts, id: string, origin?: Origin): Promise<Reply> =>
  editArticle(parts, id, (article) => summaryOf(article, origin))

const summaryOf = (article: Article, origin?: Origin): Message =>
  renderSummary(article, summarise(article, { sentences: SENTENCES }), origin)

async function sendArticle(
  { archive }: Parts,
  id: string,
  usage: Message['html'],
  render: (article: Article) => Message,
): Promise<Reply> {
  if (id === '') return say(usage)
  const article = isArticleId(id) ? await archive.get(id) : undefined
  return article ? send(render(article)) : say(texts.noSuchArticle)
}

async function editArticle(
  { archive }: Parts,
  id: string,
  render: (article: Article) => Message,
): Promise<Reply> {
  const article = await archive.get(id)
  return article ? edit(render(article)) : toast(texts.noSuchArticle)
}
