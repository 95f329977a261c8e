import { execFileSync } from 'node:child_process'
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openFile } from '../../../src/corpus/files/read-bytes.ts'
import { UnreadablePageError } from '../../../src/domain/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const MB = 1024 * 1024

let folder: string
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'a.txt')
})

/** Reads a file, and does something to it after each chunk. @returns how many bytes came */
async function read(between: () => void): Promise<number> {
  const source = await openFile(path, 'a.txt')
  let bytes = 0
  for await (const chunk of source.chunks()) {
    bytes += chunk.length
    between()
  }
  await source.close()
  return bytes
}

test('a file that grows while it is read is read to the size that it had', async () => {
  writeFileSync(path, Buffer.alloc(MB))
  expect(await read(() => appendFileSync(path, Buffer.alloc(MB)))).toBe(MB)
})

test('a file that is cut while it is read ends where it ends', async () => {
  writeFileSync(path, Buffer.alloc(MB))
  expect(await read(() => truncateSync(path, 100_000))).toBeLessThan(MB)
})

test.skipIf(process.platform === 'win32')(
  'a pipe that took the place of a file is refused, not waited for',
  async () => {
    execFileSync('mkfifo', [path])
    await expect(openFile(path, 'a.txt')).rejects.toThrow(UnreadablePageError)
  },
)
