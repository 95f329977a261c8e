import type { WebProblem } from '../chat/index.ts'
import { isArticleId } from '../domain/index.ts'
import { BodyTooLargeError, readBody } from '../ops/index.ts'
import { readInitData } from './access/init-data.ts'
import type { SiteKeys } from './access/keys.ts'
import { sealSession } from './access/session.ts'
import { SIGNATURE, signPath } from './access/signed-link.ts'
import { type Answer, redirect, TYPES } from './http/answer.ts'
import { writeCookie } from './http/cookies.ts'
import type { Visit } from './http/visit.ts'
import { articlePage } from './pages/article-page.ts'
import { dayPage, isDay, newestDay, printedPage, UNDATED } from './pages/day-page.ts'
import { Pictures } from './pages/pictures.ts'
import { savedPage } from './pages/saved-page.ts'
import { searchPage } from './pages/search-page.ts'
import type { SiteParts } from './pages/site-parts.ts'
import { SurroundingsFinder } from './pages/surroundings.ts'
import { trendPage } from './pages/trend-page.ts'
import type { Sheet, View } from './view/frame.ts'
import type { Views } from './views.ts'

/** A form of this site, or what Telegram says of a reader, is shorter. */
const LONGEST_BODY = 16_384
/** For how long a Mini App's reader is known, without being asked again. */
const SESSION_LIFE_MS = 24 * 3600_000

