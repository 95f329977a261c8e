import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestChat } from '../chat/index.ts'
import { SearchServerError } from '../search/index.ts'
import { StoreError } from '../store/index.ts'
import { clientOf } from './access/client-address.ts'
import { createGate } from './access/gate.ts'
import { deriveKeys } from './access/keys.ts'
import { RateLimit } from './access/rate-limit.ts'
import { openSession, type Session, sealSession } from './access/session.ts'
import { SIGNATURE, signPath } from './access/signed-link.ts'
import { readAssets } from './assets.ts'
import { type Answer, send, TYPES } from './http/answer.ts'
import { readCookies, writeCookie } from './http/cookies.ts'
import { readAddress, type Visit } from './http/visit.ts'
import { createPageRouter } from './page-router.ts'
import type { SiteParts } from './pages/site-parts.ts'
import { createViews } from './views.ts'

/** All pages of the site behind one gate: a request is let in or not, and gets a page that says what it asked for, or why not. */
export interface Site {
  /** Answers a request, whatever it asks for; never rejects. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Whether the site has pages under this path; else it would say that there is none. */
  owns(pathname: string): boolean
  /**
   * The address of a page for the readers of a chat: signed if only members may read.
   * @returns `isApp`: Telegram may open it as a Mini App, which it does in private chats and over https alone
   */
  linkTo(path: string, chat: RequestChat): { readonly url: string; readonly isApp: boolean }
}

const DAY_MS = 24 * 3600_000
/** For how long a signed link opens its page. A group's messages are forwarded: not for ever. */
const LINK_LIFE_MS = 7 * DAY_MS
/** Pages: what a quick reader leafs through, and no robot. Pictures take a hundred times as much work. */
const PAGES = { burst: 60, intervalMs: 250 }
const PICTURES = { burst: 12, intervalMs: 2_000 }
/** Of this machine itself, and of all readers together if a proxy does not tell them apart. */
const OWN_PAGES = { burst: 5_000, intervalMs: 1 }
const OWN_PICTURES = { burst: 200, intervalMs: 200 }

const OWN = /^\/(?:a|d|p|q|trend|saved|session|read)(?:\/|$)|^\/robots\.txt$/

/** Makes the reading pages of an archive. Opens nothing: a server hands requests to it. */
export function createSite(parts: SiteParts): Site {
  const { access, origin, now, log } = parts
  const keys = deriveKeys(parts.token)
  const isSecure = origin.startsWith('https://')
  const assets = readAssets()
  const views = createViews(parts, assets)
  const admit = createGate({ access, key: keys.signing, chats: parts.chats, now })
  const route = createPageRouter(parts, views, keys)
  const [pages, pictures] = [new RateLimit(PAGES), new RateLimit(PICTURES)]
  const [ownPages, ownPictures] = [new RateLimit(OWN_PAGES), new RateLimit(OWN_PICTURES)]

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const address = readAddress(request)
    const cookies = readCookies(request.headers.cookie)
    const session = openSession(keys.signing, cookies.get('reader') ?? '', now())
    const nowhere: Visit = { request, url: new URL(origin), path: [], cookies, session }
    if (address === 'tooLong') return views.problem(nowhere, 'tooLong', 414)
    if (address === undefined) return views.problem(nowhere, 'noPage', 404)
    const visit: Visit = { ...nowhere, ...address }
    const file = staticFile(visit)
    if (file) return file
    const client = clientOf(request)
    const isPicture = address.url.pathname.endsWith('.png')
    const limits = client.isOwn
      ? { page: ownPages, picture: ownPictures }
      : { page: pages, picture: pictures }
    const waitMs = limits[isPicture ? 'picture' : 'page'].ask(client.address, now())
    if (waitMs > 0) {
      const busy = await views.problem(visit, 'tooFast', 429)
      return { ...busy, headers: { ...busy.headers, 'retry-after': `${Math.ceil(waitMs / 1000)}` } }
    }
    if (address.path[0] === 'session') return route(visit)
    const path = decodeURIComponent(address.url.pathname)
    const signature = address.url.searchParams.get(SIGNATURE) ?? undefined
    const admission = await admit({ path, signature, session })
    if (admission.kind === 'out') return views.problem(visit, admission.why, 403, startOf(visit))
    const answered = await route({ ...visit, session: admission.session })
    return admission.isNew && admission.session ? remember(answered, admission.session) : answered
  }

  const remember = (answered: Answer, session: Session): Answer => {
    const maxAgeSeconds = (session.untilMs - now()) / 1000
    const cookie = writeCookie('reader', sealSession(keys.signing, session), { maxAgeSeconds, isSecure })
    const others = answered.headers?.['set-cookie'] ?? []
    return { ...answered, headers: { ...answered.headers, 'set-cookie': [others, cookie].flat() } }
  }

  const staticFile = ({ path }: Visit): Answer | undefined => {
    if (path[0] === 'robots.txt' && path.length === 1)
      return {
        status: 200,
        type: TYPES.text,
        body: `User-agent: *\n${access === 'public' ? 'Disallow: /q\n' : 'Disallow: /\n'}`,
      }
    const asset = path[0] === 'read' && path.length === 2 ? assets.get(path[1] ?? '') : undefined
    return (
      asset && { status: 200, ...asset, headers: { 'cache-control': 'public, max-age=31536000, immutable' } }
    )
  }

  return {
    answer: async (request, response) => {
      try {
        await send(request, response, await answer(request))
      } catch (err) {
        const isPassing = err instanceof StoreError && err.passing
        const isUnsearched = err instanceof SearchServerError
        // That the search server is away was logged when it went.
        const isKnown = isUnsearched && err.trouble === 'unreachable'
        log[isKnown ? 'debug' : 'error'](
          { err, path: request.url?.split('?')[0]?.slice(0, 200) },
          'a page of the site cannot be shown',
        )
        const visit = {
          request,
          url: new URL(origin),
          path: [],
          cookies: new Map<string, string>(),
          session: undefined,
        }
        const problem = isUnsearched ? 'noSearch' : isPassing ? 'later' : 'failed'
        const answered = await views.problem(visit, problem, problem === 'failed' ? 500 : 503)
        await send(request, response, answered)
      }
    },
    owns: (pathname) => OWN.test(pathname),
    linkTo: (path, { chatId, kind }) => {
      const untilMs = now() + LINK_LIFE_MS
      const query =
        access === 'public'
          ? ''
          : `?${SIGNATURE}=${signPath(keys.signing, decodeURIComponent(path), { chatId, untilMs })}`
      return {
        url: `${origin}${path}${query}`,
        isApp: kind === 'private' && (isSecure || parts.isTestServer),
      }
    },
  }
}

/** What the bot is to open for somebody who may not read here. */
const startOf = ({ path: [room, id] }: Visit): string | undefined =>
  room === 'a' && /^[a-z2-7]{10}$/.test(id ?? '') ? `a_${id}` : undefined
