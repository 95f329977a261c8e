import { existsSync } from 'node:fs'
import {
  type Conversation,
  createConversation,
  createNewsWriter,
  html,
  type Parts,
  pickExamples,
  textsOf,
} from '../chat/index.ts'
import { WakeSignal } from '../concurrency/index.ts'
import { readLines } from '../corpus/index.ts'
import { type Api, type Delivery, openDelivery } from '../delivery/index.ts'
import type { MissingFiles } from '../intake/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import {
  matchAlerts,
  notifyMissingFiles,
  notifyOfChannels,
  notifyOfOutages,
  notifyOfSearchServer,
  notifyOfWaits,
  type Outbound,
  openOutbound,
} from '../outbound/index.ts'
import type { Outbox, Replica } from '../store/index.ts'
import {
  type ApiOptions,
  type Bot,
  createApi,
  createApiClient,
  createBot,
  createChannelGate,
  type OutageEvents,
  PictureSender,
  type WebhookSettings,
} from '../telegram/index.ts'
import { createAlarmProbes, freeBytesOf } from './alarm-probes.ts'
import type { App } from './build-app.ts'
import { keepChats } from './keep-chats.ts'
import { keepWaits } from './keep-waits.ts'
import { noteAnswers } from './note-answers.ts'
import { openPainter, type Painter } from './open-painter.ts'

/** The bot, and what stands behind it. */
export interface OpenedBot {
  readonly bot: Bot
  readonly delivery: Delivery
  /** Sends what chats are sent unasked; nothing before it is started. */
  readonly outbound: Outbound
  /** Adds what the new articles in the index mean for alerts to the outbox. */
  readonly matchAlerts: (signal: AbortSignal) => Promise<void>
  /** Tells the operators that files are missing in the corpus folder. */
  readonly notifyMissingFiles: (missing: MissingFiles) => Promise<void>
  /** Queries that find something in the archive. @param count at most so many */
  readonly pickExamples: (count: number) => Promise<readonly string[]>
}

/** Puts what counts and measures between the parts of the bot. */
export interface Watch {
  conversation(conversation: Conversation): Conversation
  api(api: Api): Api
  outbox(outbox: Outbox): Outbox
  outages(events: OutageEvents): OutageEvents
  /** Told of each update that comes. */
  update(kind: string): void
}

const UNWATCHED: Watch = {
  conversation: (it) => it,
  api: (it) => it,
  outbox: (it) => it,
  outages: (it) => it,
  update: () => {},
}

/**
 * Makes a conversation of the archive, and joins it to Telegram or to another server of the Bot API. Nothing is called
 * before the bot runs.
 */
export async function openBot(
  {
    config,
    store,
    archive,
    search,
    server: searchServer,
    indexing,
    indexTrouble,
    today,
    unreadable,
    missing,
  }: App,
  { webhook, ...server }: ApiOptions & { readonly webhook?: WebhookSettings | undefined },
  clock: Clock,
  log: Logger,
  {
    watch = UNWATCHED,
    pages,
    painter = openPainter(config.CORPUS_DIR),
    replica,
  }: {
    readonly watch?: Watch | undefined
    readonly pages?: Parts['pages']
    readonly painter?: Painter
    /** There if other bots answer behind the same webhook. */
    readonly replica?: Replica | undefined
  } = {},
): Promise<OpenedBot> {
  const { alerts, lists, bookmarks, chats, subscriptions, shownArticles, personalData, deletions } = store
  const outbox = watch.outbox(store.outbox)
  const { TIME_ZONE: timeZone, DIGEST_TIME: time } = config
  const now = () => clock.now()
  const wake = new WakeSignal(clock)
  const operators = { outbox, adminIds: config.ADMIN_IDS, timeZone, now, onNotice: () => wake.notify() }
  const telegram = await createApiClient(server)
  const delivery = await openDelivery({
    api: watch.api(createApi(telegram)),
    events: notifyOfChannels(keepChats(chats), { ...store, outbox, now, onNotice: () => wake.notify() }),
    waits: notifyOfWaits(keepWaits(store.pauses), operators),
    shared: replica?.limits,
    clock,
    chance: Math.random,
    log,
  })
  const pictures = new PictureSender({ delivery, painter, files: store.pictureFiles, clock, log })
  const channels = { store: store.channels, gate: createChannelGate(delivery) }
  const parts: Parts = {
    archive,
    search,
    alerts,
    lists,
    bookmarks,
    chats,
    subscriptions,
    shownArticles,
    personalData,
    channels,
    doubts: store.doubts,
    forgetAfterDays: config.FORGET_AFTER_DAYS,
    schedule: { time, timeZone },
    readLines: async ({ source }) =>
      replica && !existsSync(config.CORPUS_DIR) ? 'elsewhere' : readLines(config.CORPUS_DIR, source),
    facsimileOf: (article) => painter.facsimileOf(article),
    ...(replica && { askPace: (user, rule) => replica.limits.ask(user, rule) }),
    indexing,
    ...(pages && { pages }),
    status: {
      operatorIds: config.ADMIN_IDS,
      read: async () => ({
        ...(await archive.size()),
        indexed: search.size,
        unreadable: unreadable(),
        missing: missing()?.count ?? 0,
        outbox: await outbox.queues(),
        residentBytes: process.memoryUsage.rss(),
        upMs: process.uptime() * 1000,
      }),
    },
    now,
    monotonicNow: () => clock.monotonicNow(),
    today,
  }
  searchServer?.watch(notifyOfSearchServer(operators, log))
  return {
    bot: createBot({
      telegram,
      webhook,
      conversation: watch.conversation(createConversation(parts)),
      delivery,
      seen: store.updates,
      pictures,
      queue: replica?.updates,
      onUpdate: (kind) => watch.update(kind),
      database: replica?.database,
      onAnswered: noteAnswers(store, clock, log),
      outage: watch.outages(notifyOfOutages(operators, log)),
      chance: Math.random,
      clock,
      log,
    }),
    delivery,
    outbound: openOutbound({
      archive,
      search,
      alerts,
      schedule: parts.schedule,
      lists,
      chats,
      subscriptions,
      shownArticles,
      personalData,
      deletions,
      channels,
      forgetAfterDays: config.FORGET_AFTER_DAYS,
      outbox,
      delivery,
      write: createNewsWriter(parts),
      facsimileOf: parts.facsimileOf,
      showPicture: async (place, picture) => {
        await pictures.showAlone(place, picture, { priority: 'notice' })
      },
      alarms: {
        operators,
        probes: createAlarmProbes({
          store,
          freeBytes: () => freeBytesOf(config.DATA_DIR),
          missing,
          indexTrouble,
          now,
        }),
        tellDirectly: async (alarm, since, figure) => {
          const { operators: words } = textsOf('zh-Hans')
          const message = { html: html`${words.alarms[alarm](since, figure)}`, buttons: [] }
          for (const chatId of config.ADMIN_IDS)
            await delivery.send({ chatId }, message, { priority: 'notice' })
        },
      },
      timeZone,
      wake,
      clock,
      log,
    }),
    matchAlerts: async (signal) => {
      const matched = await matchAlerts({ archive, alerts, chats, search, now }, signal)
      if (matched > 0) wake.notify()
    },
    notifyMissingFiles: (missing) => notifyMissingFiles(missing, operators),
    pickExamples: (count) => pickExamples(archive, search, count),
  }
}
