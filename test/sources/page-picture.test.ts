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
