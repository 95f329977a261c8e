import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { fixSettingsFile } from '../../src/cli/doctor/fix.ts'
import { checkIndexSnapshot } from '../../src/cli/doctor/index-snapshot.ts'
import { checkNode } from '../../src/cli/doctor/machine.ts'
import { run } from '../../src/cli/run.ts'
import { indexFileIn } from '../../src/intake/index.ts'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground } from '../../src/playground/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { lockDataFolder } from '../../src/store/index.ts'
import { cleanEnvironment } from '../support/bot-process.ts'
import { buildArticle } from '../support/build-article.ts'
import { recordOutput } from '../support/output.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function runWith(args: readonly string[], env: NodeJS.ProcessEnv) {
  const output = recordOutput()
  const code = await run(args, { env: { LOG_LEVEL: 'error', ...env }, input: Readable.from([]), output })
  return { code, ...output.said }
}

async function doctor(env: NodeJS.ProcessEnv) {
  const { code, out } = await runWith(['doctor', '--json'], env)
  const checks = JSON.parse(out) as readonly {
    check: string
    state: string
    finding: string
    mend?: string
    details?: readonly string[]
  }[]
  return { code, checks, of: (name: string) => checks.find(({ check }) => check === name) }
}

/** What `index` makes of the seed pages, once for all who only begin with it. */
let indexed: string | undefined
async function putIndexed(data: string) {
  if (indexed === undefined) {
    indexed = mkdtempSync(join(tmpdir(), 'paperboy-doctor-'))
    expect((await runWith(['index'], { DATA_DIR: indexed })).code).toBe(0)
  }
  cpSync(indexed, data, { recursive: true })
}
afterAll(() => rmSync(indexed ?? '', { recursive: true, force: true }))

test('doctor finds a set-up in order after the pages are taken in', async () => {
  const env = { DATA_DIR: temporaryFolder() }
  expect(await runWith(['index'], env)).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^5 files, 5 pages, [1-9]\d* articles\n {2}doubtful: \d+ of \d+ articles; paperboy doubts lists the \d+ most doubtful\n$/,
    ),
  })
  const { code, of } = await doctor(env)
  expect(code).toBe(0)
  expect(of('corpus folder')).toMatchObject({ state: 'ok', finding: expect.stringContaining('5 pages') })
  expect(of('data folder')).toMatchObject({
    state: 'ok',
    finding: expect.stringContaining('articles from 5 pages'),
  })
  expect(of('index snapshot')).toMatchObject({ state: 'ok', finding: expect.stringContaining('articles') })
  expect(of('Telegram')).toMatchObject({ state: 'warn' })
})

test.each([
  ['is gone', (file: string) => rmSync(file), 'does not exist'],
  ['is torn', (file: string) => truncateSync(file, 2000), 'it is not whole'],
])('doctor tells that the snapshot of the index %s', async (_case, spoil, finding) => {
  const DATA_DIR = temporaryFolder()
  await putIndexed(DATA_DIR)
  spoil(join(DATA_DIR, 'index.snapshot'))
  expect((await doctor({ DATA_DIR })).of('index snapshot')).toMatchObject({
    state: 'warn',
    finding: expect.stringContaining(finding),
    mend: expect.stringContaining('paperboy index'),
  })
})

test('doctor tells by how many changes the snapshot of the index is behind, from the first on', async () => {
  const folder = temporaryFolder()
  const store = await openTestStore()
  const file = indexFileIn(folder)
  const search = createSearch(createTokeniser(await openSegmenter()), store.archive)
  await search.save(file, await store.archive.state())
  const findings: string[] = []
  for (const headline of ['公园开放', '夜市开门', '']) {
    findings.push((await checkIndexSnapshot(folder, store, false)).finding)
    await shelve(store, [buildArticle({ headline, source: { file: `${headline}.txt`, lines: [1] } })])
  }
  expect(findings.map((it) => it.replace(`${file}: `, ''))).toEqual([
    '0 articles',
    '0 articles, 1 changes behind the archive',
    '0 articles, 2 changes behind the archive',
  ])
})

test('while most files are missing doctor says so, index keeps their articles, and index --prune removes them', async () => {
  const corpus = join(temporaryFolder(), 'corpus')
  const env = { DATA_DIR: temporaryFolder(), CORPUS_DIR: corpus }
  cpSync(join(import.meta.dirname, '..', '..', 'seeds'), corpus, { recursive: true })
  await runWith(['index'], env)
  expect((await doctor(env)).of('known files')).toMatchObject({ state: 'ok' })
  renameSync(corpus, `${corpus}-away`)
  for (const isThere of [false, true]) {
    if (isThere) mkdirSync(corpus)
    expect((await doctor(env)).of('known files')).toMatchObject({
      state: 'warn',
      finding: expect.stringContaining('5 of 5 known files are missing'),
      mend: expect.stringContaining('paperboy index --prune'),
    })
    expect(await runWith(['index', '--json'], env)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/"files":5,.*"missing":5/),
    })
  }
  expect(await runWith(['search', '成都'], env)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/[1-9]\d* articles/),
  })
  expect(await runWith(['index', '--prune'], env)).toMatchObject({
    code: 0,
    out: '0 files, 0 pages, 0 articles\n',
  })
})

