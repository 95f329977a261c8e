import type { Command } from './command.ts'
import { createArticleCommand, createSummaryCommand, openArticle, openSummary } from './commands/article.ts'
import { createHeadlinesCommand, turnHeadlines } from './commands/headlines.ts'
import { createHelpCommand, createStartCommand } from './commands/help.ts'
import { createSearchCommand, turnList } from './commands/search.ts'
import type { Parts } from './parts.ts'
import { decodePress } from './press.ts'
import { type Reply, say, toast } from './reply.ts'
import type { Request } from './request.ts'
import { texts } from './texts.ts'

export interface Conversation {
  /** For the menu that Telegram shows. */
  readonly commands: readonly Pick<Command, 'name' | 'describe'>[]
  /** Answers what somebody did; `undefined` where there is nothing to say. Rejects when the archive is out of reach. */
  answer(request: Request): Promise<Reply | undefined>
  /** What to say where `answer` rejected. */
  apologise(request: Request): Reply
}

/** `/a_<id>`, a link that Telegram makes of a word in any message, opens an article. */
const ARTICLE_LINK = /^a_([a-z2-7]{10})$/

/** Joins the commands and the buttons to one conversation. */
export function createConversation(parts: Parts): Conversation {
  const search = createSearchCommand(parts)
  const article = createArticleCommand(parts)
  const named = [search, createHeadlinesCommand(parts), article, createSummaryCommand(parts)]
  const commands = [createStartCommand(parts), ...named, createHelpCommand(named)]
  const byName = new Map(commands.map((command) => [command.name, command]))

  const runCommand = async (name: string, text: string, request: Request): Promise<Reply> => {
    const id = ARTICLE_LINK.exec(name)?.[1]
    if (id !== undefined) return article.run(id, request)
    return byName.get(name)?.run(text, request) ?? say(texts.unknownCommand(name))
  }

  const press = async (data: string, request: Request): Promise<Reply | undefined> => {
    const pressed = decodePress(data)
    switch (pressed?.kind) {
      case 'list':
        return turnList(parts, pressed, request)
      case 'headlines':
        return turnHeadlines(parts, pressed.page)
      case 'article':
        return openArticle(parts, pressed.id, pressed.page, pressed.origin)
      case 'summary':
        return openSummary(parts, pressed.id, pressed.origin)
      case 'nothing':
        return undefined
      default:
        return toast(texts.staleButton)
    }
  }

  return {
    commands,
    answer: async (request) => {
      const { action } = request
      if (action.kind === 'command') return runCommand(action.name, action.text, request)
      return action.kind === 'press' ? press(action.data, request) : search.run(action.text.trim(), request)
    },
    apologise: ({ action }) => (action.kind === 'press' ? toast(texts.failed) : say(texts.failed)),
  }
}
