import { openList } from '../lists/open-list.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say, send } from '../turn/reply.ts'

/** `/search <words>`: the best matches, most relevant first. */
export const createSearchCommand =
  (parts: Parts): Command =>
  async (query, turn) => {
    if (query === '') return say(turn.texts.searchUsage)
    return send((await openList(parts, { kind: 'search', query, order: 'relevance' }, turn)).message)
  }
