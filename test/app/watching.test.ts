import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/app/index.ts'
import { readConfig } from '../../src/config/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { writeReadyFile } from '../support/ready-files.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('news are told when nothing is being written any more, missing files at each look, and the end keeps the index', async () => {
  const [CORPUS_DIR, DATA_DIR] = [temporaryFolder(), temporaryFolder()]
  const clock = createManualClock()
  const write = (file: string, count: number, changedMs: number) =>
    writeReadyFile(
      join(CORPUS_DIR, file),
      Array.from({ length: count }, (_, n) => `${file}第${n}号通报`),
      changedMs,
    )
  const app = await buildApp(readConfig({ CORPUS_DIR, DATA_DIR }), clock, createRecordedLog())
  const told: unknown[] = []
  const knows = async () => void told.push(`${(await app.search.search('通报')).total} found`)
  write('old.jsonl', 12, clock.now() - 3_600_000)
  // Somebody may still be writing it.
  write('new.jsonl', 12, clock.now())
  const ready = app.watch(knows, async ({ count }) => void told.push(`${count} missing`))
  await ready
  await clock.asleep()
  expect([told, app.search.size, app.indexing()]).toEqual([[], 12, undefined])
  clock.advance(1_000)
  await clock.asleep()
  expect(told).toEqual(['24 found'])
  for (const file of ['old.jsonl', 'new.jsonl']) rmSync(join(CORPUS_DIR, file))
  clock.advance(60_000)
  await clock.asleep()
  expect(told.slice(1)).toEqual(['2 missing', '24 found'])
  // Too few changes to write it meanwhile.
  expect(existsSync(join(DATA_DIR, 'index.snapshot'))).toBe(false)
  await app.close()
  expect(existsSync(join(DATA_DIR, 'index.snapshot'))).toBe(true)
  const next = await buildApp(readConfig({ CORPUS_DIR, DATA_DIR }), clock, createRecordedLog())
  expect(next.search.size).toBe(24)
  await next.close()
})
