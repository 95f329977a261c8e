import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { bundleAllScripts } from './script-bundle.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * Vitest calls this once before the tests that start processes. It makes the bundle, the data folder of a bot that has
 * read the seed pages (half of a first start is reading them, and most journeys are about what comes after), the bytecode
 * of a bot, and the bundles of the scripts that tests run.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-ready-'))
  const scripts = bundleAllScripts()
  const program = join(root, 'src', 'cli', 'paperboy.js')
  await promisify(execFile)(process.execPath, [program, 'index', '--data', folder], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn' },
  })
  // Nobody waits for it, and what fails there only costs time.
  const bytecode = leaveBytecode(program, folder).catch(() => {})
  // The workers, which are started later, have it from here.
  process.env['READY_DATA'] = folder
  process.env['READY_SCRIPTS'] = await scripts
  return async () => {
    await bytecode
    for (const it of [folder, await scripts]) rmSync(it, { recursive: true, force: true })
  }
}

/**
 * Lets a bot answer and end in order, which leaves the bytecode of what it needed (ADR 9). Many tests run from the first
 * second on and end their bots by SIGKILL, or late: each bot would compile its program until then.
 */
async function leaveBytecode(program: string, ready: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'paperboy-ready-bot-'))
  cpSync(ready, data, { recursive: true })
  const bot = spawn(process.execPath, [program, 'serve'], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', PLAYGROUND_PORT: '0', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(bot, 'close')
  let said = ''
  let asked: Promise<void> | undefined
  bot.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    const url = /talk to it +(http\S+)/.exec(said)?.[1]
    if (url !== undefined) asked ??= askSomething(url).finally(() => void bot.kill('SIGTERM'))
  })
  await closed
  await asked
  rmSync(data, { recursive: true, force: true })
}

/** What readers ask first. An answer that is late is waited for as the bot ends. */
async function askSomething(url: string): Promise<void> {
  const act = (action: string, params: object) =>
    fetch(`${url}/control/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: SOMEBODY, chat: SOMEBODY, ...params }),
    })
  for (const text of ['/start', '成都', '/digest', '/subscribe', '/alert 地铁']) {
    await act('send', { text })
    await sleep(BETWEEN_MS)
  }
}

/** One of the playground's people. */
const SOMEBODY = 10_001
const BETWEEN_MS = 200
