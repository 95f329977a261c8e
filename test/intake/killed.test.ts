import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { createIntake, joinPieces } from '../../src/intake/index.ts'
import { systemClock } from '../../src/ops/index.ts'
import { openStore } from '../../src/store/index.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { runKilled } from '../support/run-killed.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const ROUNDS = 4
const FILES = 300

/** Pages with continuations, and a few hundred files of ready articles. */
function makeCorpus(): string {
  const folder = temporaryFolder()
  cpSync(join(root, 'seeds'), folder, { recursive: true })
  for (let n = 0; n < FILES; n++) {
    const lines = [1, 2, 3].map((it) => ({ headline: `第${n}期第${it}条`, body: `${n} ${it}。`.repeat(100) }))
    writeFileSync(join(folder, `${n}.jsonl`), lines.map((it) => JSON.stringify(it)).join('\n'))
  }
  return folder
}

/** Runs an intake in a process of its own, and kills it in the middle of the transaction after the n-th. */
async function killedIntake(folder: string, data: string, after: number): Promise<boolean> {
  const { said } = await runKilled('intake-process.ts', [folder, data], after)
  return said.endsWith('whole\n')
}

async function allArticles(folder: string): Promise<readonly Article[]> {
  const store = await openStore({ folder, join: joinPieces, now: () => 0 })
  try {
    expect(await store.check()).toEqual([])
    const { articles, total } = await store.archive.browse({ offset: 0, limit: 10_000 })
    expect(articles).toHaveLength(total)
    return articles
  } finally {
    await store.close()
  }
}

describe('an intake that is killed', () => {
  test('leaves whole articles only, and the next one goes on from there', async () => {
    const folder = makeCorpus()
    const undisturbed = await openTestStore()
    const log = createRecordedLog()
    await createIntake({ folder, manifest: undisturbed.manifest, clock: systemClock, log }).pass()
    const { articles: expected } = await undisturbed.archive.browse({ offset: 0, limit: 10_000 })
    const wanted = new Map(expected.map((article) => [article.id, article]))

    const data = temporaryFolder()
    let before = 0
    for (let round = 0; round < ROUNDS; round++) {
      expect(await killedIntake(folder, data, round + 1)).toBe(false)
      const articles = await allArticles(data)
      // Continuations whose first part had not come yet stand for themselves; all else is as it will be.
      for (const article of articles)
        if (article.continuedFrom === undefined && wanted.get(article.id)?.warnings.length === 0)
          expect(article).toEqual(wanted.get(article.id))
      expect(articles.length).toBeGreaterThanOrEqual(before)
      before = articles.length
    }
    expect(await killedIntake(folder, data, Number.POSITIVE_INFINITY)).toBe(true)
    expect(await allArticles(data)).toEqual(expected)
  })
})
