import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BotProcess, freePort, startBot } from './bot-process.ts'
import { STRICT_TOKEN, StrictApi } from './strict-api/strict-api.ts'
import type { WaitingUpdate } from './strict-api/update-line.ts'
import { randomFrom } from './torture/random.ts'

const SECRET = 'a-secret-of-the-tests'

/** A bot that answers behind the webhook, and where it takes updates. */
export interface Replica {
  readonly name: string
  readonly bot: BotProcess
  readonly port: number
  readonly opsPort: number
}

/** Bots over one database behind one webhook, and a Telegram that is as strict as the real one. */
export class Replicas {
  readonly api = new StrictApi()
  readonly running: Replica[] = []
  readonly #databaseUrl: string
  readonly #random: () => number
  readonly #settings: Readonly<Record<string, string>>
  /** What those that were killed had said. */
  readonly #said: string[] = []
  #started = 0

  constructor(databaseUrl: string, seed: number, settings: Readonly<Record<string, string>> = {}) {
    this.#databaseUrl = databaseUrl
    this.#random = randomFrom(seed)
    this.#settings = settings
  }

  /** @param settings of this one alone */
  async start(settings: Readonly<Record<string, string>> = {}): Promise<Replica> {
    const [port, opsPort] = [await freePort(), await freePort()]
    const bot = await startBot({
      BOT_TOKEN: STRICT_TOKEN,
      TELEGRAM_API_ROOT: this.api.apiRoot,
      DATABASE_URL: this.#databaseUrl,
      DATABASE_POOL_SIZE: '5',
      WEBHOOK_URL: 'http://127.0.0.1:1/updates',
      WEBHOOK_HOST: '127.0.0.1',
      WEBHOOK_PORT: `${port}`,
      WEBHOOK_SECRET: SECRET,
      OPS_PORT: `${opsPort}`,
      ...this.#settings,
      ...settings,
    })
    const replica = { name: `replica${this.#started++}`, bot, port, opsPort }
    this.running.push(replica)
    return replica
  }

  /** Ends one as a power cut does. */
  async kill(replica: Replica): Promise<void> {
    this.running.splice(this.running.indexOf(replica), 1)
    await replica.bot.stop('SIGKILL')
    this.#said.push(replica.bot.said())
  }

  said(): string {
    return [...this.#said, ...this.running.map(({ bot }) => bot.said())].join('\n')
  }

  /** One of those that run, by chance. */
  any(): Replica {
    const found = this.running[Math.floor(this.#random() * this.running.length)]
    if (!found) throw new Error('no replica runs')
    return found
  }

  /** Brings an update to any replica, and to another one until one has taken it, as Telegram does by way of a proxy. */
  async deliver(update: WaitingUpdate): Promise<void> {
    for (;;) {
      if (this.running.length > 0 && (await post(this.any().port, update)) === 200) return
      await sleep(20)
    }
  }

  /**
   * Brings updates as Telegram does: those of a chat one after another, chats side by side; each several times in all, again
   * by chance before the next one comes, or later.
   */
  async deliverAll(
    byChat: readonly (readonly WaitingUpdate[])[],
    times: number,
    atOnce: number,
  ): Promise<void> {
    const left = [...byChat]
    const again: Promise<void>[] = []
    const work = async () => {
      for (let updates = left.pop(); updates; updates = left.pop())
        for (const update of updates) {
          const copies = Array.from({ length: times }, () => this.deliver(update))
          const first = Math.floor(this.#random() * times)
          again.push(...copies)
          await copies[first]
        }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    await Promise.all(again)
  }

  async close(): Promise<readonly (number | null)[]> {
    const codes = await Promise.all(this.running.splice(0).map(({ bot }) => bot.stop()))
    await this.api.goAway()
    return codes
  }
}

async function post(port: number, update: object): Promise<number | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/updates`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(15_000),
    })
    return response.status
  } catch {
    return undefined
  }
}

/** `/health/ready` of a replica: the status, and what it says. */
export async function readiness({ opsPort }: Replica): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${opsPort}/health/ready`)
  return { status: response.status, text: await response.text() }
}

/** An empty folder, gone with `remove`. */
export function aFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'paperboy-corpus-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The most of some times that lie within any span. */
export function mostWithin(times: readonly number[], spanMs: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  let most = 0
  for (let first = 0, last = 0; last < sorted.length; last++) {
    while ((sorted[last] ?? 0) - (sorted[first] ?? 0) >= spanMs) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}
