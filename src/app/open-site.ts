import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Parts } from '../chat/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { WebAccess } from '../web/index.ts'
import type { App } from './build-app.ts'
import type { Painter } from './open-painter.ts'

/** The reading pages, served. */
export interface OpenedSite extends NonNullable<Parts['pages']> {
  /** They have no server of their own: the playground hands requests to them. */
  readonly isOfPlayground: boolean
  readonly origin: string
  /** Whether an address, as a request names it, is one of theirs. */
  owns(url: string): boolean
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The bot's name is known. */
  meet(username: string): void
  close(): Promise<void>
}

/**
 * Opens the reading pages: on a server of their own if `PUBLIC_URL` says where readers find it, else in the playground.
 * @returns undefined if there are none
 * @throws {WebPortError}
 */
export async function openSite(
  { config, store, archive, search, today }: App,
  { token, page }: { readonly token: string; readonly page?: string },
  painter: Painter,
  clock: Clock,
  log: Logger,
): Promise<OpenedSite | undefined> {
  const { PUBLIC_URL, WEB_ACCESS, WEB_HOST: host, WEB_PORT: port } = config
  const origin = PUBLIC_URL ?? page
  const access = WEB_ACCESS ?? defaultAccess(PUBLIC_URL)
  if (origin === undefined || access === 'off') return undefined
  // Most bots serve no pages: their start need not wait for what draws them.
  const { createSite, openSiteServer } = await import('../web/index.ts')
  let bot: string | undefined
  const site = createSite({
    archive,
    search,
    chats: store.chats,
    bookmarks: store.bookmarks,
    drawCard: (card) => painter.draw(card),
    facsimileOf: (article) => painter.facsimileOf(article),
    drawPage: (article) => painter.drawPage(article),
    origin,
    access,
    isTestServer: page !== undefined,
    token,
    bot: () => bot,
    now: () => clock.now(),
    today,
    log,
  })
  const server = PUBLIC_URL === undefined ? undefined : await openSiteServer(site, { host, port, log })
  return {
    isOfPlayground: server === undefined,
    origin,
    owns: (url) => site.owns(url.split('?')[0] ?? ''),
    answer: (request, response) => site.answer(request, response),
    linkTo: (path, chat) => site.linkTo(path, chat),
    meet: (username) => {
      bot = username
    },
    close: async () => server?.close(),
  }
}

/** The playground is reached from this machine alone, where whoever reads can read the files too. */
const defaultAccess = (publicUrl: string | undefined): WebAccess =>
  publicUrl === undefined ? 'public' : 'members'
