import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground } from '../../src/playground/index.ts'

const root = join(import.meta.dirname, '..', '..')

/** The bot as a process of its own, as `npm start` runs it. */
export interface BotProcess {
  /** Address of the playground that it opened. */
  readonly url: string
  readonly pid: number
  /** Where it takes updates, with the secret that they come with; only by webhook. */
  readonly webhook?: { readonly url: string; readonly secret: string }
  /** What it wrote so far, standard output and log together. */
  readonly said: () => string
  /** Settles with its exit code when it has ended. */
  readonly ended: Promise<number | null>
  /** Ends it as an operator does. @returns its exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** An environment in which no setting of the machine counts. */
export function cleanEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LOG_LEVEL: 'warn', PLAYGROUND_PORT: '0', ...settings }
}

/** Which program to start, and in which folder. */
interface Place {
  readonly project: string
  readonly cwd: string
}

const here: Place = { project: root, cwd: root }

/** Puts what `ready-data.ts` has made of the seed pages into a data folder: a first start takes three times as long as others. */
export function putReadPages(data: string): void {
  const ready = process.env['READY_DATA']
  if (ready !== undefined) cpSync(ready, data, { recursive: true })
}

/** Settings with which what `ready-data.ts` has made of the seed pages is of no use. */
const OWN_ARCHIVE = ['CORPUS_DIR', 'DATA_DIR', 'DATABASE_URL', 'SEARCH_URL']

function spawnBot(settings: Readonly<Record<string, string>>, place: Place = here) {
  const { project, cwd } = place
  const data = mkdtempSync(join(tmpdir(), 'paperboy-data-'))
  if (place === here && !OWN_ARCHIVE.some((name) => name in settings)) putReadPages(data)
  const child = spawn(process.execPath, [join(project, 'src', 'cli', 'paperboy.js'), 'serve'], {
    cwd,
    env: cleanEnvironment({ DATA_DIR: data, ...settings }),
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      said += text
    })
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      rmSync(data, { recursive: true, force: true })
      resolve(code)
    })
  })
  return { child, ended, said: () => said }
}

/**
 * Starts the bot and waits until it can be talked to. With `webhook`, updates are sent to it; the playground is then
 * the test's own, and the bot takes it for Telegram.
 * @throws with what it said, where it ends before that
 */
export const startBot = (
  settings: Readonly<Record<string, string>> = {},
  mode: 'polling' | 'webhook' = 'polling',
  place: Place = here,
): Promise<BotProcess> => (mode === 'webhook' ? startWithWebhook(settings) : startAndWait(settings, place))

async function startWithWebhook(settings: Readonly<Record<string, string>>): Promise<BotProcess> {
  const quiet = createLogger('error', { write: () => {} })
  const telegram = await openPlayground({ port: 0, clock: systemClock, log: quiet })
  const port = await freePort()
  const webhook = { url: `http://127.0.0.1:${port}/updates`, secret: 'a-secret-of-the-tests' }
  const bot = await startAndWait({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    WEBHOOK_URL: webhook.url,
    WEBHOOK_PORT: `${port}`,
    WEBHOOK_SECRET: webhook.secret,
    ...settings,
  })
  return {
    ...bot,
    url: telegram.url,
    webhook,
    stop: async (signal) => {
      const code = await bot.stop(signal)
      await telegram.close()
      return code
    },
  }
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

async function startAndWait(
  settings: Readonly<Record<string, string>>,
  place: Place = here,
): Promise<BotProcess> {
  const { child, ended, said } = spawnBot(settings, place)
  const url = await Promise.race([
    addressOf(child),
    ended.then((code) => Promise.reject(new Error(`exit ${code}: ${said()}`))),
  ])
  return {
    url,
    pid: child.pid ?? 0,
    said,
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs the bot where it is expected to give up by itself. */
export async function runBotToItsEnd(settings: Readonly<Record<string, string>>) {
  const { ended, said } = spawnBot(settings)
  return { code: await ended, said: said() }
}

const addressOf = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.stdout?.on('data', (text: string) => {
      const url = /talk to it +(http\S+)/.exec(text)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
