import type { Command } from '../command.ts'
import type { Parts } from '../parts.ts'
import type { Origin } from '../press.ts'
import { edit, type Reply, say, send, toast } from '../reply.ts'
import type { Request } from '../request.ts'
import { texts } from '../texts.ts'
import { EXCERPT_LENGTH, HITS_PER_PAGE, renderList, renderNothingFound } from '../views/list-view.ts'

/** `/search <words>`: the best matches, most relevant first. In a private chat, plain text is the same. */
export function createSearchCommand(parts: Parts): Command {
  return {
    name: 'search',
    describe: texts.searchDescription,
    run: async (query, { chatId, userId }) => {
      if (query === '') return say(texts.searchUsage)
      const result = await findPage(parts, query, 0)
      if (result.total === 0) return send(renderNothingFound(query, result))
      const list = await parts.lists.save({ query, chatId, ownerId: userId })
      return send(renderList(query, result, { list, page: 0 }))
    },
  }
}

/** Turns to a page of a list: the search is asked again, so that the list is as the archive is now. */
export async function turnList(
  parts: Parts,
  { list, page }: Origin,
  { chatId, userId }: Request,
): Promise<Reply> {
  const saved = await parts.lists.get(list)
  if (saved?.chatId !== chatId) return toast(texts.listExpired)
  if (saved.ownerId !== userId) return toast(texts.notYourList)
  const result = await findPage(parts, saved.query, page)
  if (result.hits.length === 0) return toast(texts.listExpired)
  return edit(renderList(saved.query, result, { list, page }))
}

const findPage = (parts: Parts, query: string, page: number) =>
  parts.search.search(query, {
    offset: page * HITS_PER_PAGE,
    limit: HITS_PER_PAGE,
    excerptLength: EXCERPT_LENGTH,
    excerptCount: 1,
    today: parts.today(),
  })
