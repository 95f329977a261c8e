import type { ListSpec, SavedList } from '../../store/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import { html } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { edit, type Reply, toast } from '../turn/reply.ts'
import type { Request } from '../turn/request.ts'
import type { Turn } from '../turn/turn.ts'
import { renderFilters } from '../views/filters-view.ts'
import { HEADLINES_PER_PAGE } from '../views/headlines-view.ts'
import { HITS_PER_PAGE } from '../views/hits-view.ts'
import { renderJump } from '../views/jump-view.ts'
import { renderDay } from '../views/source-line.ts'
import { makeListPage, searchOptions } from './list-page.ts'
import type { ListPage } from './page.ts'

/** For how long the pages of a list can be turned; then it offers to be asked for again. */
const LIST_LIFE_MS = 30 * 24 * 3600 * 1000

/** Hits that are looked at for what a list can be narrowed to. */
const LOOKED_AT = 300

/** Remembers a list and makes its first page. */
export const openList = (parts: Parts, spec: ListSpec, { request, texts }: Turn): Promise<ListPage> =>
  keepList(parts, { spec, chatId: request.chat.chatId, ownerId: request.user.id }, texts)

async function keepList(
  parts: Parts,
  { spec, chatId, ownerId }: Omit<SavedList, 'savedMs'>,
  texts: Texts,
): Promise<ListPage> {
  const list = await parts.lists.save({ spec, chatId, ...(ownerId !== undefined && { ownerId }) })
  return makeListPage(parts, spec, { list, page: 0, ownerId }, texts)
}

/** Turns to a page of a list, in the message whose button was pressed. */
export const turnList = (parts: Parts, { list, page }: Origin, turn: Turn): Promise<Reply> =>
  withList(parts, list, turn, async ({ spec, ownerId }) => {
    const { total, message } = await makeListPage(parts, spec, { list, page, ownerId }, turn.texts)
    return total > 0 || spec.kind === 'search' ? edit(message) : toast(turn.texts.listGone)
  })

/** Shows the pages of a list, to jump to one. */
export const showPages = (parts: Parts, { list, page }: Origin, turn: Turn): Promise<Reply> =>
  withList(parts, list, turn, async ({ spec, ownerId }) => {
    const { total } = await makeListPage(parts, spec, { list, page, ownerId }, turn.texts)
    const perPage = spec.kind === 'search' ? HITS_PER_PAGE : HEADLINES_PER_PAGE
    return edit(renderJump(Math.ceil(total / perPage), { list, page }, turn.texts))
  })

/** Puts a list of hits into another order. The list as it was stays as it was. */
export const orderList = (
  parts: Parts,
  { list, order }: CallbackActions['order'],
  turn: Turn,
): Promise<Reply> =>
  withList(parts, list, turn, ({ spec }) =>
    respecify(parts, spec.kind === 'search' ? { ...spec, order } : spec, turn),
  )

/** Narrows a list of hits to a section or a month, or widens it again. */
export const filterList = (
  parts: Parts,
  { list, section, month }: CallbackActions['filter'],
  turn: Turn,
): Promise<Reply> =>
  withList(parts, list, turn, ({ spec }) => {
    if (spec.kind !== 'search') return respecify(parts, spec, turn)
    const { section: _section, month: _month, ...wide } = spec
    const narrowed = {
      ...(section !== undefined && { section }),
      ...(month !== undefined && { month }),
    }
    return respecify(parts, { ...wide, ...narrowed }, turn)
  })

/** Shows what a list of hits can be narrowed to. */
export const showFilters = (parts: Parts, list: string, turn: Turn): Promise<Reply> =>
  withList(parts, list, turn, async ({ spec }) => {
    if (spec.kind !== 'search') return toast(turn.texts.nothingToFilter)
    const { section, month, ...wide } = spec
    const options = { ...searchOptions(wide, parts.today()), excerptCount: 0, limit: LOOKED_AT }
    const { hits } = await parts.search.search(spec.query, options)
    const isFiltered = section !== undefined || month !== undefined
    return edit(
      renderFilters(
        hits.map(({ article }) => article),
        list,
        isFiltered,
        turn.texts,
      ),
    )
  })

/** Asks again for a list that has expired. */
export async function askAgain(parts: Parts, list: string, turn: Turn): Promise<Reply> {
  const saved = await ownList(parts, list, turn.request)
  if (saved === 'gone') return toast(turn.texts.listGone)
  if (saved === 'not yours') return toast(turn.texts.notYourList)
  // What nobody asked for stays everybody's.
  return edit((await keepList(parts, saved, turn.texts)).message)
}

async function respecify(parts: Parts, spec: ListSpec, turn: Turn): Promise<Reply> {
  return edit((await openList(parts, spec, turn)).message)
}

/** Goes on with a list if whoever presses may turn it, and says why if they may not. */
export async function withList(
  parts: Parts,
  list: string,
  turn: Turn,
  go: (saved: SavedList) => Promise<Reply>,
): Promise<Reply> {
  const { texts, request } = turn
  const saved = await ownList(parts, list, request)
  if (saved === 'gone') return toast(texts.listGone)
  if (saved === 'not yours') return toast(texts.notYourList)
  if (parts.now() - saved.savedMs < LIST_LIFE_MS) return go(saved)
  const day = renderDay(new Date(saved.savedMs).toISOString().slice(0, 10), texts)
  return edit({
    html: html`${texts.listExpired(day)}`,
    buttons: [[button(texts.searchAgain, { kind: 'again', list })]],
  })
}

async function ownList(
  parts: Parts,
  list: string,
  { chat, user }: Request,
): Promise<SavedList | 'gone' | 'not yours'> {
  const saved = await parts.lists.get(list)
  // A list of another chat is none that this chat's buttons could name: somebody made that up.
  if (saved?.chatId !== chat.chatId) return 'gone'
  return saved.ownerId === undefined || saved.ownerId === user.id ? saved : 'not yours'
}
