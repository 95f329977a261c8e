import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createConnection } from '../../src/store/sqlite/connection.ts'
import { loadDriver } from '../../src/store/sqlite/load-driver.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a new file that another program makes at the same time is waited for, and given up after the time that was told', () => {
  const file = join(temporaryFolder(), 'new.sqlite')
  const Driver = loadDriver()
  const other = Driver && createConnection(new Driver(file, { timeout: 0 }), file)
  onTestFinished(() => other?.close())
  other?.exec('CREATE TABLE theirs (a); BEGIN EXCLUSIVE')
  for (const busyTimeoutMs of [0, 80]) {
    const began = performance.now()
    expect(() => openDatabase({ file, busyTimeoutMs })).toThrow(
      expect.objectContaining({ name: 'Error', problem: 'busy' }) as Error,
    )
    expect(performance.now() - began).toBeGreaterThanOrEqual(busyTimeoutMs)
  }
})

test('a store that is told to wait for nobody does not wait for the usual two seconds', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'paperboy.sqlite')
  const Driver = loadDriver()
  const other = Driver && createConnection(new Driver(file, { timeout: 0 }), file)
  onTestFinished(() => other?.close())
  other?.exec('CREATE TABLE theirs (a); BEGIN EXCLUSIVE')
  // The shortest of three: another program may keep the processor.
  const waitsMs: number[] = []
  for (let tries = 0; tries < 3; tries++) {
    const began = performance.now()
    await expect(openTestStore({ folder, busyTimeoutMs: 0 })).rejects.toMatchObject({ problem: 'busy' })
    waitsMs.push(performance.now() - began)
  }
  expect(Math.min(...waitsMs)).toBeLessThan(2_000)
})

test('a file that is no database is refused at once, however long another program might be waited for', () => {
  const file = join(temporaryFolder(), 'page.sqlite')
  writeFileSync(file, '会议召开。\n'.repeat(2_000))
  const began = performance.now()
  expect(() => openDatabase({ file, busyTimeoutMs: 60_000 })).toThrow(
    expect.objectContaining({ problem: 'damaged' }) as Error,
  )
  expect(performance.now() - began).toBeLessThan(30_000)
})
