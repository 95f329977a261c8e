import type { ListSpec } from '../../store/index.ts'
import { openList } from '../lists/open-list.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say, send } from '../turn/reply.ts'
import { renderHelp, renderWelcome } from '../views/help-view.ts'
import type { Examples } from './examples.ts'

/** `/start`: what this is and three things to try; with what stands in a link, what the link names. */
export function createStartCommand(parts: Parts, examplesOf: Examples, openArticle: Command): Command {
  return async (payload, turn) => {
    const { texts, request } = turn
    const article = /^a_([a-z2-7]{10})$/.exec(payload)?.[1]
    if (article !== undefined) return openArticle(article, turn)
    const day = /^d_(\d{4}-\d{2}-\d{2})$/.exec(payload)?.[1]
    if (day !== undefined) {
      const { total, message } = await openList(parts, { kind: 'headlines', from: day, to: day }, turn)
      return total > 0 ? send(message) : say(texts.badLink)
    }
    const list = /^q_([a-z2-7]{8})$/.exec(payload)?.[1]
    if (list !== undefined) {
      const saved = await parts.lists.get(list)
      // Digests are shared on purpose; what else was asked for stays in its chat.
      const isOpen = saved?.spec.kind === 'digest' || saved?.chatId === request.chat.chatId
      if (!saved || !isOpen || saved.spec.kind === 'saved') return say(texts.badLink)
      return send((await openList(parts, withoutRemarks(saved.spec), turn)).message)
    }
    if (request.chat.kind === 'group') return say(texts.welcomeGroup)
    if (payload !== '') return say(texts.badLink)
    const { pages, articles } = await parts.archive.size()
    if (articles === 0) return say(texts.emptyArchive)
    return send(renderWelcome({ pages, articles, examples: await examplesOf() }, texts))
  }
}

/** Whoever follows a link to a digest was not sent it, neither late nor twice. */
function withoutRemarks(spec: ListSpec): ListSpec {
  if (spec.kind !== 'digest') return spec
  const { late: _late, again: _again, ...digest } = spec
  return digest
}

/** `/help`: everything on one card. */
export const createHelpCommand =
  (examplesOf: Examples): Command =>
  async (_text, { texts }) =>
    send(renderHelp(await examplesOf(), texts))
