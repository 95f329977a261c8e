import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimCorpusFolder, OtherCorpusFolderError } from '../../src/intake/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Two corpus folders, and an archive that holds something of the first. */
async function archiveOfOne() {
  const root = temporaryFolder()
  const [one, other] = [join(root, 'one'), join(root, 'other')]
  for (const folder of [one, other]) mkdirSync(folder)
  const store = await openTestStore()
  await claimCorpusFolder(one, store)
  await shelve(store, [buildArticle({ headline: '报童' })])
  return { root, one, other, store }
}

test('another corpus folder is refused, and the sentence says what to do', async () => {
  const { one, other, store } = await archiveOfOne()
  const claim = claimCorpusFolder(other, store)
  await expect(claim).rejects.toThrow(OtherCorpusFolderError)
  await expect(claim).rejects.toThrow(`made from the corpus folder ${one}, not from ${other}`)
  await expect(claim).rejects.toThrow('index --move-corpus')
  await expect(claimCorpusFolder(one, store)).resolves.toBeUndefined()
})

test('a folder that was moved takes the place of the old one when somebody says so', async () => {
  const { one, other, store } = await archiveOfOne()
  await claimCorpusFolder(other, { ...store, isMoved: true })
  await claimCorpusFolder(other, store)
  await expect(claimCorpusFolder(one, store)).rejects.toThrow(OtherCorpusFolderError)
})

test('a link to the folder, and a link that leads elsewhere now, are the same folder', async () => {
  const { root, one, other, store } = await archiveOfOne()
  const link = join(root, 'link')
  symlinkSync(one, link)
  await claimCorpusFolder(link, store)
  renameSync(link, join(root, 'old-link'))
  symlinkSync(other, link)
  await expect(claimCorpusFolder(link, store)).resolves.toBeUndefined()
})

test('an archive without files goes with any folder', async () => {
  const { one, other } = await archiveOfOne()
  const store = await openTestStore()
  await claimCorpusFolder(one, store)
  await expect(claimCorpusFolder(other, store)).resolves.toBeUndefined()
})

test('a folder that is not there, such as a drive that is not mounted, changes nothing', async () => {
  const { root, one, store } = await archiveOfOne()
  await claimCorpusFolder(join(root, 'none'), store)
  expect(await store.manifest.corpusFolder()).toMatchObject({ path: one })
})
