import { openList } from '../lists/open-list.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say, send, show } from '../turn/reply.ts'

/** `/trend <words>[, <words>…] [days]`: how often the papers speak of something. */
export const createTrendCommand =
  (parts: Parts): Command =>
  async (query, turn) =>
    query === '' ? say(turn.texts.trends.usage) : show(await openList(parts, { kind: 'trend', query }, turn))

/** `/timeline <words>`: how something went, from its first mention to the latest. */
export const createTimelineCommand =
  (parts: Parts): Command =>
  async (query, turn) =>
    query === ''
      ? say(turn.texts.trends.timelineUsage)
      : send((await openList(parts, { kind: 'timeline', query }, turn)).message)