test('doctor names what cannot be read in the corpus folder', async () => {
  const corpus = temporaryFolder()
  symlinkSync('nowhere', join(corpus, 'drive'))
  const { of } = await doctor({ DATA_DIR: temporaryFolder(), CORPUS_DIR: corpus })
  expect(of('corpus folder')).toMatchObject({
    state: 'warn',
    finding: expect.stringContaining('cannot read drive'),
  })
})

test('doctor tells what of the files was not read or cannot be trusted, with the words that help', async () => {
  const corpus = temporaryFolder()
  const line = '河上的新桥昨天合龙，两岸山里的老茶树发新芽，满坡'
  writeFileSync(join(corpus, 'a.txt'), `两岸通车\n\n本报讯（记者 张三）昨日\n${`${line}\n`.repeat(30)}`)
  writeFileSync(join(corpus, 'b.pdf'), 'no PDF')
  writeFileSync(join(corpus, 'c.txt'), '城市公园开放\n\n本报讯（记者 李四）昨日，城市公园开放。\n')
  const env = { DATA_DIR: temporaryFolder(), CORPUS_DIR: corpus }
  await runWith(['index'], env)
  const { of } = await doctor(env)
  expect(of('what was read')).toMatchObject({
    state: 'warn',
    finding: expect.stringMatching(/1 file: it holds no PDF.*1 file: its columns ran together/),
    details: [
      expect.stringMatching(/^a\.txt: .*give the PDF itself, or extract the text in reading order/),
      expect.stringMatching(/b\.pdf: it holds no PDF/),
    ],
  })
})

test('doctor shows a person the first files of many, and a program all', async () => {
  const corpus = temporaryFolder()
  for (let at = 0; at < 21; at++) writeFileSync(join(corpus, `${String(at).padStart(2, '0')}.pdf`), 'no PDF')
  writeFileSync(join(corpus, 'c.txt'), '城市公园开放\n\n本报讯（记者 李四）昨日，城市公园开放。\n')
  const env = { DATA_DIR: temporaryFolder(), CORPUS_DIR: corpus }
  await runWith(['index'], env)
  const { of } = await doctor(env)
  expect(of('what was read')).toMatchObject({ finding: '21 files: it holds no PDF, whatever its name says' })
  expect(of('what was read')?.details).toHaveLength(21)
  const { out } = await runWith(['doctor'], env)
  expect(out).toContain('        cannot read 19.pdf: it holds no PDF')
  expect(out).not.toContain('20.pdf')
  expect(out).toContain('and 1 more: paperboy doctor --json names all')
})

test('doctor says how to mend each thing that is wrong, and goes on looking', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  const { code, checks, of } = await doctor({
    DATA_DIR: join(folder, 'file'),
    CORPUS_DIR: join(folder, 'none'),
    BOT_TOKEN: '123456789:AAF_this_is_no_token_of_this_server_',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  })
  expect(code).toBe(1)
  for (const name of ['corpus folder', 'data folder', 'Telegram'])
    expect(of(name)).toMatchObject({ state: 'fail' })
  for (const { state, mend } of checks) expect(mend === undefined).toBe(state === 'ok')
})

test('doctor tells a token that Telegram knows from one that it does not', async () => {
  const log = createLogger('error', { write: () => {} })
  const telegram = await openPlayground({ port: 0, clock: systemClock, log })
  const env = { DATA_DIR: temporaryFolder(), TELEGRAM_API_ROOT: telegram.apiRoot }
  expect((await doctor({ ...env, BOT_TOKEN: telegram.token })).of('Telegram')).toMatchObject({ state: 'ok' })
  const wrong = await doctor({ ...env, BOT_TOKEN: '123456789:AAF_this_is_no_token_of_this_server_' })
  expect(wrong.of('Telegram')).toMatchObject({ state: 'fail', finding: expect.stringContaining('BOT_TOKEN') })
  await telegram.close()
})

test('another corpus folder on the same data folder is refused until it is said that the folder moved', async () => {
  const [DATA_DIR, CORPUS_DIR] = [temporaryFolder(), temporaryFolder()]
  writeFileSync(join(CORPUS_DIR, 'news.jsonl'), '{"headline": "长江水利工程开工", "body": "本报讯。"}\n')
  await putIndexed(DATA_DIR)
  for (const command of [['index'], ['search', '长江']])
    expect(await runWith(command, { DATA_DIR, CORPUS_DIR })).toMatchObject({
      code: 2,
      err: expect.stringContaining(`not from ${CORPUS_DIR}`),
    })
  expect((await doctor({ DATA_DIR, CORPUS_DIR })).of('origin of the archive')).toMatchObject({
    state: 'fail',
    mend: expect.stringContaining('--move-corpus'),
  })
  expect((await doctor({ DATA_DIR })).of('data folder')?.finding).toContain('5 pages')
  expect(await runWith(['index', '--move-corpus'], { DATA_DIR, CORPUS_DIR })).toMatchObject({ code: 0 })
  expect((await doctor({ DATA_DIR, CORPUS_DIR })).of('origin of the archive')).toMatchObject({
    state: 'ok',
    finding: CORPUS_DIR,
  })
})

