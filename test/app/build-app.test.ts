import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/app/index.ts'
import { readConfig } from '../../src/config/index.ts'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ARTICLES = 1000

test('without its snapshot the index is built while readers are answered, and says how far it is', async () => {
  const [CORPUS_DIR, DATA_DIR] = [temporaryFolder(), temporaryFolder()]
  const lines = Array.from({ length: ARTICLES }, (_, n) =>
    JSON.stringify({
      headline: `长江水位第${n}次通报`,
      body: `第${n}号：长江干流水位平稳。`,
      date: '2024-06-08',
    }),
  )
  writeFileSync(join(CORPUS_DIR, 'news.jsonl'), lines.join('\n'))
  const build = () =>
    buildApp(readConfig({ CORPUS_DIR, DATA_DIR }), systemClock, createLogger('error', { write: () => {} }))
  const first = await build()
  await first.takeIn()
  await first.close()
  rmSync(join(DATA_DIR, 'index.snapshot'))

  const app = await build()
  expect(app.search.size).toBe(0)
  const ended = new AbortController()
  const indexed = app
    .watch(
      async () => {},
      async () => {},
    )
    .then(() => ended.abort())
  const told: number[] = []
  while (!ended.signal.aborted) {
    const { done, total } = app.indexing() ?? {}
    if (done !== undefined) {
      expect(total).toBe(ARTICLES)
      expect((await app.search.search('长江')).total).toBeGreaterThanOrEqual(done)
      told.push(done)
    }
    await breathe()
  }
  await indexed
  expect(new Set(told).size).toBeGreaterThan(3)
  expect(app.indexing()).toBeUndefined()
  expect((await app.search.search('长江')).total).toBe(ARTICLES)
  await app.close()
})