/** Finds the answer to a request that may read. */
export function createPageRouter(parts: SiteParts, views: Views, keys: SiteKeys) {
  const { now, log, bookmarks, archive } = parts
  const pictures = new Pictures(parts)
  const surroundings = new SurroundingsFinder(archive, parts.search, now)

  const show = async (
    visit: Visit,
    make: (view: View) => Promise<Sheet | undefined>,
    orElse: WebProblem,
  ): Promise<Answer> => {
    const view = await views.of(visit)
    const sheet = await make(view)
    return sheet === undefined ? views.problem(visit, orElse, 404) : views.page(visit, view, sheet)
  }

  /** Addresses of this site with what opens them for whoever was let in. */
  const signerFor = (visit: Visit) => (path: string) => {
    const isSigned = parts.access === 'members' && visit.session
    const signature = isSigned ? `?${SIGNATURE}=${signPath(keys.signing, path, visit.session)}` : ''
    return `${parts.origin}${path}${signature}`
  }

  const article = (visit: Visit, id: string): Promise<Answer> => {
    const looking = {
      userId: visit.session?.isVerified ? visit.session.chatId : undefined,
      signed: signerFor(visit),
    }
    return show(visit, (view) => articlePage(parts, surroundings, view, id, looking), 'noArticle')
  }

  const picture = async (visit: Visit, draw: () => Promise<Uint8Array | undefined>): Promise<Answer> => {
    try {
      const body = await draw()
      if (body === undefined) return views.problem(visit, 'noPicture', 404)
      const cached = parts.access === 'public' ? 'public, max-age=3600' : 'private, max-age=3600'
      return { status: 200, type: TYPES.png, body, headers: { 'cache-control': cached } }
    } catch (err) {
      log.error({ err, path: visit.url.pathname }, 'a picture of the site cannot be drawn')
      return views.problem(visit, 'noPicture', 503)
    }
  }

  const bookmark = async (visit: Visit, id: string): Promise<Answer> => {
    if (!isFromHere(visit) || !visit.session?.isVerified) return views.problem(visit, 'membersOnly', 403)
    const body = await bodyOf(visit)
    if (body === undefined) return views.problem(visit, 'tooLong', 413)
    if ((await archive.get(id)) === undefined) return views.problem(visit, 'noArticle', 404)
    const isKept = new URLSearchParams(body).get('saved') !== 'no'
    await (isKept ? bookmarks.add(visit.session.chatId, id) : bookmarks.remove(visit.session.chatId, id))
    return redirect(`/a/${id}`)
  }

  /** A Mini App says who reads, by Telegram's word. */
  const enter = async (visit: Visit): Promise<Answer> => {
    const body = isFromHere(visit) ? await bodyOf(visit) : ''
    if (body === undefined) return views.problem(visit, 'tooLong', 413)
    const reader = readInitData(keys.miniApp, body, now())
    if (typeof reader === 'string') return views.problem(visit, reader, 403)
    const chat = await parts.chats.get(reader.userId)
    if (chat === undefined) return views.problem(visit, 'membersOnly', 403)
    const session = { chatId: reader.userId, isVerified: true, untilMs: now() + SESSION_LIFE_MS }
    const cookie = writeCookie('reader', sealSession(keys.signing, session), {
      maxAgeSeconds: SESSION_LIFE_MS / 1000,
      isSecure: parts.origin.startsWith('https://'),
      isFramed: true,
    })
    return {
      status: 204,
      type: TYPES.text,
      body: '',
      headers: { 'set-cookie': [cookie], 'cache-control': 'no-store' },
    }
  }

  /** Whether a form was sent by a page of this site: another site could make a browser send it too. */
  const isFromHere = ({ request: { headers } }: Visit) =>
    headers.origin === parts.origin || headers['sec-fetch-site'] === 'same-origin'

  const get = async (visit: Visit): Promise<Answer> => {
    const [room = '', first = '', second = '', third = ''] = visit.path
    const asked = visit.url.searchParams
    const number = Math.max(1, Math.min(10_000, Math.trunc(Number(asked.get('page')) || 1)))
    const length = visit.path.filter((it, at) => it !== '' || at === 0).length
    const view = views.of
    if (room === 'a' && length === 2 && isArticleId(first)) return article(visit, first)
    if (room === 'a' && length === 3 && isArticleId(first) && second === 'card.png') {
      const { texts, preferences } = await view(visit)
      return picture(visit, () => pictures.card(first, texts, preferences.theme === 'dark'))
    }
    if (room === 'a' && length === 3 && isArticleId(first) && second === 'page.png')
      return picture(visit, () => pictures.page(first))
    if (room === 'a') return views.problem(visit, 'noArticle', 404)
    if ((room === 'd' || room === '') && length === 1) {
      const newest = await newestDay(parts)
      return newest === undefined ? views.problem(visit, 'noDay', 404) : redirect(newest)
    }
    if (room === 'd' && length === 3 && isDay(first) && second === 'front.png') {
      const { texts, preferences } = await view(visit)
      return picture(visit, () => pictures.front(first, texts, preferences.theme === 'dark'))
    }
    if (room === 'd')
      return show(
        visit,
        async (it) =>
          length === 2 && (isDay(first) || first === UNDATED)
            ? dayPage(parts, it, first, number, signerFor(visit))
            : undefined,
        'noDay',
      )
    if (room === 'p' && length === 4 && isDay(second))
      return show(
        visit,
        (it) => printedPage(parts, it, { paper: first, day: second, page: third }, number),
        'noPage',
      )
    if (room === 'q' && length === 1)
      return show(visit, (it) => searchPage(parts, it, (asked.get('q') ?? '').trim(), number), 'noPage')
    if (room === 'trend' && length === 1)
      return show(visit, (it) => trendPage(parts, it, (asked.get('q') ?? '').trim()), 'noPage')
    const { session } = visit
    if (room === 'saved' && length === 1)
      return session?.isVerified
        ? show(visit, (it) => savedPage(parts, it, session.chatId), 'noPage')
        : views.problem(visit, 'membersOnly', 403)
    return views.problem(visit, 'noPage', 404)
  }

  return async (visit: Visit): Promise<Answer> => {
    const { method = 'GET' } = visit.request
    const [room, id = '', what] = visit.path
    const isForm =
      (room === 'session' && visit.path.length === 1) ||
      (room === 'a' && what === 'bookmark' && isArticleId(id))
    if (method === 'POST' && isForm) return room === 'session' ? enter(visit) : bookmark(visit, id)
    if (!isForm && (method === 'GET' || method === 'HEAD')) return get(visit)
    const refused = await views.problem(visit, 'wrongMethod', 405)
    return { ...refused, headers: { ...refused.headers, allow: isForm ? 'POST' : 'GET, HEAD' } }
  }
}

/** @returns undefined if it is too long */
async function bodyOf({ request }: Visit): Promise<string | undefined> {
  try {
    return await readBody(request, LONGEST_BODY)
  } catch (error) {
    if (error instanceof BodyTooLargeError) return undefined
    if (error instanceof TypeError) return '' // no UTF-8: it says nothing that we know
    throw error
  }
}
