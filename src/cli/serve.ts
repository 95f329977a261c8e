import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type App,
  buildApp,
  createMonitor,
  type OpenedSite,
  openBot,
  openPainter,
  openSite,
} from '../app/index.ts'
import type { Config } from '../config/index.ts'
import type { IntakeProgress } from '../intake/index.ts'
import { createShutdown, type Logger, onEndRequest, type Shutdown, systemClock } from '../ops/index.ts'
import {
  type ArchiveSize,
  type Leadership,
  LeadershipLostError,
  lockDataFolder,
  type Store,
} from '../store/index.ts'
import type { CliCommand, Output } from './command.ts'
import { createIntakeBars } from './progress.ts'
import { tellUnread } from './unread.ts'

/** `paperboy serve`, which is what `npm start` does: the bot, until it is told to stop. */
export const serveCommand: CliCommand = {
  usage: '',
  run: async ({ config, log, output }) => {
    const shutdown = createShutdown(log)
    onEndRequest(() => shutdown.run(), log)
    try {
      await serve(config, log, shutdown, output)
      return 0
    } catch (err) {
      // Told to stop while it starts: what it was about to do meets what is closed already.
      if (!shutdown.isRunning) throw err
      log.debug({ err }, 'the start was interrupted')
      return 0
    } finally {
      await shutdown.run()
    }
  },
}

/** How long replies may still be sent when the bot is told to stop: with the bot's own end less than ten seconds. */
const SEND_WITHIN_MS = 4_000

async function serve(config: Config, log: Logger, shutdown: Shutdown, output: Output): Promise<void> {
  const began = performance.now()
  // Over PostgreSQL it is the database that lets one bot at a time lead.
  if (config.DATABASE_URL === undefined) {
    const lock = lockDataFolder(config.DATA_DIR, systemClock.now())
    shutdown.add('instance lock', () => lock.release())
  }
  const app = await buildApp(config, systemClock, log)
  shutdown.add('app', () => app.close())
  const replica = await app.store.joinReplicas?.(app.rules)
  if (replica) shutdown.add('replica', () => replica.leave())
  const isReplica =
    replica !== undefined && config.BOT_TOKEN !== undefined && config.WEBHOOK_URL !== undefined
  if (isReplica) void app.follow()
  const leading = standBy(app.store, log, shutdown)
  // By polling only one may ask for updates; behind a webhook all answer.
  if (!isReplica) await leading
  if (shutdown.isRunning) return
  // With an archive from last time readers are answered at once, and what is new comes in meanwhile.
  const { articles } = await app.archive.size()
  if (articles === 0 && !isReplica) await takeInFirst(app, output, log)
  if (shutdown.isRunning) return
  const painter = await openPainter(config.CORPUS_DIR)
  let site: OpenedSite | undefined
  const server = await findServer(config, log, shutdown, app.store, async (request, response) => {
    if (!site?.isOfPlayground || !site.owns(request.url ?? '/')) return false
    await site.answer(request, response)
    return true
  })
  site = await openSite(app, server, painter, systemClock, log)
  if (site) shutdown.add('reading pages', () => site?.close())
  const monitor = config.OPS_PORT === undefined ? undefined : await createMonitor(systemClock)
  const { bot, delivery, outbound, matchAlerts, notifyMissingFiles, pickExamples } = await openBot(
    app,
    server,
    systemClock,
    log,
    { watch: monitor?.watch, pages: site, painter, replica: isReplica ? replica : undefined },
  )
  const ops = monitor && (await monitor.serve(app, delivery, config.OPS_PORT ?? 0, log))
  if (ops) shutdown.add('monitoring', () => ops.close())
  const lead = async () => {
    await leading
    if (!shutdown.isRunning) await app.watch(matchAlerts, notifyMissingFiles)
    return !shutdown.isRunning
  }
  const indexed = lead().catch(() => false) // `lose` tells of it
  // Closed from below: nothing unasked, no more updates, then what is under way is decided, and written down.
  shutdown.add('what is under way', () => outbound.idle())
  shutdown.add('pictures', () => painter.close())
  shutdown.add('answered updates', () => bot.idle())
  shutdown.add('delivery', () => delivery.close(SEND_WITHIN_MS))
  shutdown.add('bot', () => bot.stop())
  shutdown.add('outbound', () => outbound.stop())
  const loaded = await app.archive.size()
  const examples = await pickExamples(3)
  const running = bot.run((username) => {
    // A digest of topics wants the whole archive.
    void indexed.then((isLeading) => isLeading && outbound.start())
    site?.meet(username)
    const address = server.page ?? `https://t.me/${username}`
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    output.out(
      greeting({
        address,
        toRead: site && !site.isOfPlayground ? site.origin : undefined,
        monitoring: ops && `http://${hostInUrl(config.OPS_HOST)}:${ops.port}/health/ready`,
        folder: config.CORPUS_DIR,
        took: `${seconds} s`,
        ...loaded,
        unreadable: app.unreadable(),
        unread: tellUnread(app.unread()),
        examples,
      }),
    )
  })
  const lose = async () => {
    await (await leading).lost
    throw new LeadershipLostError()
  }
  await Promise.race([running, lose()])
}

