import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createIntake } from '../../src/intake/index.ts'
import { systemClock } from '../../src/ops/index.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { bundleScript } from '../support/script-bundle.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const seeds = join(root, 'seeds')

async function intakeInAProcess(data: string): Promise<string> {
  const child = spawn(process.execPath, [await bundleScript('intake-process.ts'), seeds, data])
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  await once(child, 'close')
  return said
}

test('processes that make the same archive at once do each other no harm', async () => {
  const data = temporaryFolder()
  const said = await Promise.all([1, 2, 3, 4].map(() => intakeInAProcess(data)))
  for (const text of said) expect(text).toMatch(/whole\n$/)

  const alone = await openTestStore()
  const log = createRecordedLog()
  await createIntake({ folder: seeds, manifest: alone.manifest, clock: systemClock, log }).pass()
  const together = await openTestStore({ folder: data })
  const all = { offset: 0, limit: 1000 }
  expect(await together.archive.browse(all)).toEqual(await alone.archive.browse(all))
  expect(await together.archive.size()).toMatchObject({ files: readdirSync(seeds).length })
  expect(await together.check()).toEqual([])
})
