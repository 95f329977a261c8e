import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'

let folder: string
let id: string

async function paperboy(...args: readonly string[]) {
  const output = recordOutput()
  const env = { CORPUS_DIR: folder, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }
  const code = await run(args, { env, input: Readable.from([]), output })
  return { code, ...output.said }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-card-'))
  const body = '公园昨日起延时开放。市民可以游园到晚上十点。园方增开了三处入口。'
  writeFileSync(join(folder, 'a.jsonl'), JSON.stringify({ headline: '公园延时开放', body }))
  const { hits } = JSON.parse((await paperboy('search', '公园', '--json')).out) as { hits: { id: string }[] }
  id = hits[0]?.id ?? ''
})

afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['the key sentences', []],
  ['sentences by number', ['--sentences', '2,3']],
  ['the sentence that holds a text, on dark paper', ['--quote', '晚上十点', '--dark']],
])('a card quotes %s, and tells where it is', async (name, args) => {
  const file = join(folder, `${name}.png`)
  expect(await paperboy('card', id, ...args, '--out', file)).toMatchObject({ code: 0, out: `${file}\n` })
  const bytes = readFileSync(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBe(1080)
})

test('two whole sentences in quotation are those sentences, without a mark and without their neighbour', async () => {
  const file = join(folder, 'whole.png')
  await paperboy('card', id, '--quote', '市民可以游园到晚上十点。园方增开了三处入口。', '--out', file)
  expect(readFileSync(file)).toEqual(readFileSync(join(folder, 'sentences by number.png')))
})

test.each([
  ['words that are not in the article', ['--quote', '动物园'], 1, 'does not say this'],
  ['a quotation of ten megabytes', ['--quote', '长'.repeat(3_000)], 2, 'a card holds 2000'],
  ['a sentence that is not there', ['--sentences', '9'], 2, 'numbers from 1 to 3'],
  ['a name that is none', ['--bot', '../x'], 2, 'no user name'],
])('%s get a sentence, and no file', async (name, args, code, err) => {
  const file = join(folder, `${name}.png`)
  const done = await paperboy('card', id, ...args, '--out', file)
  expect(done).toMatchObject({ code, out: '' })
  expect(done.err).toContain(err)
  expect(existsSync(file)).toBe(false)
})
