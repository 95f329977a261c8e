import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBot } from '../support/bot-process.ts'
import { copyProject, linkPackages, runPaperboy } from '../support/project-copy.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const cacheOf = (project: string) => join(project, 'node_modules', '.cache', 'paperboy')
const bundlesOf = (project: string) => (existsSync(cacheOf(project)) ? readdirSync(cacheOf(project)) : [])

/** Replaces a piece of a source. */
function edit(project: string, file: string, from: string, to: string): void {
  const path = join(project, 'src', file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

test('processes that find no bundle at the same time all answer, and leave one bundle whole', async () => {
  const project = copyProject()
  const said = await Promise.all([1, 2, 3].map(() => runPaperboy(project, ['--help'])))
  for (const { code, out, err } of said) {
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('search    find articles')
  }
  expect(bundlesOf(project)).toHaveLength(1)
})

test('a source that was changed is in the next start, and the bundle of before stays for a bot that runs', async () => {
  const project = copyProject()
  await runPaperboy(project, ['--help'])
  edit(project, 'cli/commands.ts', "'find articles'", "'find what was printed'")
  expect((await runPaperboy(project, ['--help'])).out).toContain('search    find what was printed')
  expect(bundlesOf(project)).toHaveLength(2)
  edit(project, 'cli/commands.ts', "'find what was printed'", "'find articles'")
  expect((await runPaperboy(project, ['--help'])).out).toContain('search    find articles')
  expect(bundlesOf(project)).toHaveLength(2)
})

test('if no bundle can be written or made, the sources run as they are', async () => {
  const project = copyProject()
  mkdirSync(join(project, 'node_modules', '.cache'))
  writeFileSync(cacheOf(project), '')
  const { code, out, err } = await runPaperboy(project, ['--help'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('search    find articles')
  const { err: why } = await runPaperboy(project, ['--help'], { env: { NODE_DEBUG: 'paperboy' } })
  expect(why).toContain('no bundle')
})

test('a failure names the line of the source', async () => {
  const project = copyProject()
  edit(
    project,
    'cli/db.ts',
    '  run: async',
    "  // one line more\n  run: async () => { throw new Error('planted') },\n  was: async",
  )
  const line =
    readFileSync(join(project, 'src/cli/db.ts'), 'utf8')
      .split('\n')
      .findIndex((it) => it.includes('planted')) + 1
  const { code, err } = await runPaperboy(project, ['db'])
  expect(code).toBe(1)
  expect(err).toContain(`src/cli/db.ts:${line}:`)
})

/** Has a program write last to its standard error what it took of the processor, in microseconds. */
const TELL_WORK = `process.once('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(2, String(user + system))
})`

test('paperboy --help takes at most five times the work of Node itself', () => {
  const tellWork = join(temporaryFolder(), 'tell-work.cjs')
  writeFileSync(tellWork, TELL_WORK)
  const workOf = (args: readonly string[]) => {
    const { status, stderr } = spawnSync(process.execPath, ['--require', tellWork, ...args], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(stderr).toMatch(/^\d+$/)
    return Number(stderr)
  }
  const help = ['src/cli/paperboy.js', '--help']
  workOf(help)
  // The best of several in turn: beside other programs the same work takes longer, too, as they share the caches.
  const turns = Array.from({ length: 7 }, () => [workOf(['-e', '0']), workOf(help)] as const)
  const best = (of: 0 | 1) => Math.min(...turns.map((turn) => turn[of]))
  expect(best(1) / best(0)).toBeLessThan(5)
})

test('threads that read pages start from the bundle', async () => {
  const corpus = temporaryFolder()
  const page = readFileSync(join(root, 'seeds', readdirSync(join(root, 'seeds'))[0] ?? ''), 'utf8')
  writeFileSync(join(corpus, 'page.txt'), page)
  // More than is worth a thread on two cores, but blank: to cut so many pages would be most of the work of this test.
  const blank = `${' '.repeat(1000)}\n`.repeat(256)
  for (let n = 0; n < 10; n++) writeFileSync(join(corpus, `${n}.txt`), `第${n}页。\n${blank}`)
  const project = copyProject()
  await runPaperboy(project, ['--help'])
  // Without the bundle's own thread it would be started from here.
  rmSync(join(project, 'src', 'intake', 'reading-thread.js'))
  const env = { CORPUS_DIR: corpus, DATA_DIR: temporaryFolder() }
  const { code, err } = await runPaperboy(project, ['index', '--json'], { env })
  expect(code).toBe(0)
  expect(err).not.toContain('thread')
})

test('the package that npm packs runs from an empty folder: the commands, and the bot with the seed pages', async () => {
  const [packed, installed, empty] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
  const npm = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' } as const
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', packed], npm),
  )
  // As npm lays it out: its packages beside it.
  const modules = join(installed, 'node_modules')
  linkPackages(modules)
  const project = join(modules, 'paperboy')
  mkdirSync(project)
  execFileSync('tar', ['-xzf', join(packed, filename), '-C', project, '--strip-components=1'])

  const help = await runPaperboy(project, ['--help'], { cwd: empty })
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('find articles') })
  const search = await runPaperboy(project, ['search', '博物馆', '--json'], { cwd: empty })
  expect(search.code).toBe(0)
  expect(JSON.parse(search.out).total).toBeGreaterThan(0)
  expect(readdirSync(empty)).toEqual(['data'])
  const bot = await startBot({}, 'polling', { project, cwd: empty })
  expect(bot.said()).toContain('5 pages')
  expect(await (await fetch(bot.url)).text()).toContain('<html')
  expect(await bot.stop()).toBe(0)
})