/**
 * Waits until this process leads, where several bots may be open on one database; its index is ready by then.
 * @returns `lost` settles when another one has taken over
 */
async function standBy(
  { lead }: App['store'],
  log: Logger,
  shutdown: Shutdown,
): Promise<{ readonly lost: Promise<void> }> {
  const stopping = new AbortController()
  let leadership: Leadership | undefined
  shutdown.add('leadership', () => leadership?.release())
  shutdown.add('standing by', async () => stopping.abort())
  if (!lead) return { lost: new Promise(() => {}) }
  log.info({}, 'waiting to lead the bots over this database')
  leadership = await lead(stopping.signal)
  if (!leadership) return { lost: new Promise(() => {}) }
  log.info({}, 'leading the bots over this database')
  return leadership
}

/** Small folders are taken in before anybody would look at a bar. */
const QUIET_MS = 2_000

/** Takes in a folder for the first time: with a bar on a terminal, else with a line of the log now and then. */
async function takeInFirst(app: App, output: Output, log: Logger): Promise<void> {
  const now = () => performance.now()
  const began = now()
  const told =
    output.columns === undefined
      ? { err: (line: string) => log.info({ folder: app.config.CORPUS_DIR }, line.trim()) }
      : output
  const { onFiles, onArticles, end } = createIntakeBars(told, now)
  const later = (tell: (progress: IntakeProgress) => void) => (progress: IntakeProgress) => {
    if (now() - began > QUIET_MS) tell(progress)
  }
  await app.takeIn({ onFiles: later(onFiles), onArticles: later(onArticles) })
  end()
}

/** What says whom the bot writes to unasked. */
type AwaitedStores = Pick<Store, 'subscriptions' | 'alerts'>

/** Where the bot talks: Telegram with a token, the playground without. */
async function findServer(
  config: Config,
  log: Logger,
  shutdown: Shutdown,
  stores: AwaitedStores,
  site: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>,
) {
  const { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, PROXY_URL: proxyUrl, PLAYGROUND_PORT: port } = config
  if (token !== undefined) return { token, apiRoot, proxyUrl, webhook: webhookOf(config) }
  const { openPlayground } = await import('../playground/index.ts')
  const acquaintances = await awaitingPeople(stores)
  const playground = await openPlayground({ port, clock: systemClock, log, site, acquaintances })
  shutdown.add('playground', () => playground.close())
  return { token: playground.token, apiRoot: playground.apiRoot, page: playground.url }
}

/** The most of them that the playground is told of: it is for one person at one machine. */
const MOST_PEOPLE = 1_000

/** Private chats that are sent digests or alerts; their ids are those of their people. */
async function awaitingPeople({ subscriptions, alerts }: AwaitedStores): Promise<readonly number[]> {
  const { subscriptions: found } = await subscriptions.slice({ chatId: 0 }, MOST_PEOPLE)
  const all = [...found, ...(await alerts.behind(Number.MAX_SAFE_INTEGER))]
  return [...new Set(all.map(({ chatId }) => chatId))].filter((chatId) => chatId > 0).slice(0, MOST_PEOPLE)
}

function webhookOf({
  WEBHOOK_URL: url,
  WEBHOOK_HOST: host,
  WEBHOOK_PORT: port,
  WEBHOOK_SECRET: secret,
}: Config) {
  return url === undefined || secret === undefined ? undefined : { url, host, port, secret }
}

/** An IPv6 address stands in brackets in a URL. */
const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

interface Greeting extends Pick<ArchiveSize, 'pages' | 'articles'> {
  readonly address: string
  /** Where the reading pages are, if not at `address`. */
  readonly toRead: string | undefined
  readonly monitoring: string | undefined
  readonly folder: string
  readonly took: string
  readonly unreadable: number
  /** What was not read, a reason a line. */
  readonly unread: readonly string[]
  readonly examples: readonly string[]
}

function greeting({
  address,
  toRead,
  monitoring,
  folder,
  took,
  pages,
  articles,
  unreadable,
  unread,
  examples,
}: Greeting): string {
  const skipped = unreadable > 0 ? `; ${unreadable} unreadable files, see the log` : ''
  return [
    'Paperboy · 报童',
    `  talk to it   ${address}`,
    ...(toRead === undefined ? [] : [`  to read      ${toRead}`]),
    ...(monitoring === undefined ? [] : [`  monitoring   ${monitoring}`]),
    `  loaded       ${pages} pages, ${articles} articles from ${folder} in ${took}${skipped}`,
    ...unread.map((it) => `  not read     ${it}`),
    ...(articles === 0 ? ['  no articles: put page texts (*.txt) into that folder, or set CORPUS_DIR'] : []),
    ...(examples.length > 0 ? [`  try          ${examples.join('   ')}`] : []),
    '',
  ].join('\n')
}
