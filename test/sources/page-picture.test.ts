import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPageFile } from '../../src/sources/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test.each([
  ['b1.jpg', 'b1.jpg'],
  ['%E7%AC%AC%E4%B8%80%E7%89%88.jpg', '第一版.jpg'],
  ['a%231.jpg?v=2', 'a#1.jpg'],
  // An escape that is broken off is a name as it stands.
  ['100%.jpg', '100%.jpg'],
])('a page whose map is over %s is shown by %s', async (source, name) => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'day'))
  writeFileSync(join(root, 'day', 'node.htm'), `<img src="${source}" usemap="#m" width="400">`)
  writeFileSync(join(root, 'day', name), '')
  expect(await findPageFile(root, 'day/node.htm')).toEqual({ path: join(root, 'day', name), width: 400 })
})

test('a picture outside of the corpus folder is none', async () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'corpus'))
  writeFileSync(join(root, 'secret.jpg'), '')
  writeFileSync(join(root, 'corpus', 'node.htm'), '<img src="..%2Fsecret.jpg" usemap="#m">')
  expect(await findPageFile(join(root, 'corpus'), 'node.htm')).toBeUndefined()
})

test('a picture beside recognised pages is as wide as its page says, and of no width beyond the last page', async () => {
  const root = temporaryFolder()
  const page = (width: number) =>
    `<Page WIDTH="${width}" HEIGHT="900"><TextLine HPOS="1" VPOS="1" WIDTH="50" HEIGHT="9"><String HPOS="1" VPOS="1" WIDTH="50" HEIGHT="9" CONTENT="报童"/></TextLine></Page>`
  writeFileSync(join(root, 'a.xml'), `<alto><Layout>${page(600)}${page(700)}</Layout></alto>`)
  writeFileSync(join(root, 'a.jpg'), '')
  const path = join(root, 'a.jpg')
  expect(await findPageFile(root, 'a.xml')).toEqual({ path, width: 600 })
  expect(await findPageFile(root, 'a.xml', 2)).toEqual({ path, width: 700 })
  expect(await findPageFile(root, 'a.xml', 3)).toEqual({ path })
})
