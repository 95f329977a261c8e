import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DataFolderInUseError, lockDataFolder, StoreError } from '../../src/store/index.ts'
import { bundleScript } from '../support/script-bundle.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A process that is about to take the lock. */
async function startLocking(folder: string) {
  const child = spawn(process.execPath, ['--expose-gc', await bundleScript('locking-process.ts'), folder])
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stderr.pipe(process.stderr)
  await once(child.stdout.setEncoding('utf8'), 'data')
  return child
}

type Locking = Awaited<ReturnType<typeof startLocking>>

/** @returns `held`, or `refused` with the number of the process that holds it */
async function takeLock(child: Locking): Promise<string> {
  child.stdin.write('go\n')
  const [line]: string[] = await once(child.stdout, 'data')
  return line?.trim() ?? ''
}

async function killed(child: Locking): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a second one is told who holds the folder, and gets it when the first one lets go', () => {
  const folder = temporaryFolder()
  const lock = lockDataFolder(folder, Date.UTC(2024, 5, 8))
  const sentence = `a bot is already running on the data folder ${folder} (process ${process.pid} on ${hostname()}, since 2024-06-08T00:00:00.000Z): stop it first, or set DATA_DIR to another folder`
  expect(() => lockDataFolder(folder, 0)).toThrow(DataFolderInUseError)
  expect(() => lockDataFolder(folder, 0)).toThrow(sentence)
  lock.release()
  expect(readdirSync(folder)).toEqual(['bot.lock'])
  lockDataFolder(folder, 0).release()
})

test('of ten that start at the same instant exactly one wins', async () => {
  const folder = temporaryFolder()
  const children = await Promise.all(Array.from({ length: 10 }, () => startLocking(folder)))
  const said = await Promise.all(children.map(takeLock))
  const winner = children[said.indexOf('held')]
  expect(said.toSorted()).toEqual(['held', ...Array.from({ length: 9 }, () => `refused ${winner?.pid}`)])
})

test('a lock does not outlive its process, however it ends', async () => {
  const folder = temporaryFolder()
  for (let round = 1; round <= 5; round++) {
    const child = await startLocking(folder)
    expect(await takeLock(child)).toBe('held')
    expect(() => lockDataFolder(folder, 0)).toThrow(`process ${child.pid}`)
    await killed(child)
  }
})

test('what a bot left that was killed, or a machine that lost its power, holds nobody up', () => {
  const folder = temporaryFolder()
  // Its process number is one that runs: ours.
  writeFileSync(join(folder, 'bot.json'), JSON.stringify({ pid: process.pid, host: hostname(), since: 'x' }))
  for (const name of ['bot.lock', 'bot.lock-journal', 'bot.json.new']) writeFileSync(join(folder, name), '')
  const lock = lockDataFolder(folder, 0)
  expect(() => lockDataFolder(folder, 0)).toThrow('since 1970-01-01T00:00:00.000Z')
  lock.release()
})

test.each([
  ['torn', '{"pid": 1'],
  ['empty', ''],
])('a note of the holder that is %s is passed over', (_case, note) => {
  const folder = temporaryFolder()
  const lock = lockDataFolder(folder, 0)
  writeFileSync(join(folder, 'bot.json'), note)
  expect(() => lockDataFolder(folder, 0)).toThrow('another process')
  lock.release()
})

test('a lock file that is something else gets a sentence', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'bot.lock'), 'no database\n'.repeat(200))
  expect(() => lockDataFolder(folder, 0)).toThrow(StoreError)
})
