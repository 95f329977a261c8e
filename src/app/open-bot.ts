import { createConversation, createNewsWriter, type Parts, pickExamples } from '../chat/index.ts'
import { readLines } from '../corpus/index.ts'
import { type Delivery, openDelivery } from '../delivery/index.ts'
import {
  createBell,
  createQuietUntil,
  type Dispatch,
  joinDispatches,
  makeAlertRound,
  openDigestDispatch,
  openLetterDispatch,
  tellOfMissingFiles,
  tellOperators,
} from '../dispatch/index.ts'
import type { MissingFiles } from '../intake/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import {
  type ApiOptions,
  type Bot,
  createApi,
  createApiClient,
  createBot,
  type WebhookSettings,
} from '../telegram/index.ts'
import type { App } from './build-app.ts'
import { keepChats } from './keep-chats.ts'
import { keepWaits } from './keep-waits.ts'

/** The bot, and what stands behind it. */
export interface OpenedBot {
  readonly bot: Bot
  readonly delivery: Delivery
  /** Sends what chats are sent unasked; nothing before it is started. */
  readonly dispatch: Dispatch
  /** Looks for the alerts that what came into the index is for. */
  readonly raiseAlerts: (signal: AbortSignal) => Promise<void>
  /** Tells the operators that files are missing in the corpus folder. */
  readonly tellOfMissing: (missing: MissingFiles) => Promise<void>
  /** Queries that find something in the archive. @param count at most so many */
  readonly pickExamples: (count: number) => Promise<readonly string[]>
}

/**
 * Makes a conversation of the archive, and joins it to Telegram or to another server of the Bot API. Nothing is called
 * before the bot runs.
 */
export async function openBot(
  { config, store, archive, search, indexing, today }: App,
  { webhook, ...server }: ApiOptions & { readonly webhook?: WebhookSettings | undefined },
  clock: Clock,
  log: Logger,
): Promise<OpenedBot> {
  const { alerts, lists, bookmarks, chats, subscriptions, digests, outbox } = store
  const { TIME_ZONE: timeZone, DIGEST_TIME: time } = config
  const now = () => clock.now()
  const bell = createBell(clock)
  const parts: Parts = {
    archive,
    search,
    alerts,
    lists,
    bookmarks,
    chats,
    subscriptions,
    digests,
    schedule: { time, timeZone },
    readLines: ({ source }) => readLines(config.CORPUS_DIR, source),
    indexing,
    now,
    today,
  }
  const operators = { outbox, adminIds: config.ADMIN_IDS, timeZone, now, onLetter: () => bell.ring() }
  const waits = tellOperators(keepWaits(store.pauses), operators)
  const telegram = await createApiClient(server)
  const delivery = await openDelivery({
    api: createApi(telegram),
    events: keepChats(chats),
    waits,
    clock,
    chance: Math.random,
    log,
  })
  return {
    bot: createBot({
      telegram,
      webhook,
      conversation: createConversation(parts),
      delivery,
      seen: store.updates,
      clock,
      log,
    }),
    delivery,
    dispatch: joinDispatches(
      openDigestDispatch({
        archive,
        search,
        lists,
        chats,
        subscriptions,
        digests,
        delivery,
        timeZone,
        clock,
        log,
      }),
      openLetterDispatch({
        outbox,
        delivery,
        write: createNewsWriter(parts),
        quietUntil: createQuietUntil(subscriptions, timeZone),
        bell,
        clock,
        log,
      }),
    ),
    raiseAlerts: async (signal) => {
      const notices = await makeAlertRound({ archive, alerts, search, now }, signal)
      if (notices > 0) bell.ring()
    },
    tellOfMissing: (missing) => tellOfMissingFiles(missing, operators),
    pickExamples: (count) => pickExamples(archive, search, count),
  }
}