test('the corpus folder is not moved beside a running bot', async () => {
  const DATA_DIR = temporaryFolder()
  const lock = lockDataFolder(DATA_DIR, 0)
  expect(await runWith(['index', '--move-corpus'], { DATA_DIR })).toMatchObject({
    code: 1,
    err: expect.stringContaining('already running'),
  })
  lock.release()
})

test('doctor names wrong settings, and does not start anything with them', async () => {
  const { code, of } = await doctor({ TIME_ZONE: 'Nowhere' })
  expect(code).toBe(1)
  expect(of('settings')).toMatchObject({ state: 'fail', finding: expect.stringContaining('TIME_ZONE') })
  expect(of('data folder')).toBeUndefined()
})

test.each([
  ['18.20.0', 'fail'],
  ['20.18.3', 'fail'],
  ['20.19.0', 'ok'],
  ['24.1.0', 'ok'],
])('Node %s: %s', (version, state) => {
  expect(checkNode(version)).toMatchObject({ state })
})

test('db backup writes a copy that can be opened, and never over a file', async () => {
  const [data, copies] = [temporaryFolder(), temporaryFolder()]
  await putIndexed(data)
  const file = join(copies, 'paperboy.sqlite')
  expect(await runWith(['db', 'backup', file], { DATA_DIR: data })).toMatchObject({ code: 0, err: '' })
  const copy = await openTestStore({ folder: copies })
  expect(await copy.archive.size()).toMatchObject({ files: 5, pages: 5 })
  expect(await copy.check()).toEqual([])
  const again = await runWith(['db', 'backup', file], { DATA_DIR: data })
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('already') })
})

test('db backup and db copy take no folder without a database for an empty one', async () => {
  const parent = temporaryFolder()
  const [missing, other] = [join(parent, 'missing'), join(parent, 'other')]
  for (const args of [
    ['db', 'backup', join(parent, 'copy.sqlite')],
    ['db', 'copy', '--from', missing, '--to', other],
  ])
    expect(await runWith(args, { DATA_DIR: missing })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`there is no database in ${missing}`),
    })
  expect(readdirSync(parent)).toEqual([])
})

test.each([[['db']], [['db', 'restore', 'x']], [['db', 'backup']], [['db', 'backup', 'a', 'b']]])(
  '%j is no call of db',
  async (args) => {
    expect(await runWith(args, { DATA_DIR: temporaryFolder() })).toMatchObject({ code: 2 })
  },
)

test('doctor --fix mends what is safe, says what it did, and leaves the rest to a person', async () => {
  const parent = temporaryFolder()
  const data = join(parent, 'data')
  // In a folder of its own: it makes .env where it is started.
  const fixed = () => {
    const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'paperboy.js')
    const { stdout } = spawnSync(process.execPath, [program, 'doctor', '--json', '--fix'], {
      cwd: parent,
      env: cleanEnvironment({ DATA_DIR: data }),
      encoding: 'utf8',
    })
    const checks = JSON.parse(stdout) as readonly { check: string; finding: string }[]
    return checks.filter(({ check }) => check === 'fixed').map(({ finding }) => finding)
  }
  expect(fixed().join('\n')).toMatch(/\.env was missing[^]*data was missing: made/)
  expect(existsSync(join(parent, '.env'))).toBe(true)
  await putIndexed(data)
  const snapshot = join(data, 'index.snapshot')
  truncateSync(snapshot, 2000)
  chmodSync(join(data, 'paperboy.sqlite'), 0o644)
  const done = fixed().join('\n')
  expect(done).toContain('index.snapshot was unusable: removed')
  expect(done).toMatch(/closed to other users: .*paperboy\.sqlite/)
  expect(existsSync(snapshot)).toBe(false)
  expect(statSync(join(data, 'paperboy.sqlite')).mode & 0o077).toBe(0)
})

test('doctor --fix makes .env from the example, for its owner alone, and never writes over one', () => {
  const folder = temporaryFolder()
  const example = join(folder, 'example')
  writeFileSync(example, 'BOT_TOKEN=\n')
  expect(
    fixSettingsFile(folder, example)
      .map(({ finding }) => finding)
      .join(),
  ).toContain('was missing')
  const file = join(folder, '.env')
  expect(statSync(file).mode & 0o077).toBe(0)
  writeFileSync(file, 'BOT_TOKEN=1:a\n')
  chmodSync(file, 0o644)
  expect(fixSettingsFile(folder, example).map(({ finding }) => finding)).toEqual([
    expect.stringContaining('closed'),
  ])
  expect(readFileSync(file, 'utf8')).toBe('BOT_TOKEN=1:a\n')
  expect(fixSettingsFile(folder, example)).toEqual([])
})
