import type { Command } from '../command.ts'
import { html } from '../html.ts'
import { clampPage } from '../keyboard.ts'
import type { Parts } from '../parts.ts'
import { edit, type Message, type Reply, send } from '../reply.ts'
import { texts } from '../texts.ts'
import { HEADLINES_PER_PAGE, renderHeadlines } from '../views/headlines-view.ts'

/** `/headlines`: what the papers say, newest issue first. */
export function createHeadlinesCommand(parts: Parts): Command {
  return {
    name: 'headlines',
    describe: texts.headlinesDescription,
    run: async () => send(await headlinesPage(parts, 0)),
  }
}

export const turnHeadlines = async (parts: Parts, page: number): Promise<Reply> =>
  edit(await headlinesPage(parts, page))

async function headlinesPage({ archive }: Parts, asked: number): Promise<Message> {
  const limit = HEADLINES_PER_PAGE
  const { total } = await archive.browse({ offset: 0, limit: 0 })
  if (total === 0) return { html: html`${texts.noHeadlines}`, buttons: [] }
  const page = clampPage(asked, Math.ceil(total / limit))
  const { articles } = await archive.browse({ offset: page * limit, limit })
  return renderHeadlines(articles, page, total)
}
