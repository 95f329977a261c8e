import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { listCorpus } from '../../../src/corpus/index.ts'
import { collect } from '../../support/collect.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const isWindows = process.platform === 'win32'

let folder: string
beforeEach(() => {
  folder = join(temporaryFolder(), 'corpus')
  mkdirSync(join(folder, '2024'), { recursive: true })
  writeFileSync(join(folder, 'a.txt'), '甲')
  writeFileSync(join(folder, '2024', 'b.txt'), '乙')
})

/** What is listed, and what is told that it cannot be. */
async function list() {
  const told: string[] = []
  const files = await collect(listCorpus(folder, ({ error }) => told.push(error.message)))
  return { files: files.map(({ file }) => file), told }
}

const link = (target: string, name: string) => symlinkSync(target, join(folder, name))

test.each([
  ['to the folder itself', () => link('.', 'self')],
  ['twice to the folder itself', () => (link('.', 'one'), link('.', 'two'))],
  ['to the folder above', () => link('..', '2024/up')],
  ['to each other', () => (link('../2024', '2024/x'), link('../2024/x', '2024/y'))],
  ['to a folder that is listed', () => link('2024', '1999')],
  ['to a file that is listed', () => (link('2024/b.txt', '0.txt'), link('a.txt', 'z.txt'))],
])('links %s add nothing and end', async (_case, make) => {
  make()
  expect(await list()).toEqual({ files: ['a.txt', '2024/b.txt'], told: [] })
})

test('links that lead out of the folder, or into a hidden one, are followed, each place once', async () => {
  const outside = temporaryFolder()
  mkdirSync(join(outside, 'deep'))
  writeFileSync(join(outside, 'deep', 'c.txt'), '丙')
  writeFileSync(join(outside, 'd.txt'), '丁')
  symlinkSync(folder, join(outside, 'deep', 'back'))
  mkdirSync(join(folder, '.data'))
  writeFileSync(join(folder, '.data', 'e.txt'), '戊')
  link(outside, 'drive')
  link(join(outside, 'deep'), 'again')
  link('.data/e.txt', 'e.txt')
  link('.data/e.txt', 'f.txt')
  link('.data', 'g')
  expect(await list()).toEqual({
    files: ['a.txt', '2024/b.txt', 'again/c.txt', 'drive/d.txt', 'e.txt'],
    told: [],
  })
})

test('hard links are files of their own', async () => {
  linkSync(join(folder, 'a.txt'), join(folder, '2024', 'a.txt'))
  expect((await list()).files).toEqual(['a.txt', '2024/a.txt', '2024/b.txt'])
})

test('links that lead nowhere, or in a circle, are named', async () => {
  link('gone', 'drive')
  link('loop.txt', 'loop.txt')
  const { files, told } = await list()
  expect(files).toEqual(['a.txt', '2024/b.txt'])
  expect(told).toEqual([
    'cannot read drive: it is a link that leads nowhere',
    'cannot read loop.txt: its links lead in a circle (ELOOP)',
  ])
})

test.skipIf(isWindows)('pipes and sockets that bear the name of a page are named', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  const server = createServer().listen(join(folder, 'socket.txt'))
  onTestFinished(() => void server.close())
  link('/dev/zero', 'zero.txt')
  expect(await list()).toEqual({
    files: ['a.txt', '2024/b.txt'],
    told: ['pipe.txt', 'socket.txt', 'zero.txt'].map((it) => `cannot read ${it}: it is not a regular file`),
  })
})

test.skipIf(process.platform !== 'linux')(
  'names that are not valid UTF-8 are named, files and folders',
  async () => {
    const bad = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')])
    writeFileSync(bad('\xb1\xa8.txt'), '报')
    mkdirSync(bad('\xcd\xcd'))
    const { files, told } = await list()
    expect(files).toEqual(['a.txt', '2024/b.txt'])
    expect(told).toEqual([
      expect.stringMatching(/\.txt: its name is not valid UTF-8/),
      expect.stringMatching(/its name is not valid UTF-8/),
    ])
  },
)

test('what vanishes while it is listed is left out', async () => {
  const told: string[] = []
  writeFileSync(join(folder, 'z.txt'), '末')
  mkdirSync(join(folder, '2025'))
  const files: string[] = []
  for await (const { file } of listCorpus(folder, ({ error }) => told.push(error.message))) {
    files.push(file)
    if (file !== 'a.txt') continue
    rmSync(join(folder, 'z.txt'))
    rmSync(join(folder, '2025'), { recursive: true })
    renameSync(join(folder, '2024'), join(folder, '2026'))
  }
  expect({ files, told }).toEqual({ files: ['a.txt'], told: [] })
})

test.skipIf(isWindows)(
  'a sub-folder or file that must not be read is named, and the rest is taken',
  async () => {
    mkdirSync(join(folder, '2025'))
    writeFileSync(join(folder, '2025', 'c.txt'), '丙')
    mkdirSync(join(folder, '1999'))
    writeFileSync(join(folder, '1999', 'd.txt'), '丁')
    writeFileSync(join(folder, 'secret.txt'), '密')
    for (const it of [join(folder, '..'), folder, join(folder, '2024')]) chmodSync(it, 0o755)
    chmodSync(join(folder, '2025'), 0o000)
    chmodSync(join(folder, '1999'), 0o444)
    chmodSync(join(folder, 'secret.txt'), 0o000)
    onTestFinished(() => chmodSync(join(folder, '2025'), 0o755))
    const script = join(import.meta.dirname, '..', '..', 'support', 'read-as-nobody-process.ts')
    const told = execFileSync(process.execPath, ['--import', 'tsx', script, folder], { encoding: 'utf8' })
    expect(told.trim().split('\n')).toEqual([
      'read a.txt',
      'unreadable cannot read secret.txt: permission denied (EACCES)',
      'unreadable cannot read 1999/d.txt: permission denied (EACCES)',
      'read 2024/b.txt',
      'unreadable cannot read 2025: permission denied (EACCES)',
    ])
  },
)
