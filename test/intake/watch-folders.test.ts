import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createFolderWatch } from '../../src/intake/watch-folders.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Watches a folder; `changed` waits for the next hint of a change. */
function open() {
  const root = temporaryFolder()
  let tell = () => {}
  const watch = createFolderWatch(root, () => tell())
  onTestFinished(() => watch.close())
  const changed = () =>
    new Promise<void>((resolve) => {
      tell = resolve
    })
  return { root, watch, changed }
}

test('a change in the corpus folder, or in one below it, is told', async () => {
  const { root, watch, changed } = open()
  mkdirSync(join(root, 'day'))
  watch.follow(['day'])
  for (const file of ['new.txt', 'day/new.txt']) {
    const told = changed()
    writeFileSync(join(root, file), '会议')
    await expect(told).resolves.toBeUndefined()
  }
})

test('of more folders than can be watched the last by name are, and the corpus folder itself', async () => {
  const { root, watch, changed } = open()
  const folders = Array.from({ length: 600 }, (_, n) => `${1000 + n}`)
  for (const folder of folders) mkdirSync(join(root, folder))
  watch.follow(folders)
  for (const folder of ['1599', '1101', '.']) {
    const told = changed()
    writeFileSync(join(root, folder, 'new.txt'), '会议')
    await expect(told).resolves.toBeUndefined()
  }
})

test('a folder that is not there is passed over, and watched once it is', async () => {
  const { root, watch, changed } = open()
  watch.follow(['later', 'gone'])
  mkdirSync(join(root, 'later'))
  watch.follow(['later', 'gone'])
  const told = changed()
  writeFileSync(join(root, 'later', 'new.txt'), '会议')
  await expect(told).resolves.toBeUndefined()
})
