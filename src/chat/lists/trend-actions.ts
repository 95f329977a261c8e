import { renderQuery } from '../../search/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Parts } from '../turn/parts.ts'
import { edit, type Reply, send, show, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { openList, withList } from './open-list.ts'
import { countAgain } from './trend-page.ts'

/** Shows the trend of what a list of hits was searched for, below it. */
export const showTrendOf = (parts: Parts, { list }: CallbackActions['trend'], turn: Turn): Promise<Reply> =>
  withList(parts, list, turn, async ({ spec }) =>
    'query' in spec
      ? show(await openList(parts, { kind: 'trend', query: spec.query }, turn))
      : toast(turn.texts.listGone),
  )

/** Shows how what a list is of went, below it. */
export const showTimelineOf = (
  parts: Parts,
  { list }: CallbackActions['timeline'],
  turn: Turn,
): Promise<Reply> =>
  withList(parts, list, turn, async ({ spec }) =>
    'query' in spec
      ? send((await openList(parts, { kind: 'timeline', query: spec.query }, turn)).message)
      : toast(turn.texts.listGone),
  )

/** Counts a trend by periods of another length, or draws it in other colours, in its message. */
export const showTrendBy = (
  parts: Parts,
  action: CallbackActions['trendBy' | 'trendColours'],
  turn: Turn,
): Promise<Reply> =>
  withList(parts, action.list, turn, async ({ spec }) => {
    if (spec.kind !== 'trend') return toast(turn.texts.listGone)
    const change = action.kind === 'trendBy' ? { by: action.by } : { isDark: action.isDark }
    const { message, picture } = await openList(parts, { ...spec, ...change }, turn)
    return picture ? { kind: 'picture', picture, replaces: true } : edit(message)
  })

/** Shows what a line of a trend counted in a period: a search of just that, below the trend. */
export const openPeriod = (
  parts: Parts,
  { list, line, from, to }: CallbackActions['trendPeriod'],
  turn: Turn,
): Promise<Reply> =>
  withList(parts, list, turn, async ({ spec }) => {
    const asked = spec.kind === 'trend' ? (await countAgain(parts, spec)).lines[line]?.asked : undefined
    if (asked === undefined) return toast(turn.texts.listGone)
    const { filter } = asked
    // The first and last period may go beyond the days that were asked about.
    const days = {
      from: filter.from !== undefined && filter.from > from ? filter.from : from,
      to: filter.to !== undefined && filter.to < to ? filter.to : to,
    }
    const query = renderQuery({ ...asked, filter: { ...filter, ...days } })
    return send((await openList(parts, { kind: 'search', query, order: 'relevance' }, turn)).message)
  })
