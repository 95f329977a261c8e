import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createIcuSegmenter, createTokeniser } from '../../../src/language/index.ts'
import { createSearch } from '../../../src/search/index.ts'
import { runKilled } from '../../support/run-killed.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Kills a process that saves an index over and over once it has said so `after` times. @returns what it saved last */
async function killedWriter(file: string, after: number): Promise<number> {
  const { said } = await runKilled('snapshot-process.ts', [file], after)
  return Number(said.trim().split('\n').at(-1))
}

test('a writer that is killed leaves the snapshot from before, or the new one', async () => {
  const file = join(temporaryFolder(), 'index.snapshot')
  for (const after of [1, 2, 5, 13]) {
    const told = await killedWriter(file, after)
    const search = createSearch(createTokeniser(createIcuSegmenter()), archiveOf([]))
    const revision = await search.load(file, { archive: 'a1', revision: 1_000_000 })
    expect(revision).toBeGreaterThanOrEqual(told)
    expect(search.size).toBe(revision)
  }
})
