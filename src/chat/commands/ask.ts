import { openList } from '../lists/open-list.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say, send } from '../turn/reply.ts'

/** `/ask <question>`: the sentences that answer, and below them the articles, as `/search` shows them. */
export const createAskCommand =
  (parts: Parts): Command =>
  async (query, turn) =>
    query === ''
      ? say(turn.texts.answers.usage)
      : send(
          (await openList(parts, { kind: 'search', query, order: 'relevance', answers: 'always' }, turn))
            .message,
        )

/** What is said to the bot as plain text is a search; if it asks something, it is answered too. */
export const createTextCommand =
  (parts: Parts): Command =>
  async (query, turn) =>
    query === ''
      ? say(turn.texts.searchUsage)
      : send(
          (await openList(parts, { kind: 'search', query, order: 'relevance', answers: 'questions' }, turn))
            .message,
        )
