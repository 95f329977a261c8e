import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSegmenterCutter, createTokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

/** Kills a process that saves an index over and over once it has said so `after` times. @returns what it saved last */
async function killedWriter(file: string, after: number): Promise<number> {
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    join(root, 'test/support/snapshot-process.ts'),
    file,
  ])
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.split('\n').length > after) child.kill('SIGKILL')
  })
  child.stderr.pipe(process.stderr)
  await once(child, 'close')
  return Number(said.trim().split('\n').at(-1))
}

test('a writer that is killed leaves the snapshot from before, or the new one', {
  timeout: 60_000,
}, async () => {
  const file = join(temporaryFolder(), 'index.snapshot')
  for (const after of [1, 2, 5, 13]) {
    const told = await killedWriter(file, after)
    const search = createSearch(createTokeniser(createSegmenterCutter()), archiveOf([]))
    const revision = await search.load(file, { archive: 'a1', revision: 1_000_000 })
    expect(revision).toBeGreaterThanOrEqual(told)
    expect(search.size).toBe(revision)
  }
})
