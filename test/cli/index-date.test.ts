import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paperboyOver } from '../support/paperboy.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TEXT = '全市工作会议召开\n\n本报讯（记者 张三）昨日，全市工作会议召开。\n'

async function corpusOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'june'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const data = temporaryFolder()
  const paperboy = paperboyOver(folder, data)
  return {
    folder,
    paperboy,
    given: (below: string) => JSON.parse(readFileSync(join(folder, below), 'utf8')) as unknown,
    dateOf: async (word: string) => {
      const { out } = await paperboy('search', word, '--json')
      return (JSON.parse(out) as { hits: { date: string | null }[] }).hits[0]?.date
    },
  }
}

test('index --date notes the day of a folder, whose articles then have it, and takes it back', async () => {
  const { paperboy, given, dateOf } = await corpusOf({ 'june/a.txt': TEXT })
  expect(await paperboy('index', '--date', '2024-06-08', 'june')).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 files, 1 pages, 1 articles'),
    err: expect.stringContaining('june/paperboy.json: of 2024-06-08 for june'),
  })
  expect(given('june/paperboy.json')).toEqual({ date: '2024-06-08' })
  expect(await dateOf('工作会议')).toBe('2024-06-08')
  expect((await paperboy('index', '--date', 'none', 'june')).code).toBe(0)
  expect(given('june/paperboy.json')).toEqual({})
  expect(await dateOf('工作会议')).toBeNull()
})

test('of a single file it is noted beside what paperboy.json says already', async () => {
  const { paperboy, given, dateOf } = await corpusOf({
    'june/a.txt': TEXT,
    'june/paperboy.json': '{"paper": "江城日报", "files": {"b.txt": {"page": "02"}}}',
  })
  expect((await paperboy('index', '--date', '20240608', 'june/a.txt')).code).toBe(0)
  expect(given('june/paperboy.json')).toEqual({
    paper: '江城日报',
    files: { 'a.txt': { date: '2024-06-08' }, 'b.txt': { page: '02' } },
  })
  expect(await dateOf('工作会议')).toBe('2024-06-08')
})

test('without a path it is the day of the whole corpus folder', async () => {
  const { paperboy, given } = await corpusOf({ 'june/a.txt': TEXT })
  expect((await paperboy('index', '--date', '2024-06-08')).code).toBe(0)
  expect(given('paperboy.json')).toEqual({ date: '2024-06-08' })
})

test.each([
  [['--date', 'gestern'], 2, '--date gestern is no day'],
  [['--date', '2024-02-30'], 2, '--date 2024-02-30 is no day'],
  [['june'], 2, 'what about june?'],
  [['--date', '2024-06-08', 'july'], 1, 'there is no such file or folder'],
  [['--date', '2024-06-08', '..'], 1, 'it is not in the corpus folder'],
])('index %j is refused with a sentence', async (args, code, sentence) => {
  const { paperboy } = await corpusOf({ 'june/a.txt': TEXT })
  expect(await paperboy('index', ...args)).toMatchObject({ code, err: expect.stringContaining(sentence) })
})

test('a paperboy.json that is no JSON is left as it is', async () => {
  const { paperboy, folder } = await corpusOf({ 'june/a.txt': TEXT, 'june/paperboy.json': '{"paper": ' })
  expect(await paperboy('index', '--date', '2024-06-08', 'june')).toMatchObject({
    code: 1,
    err: expect.stringContaining('it is no JSON'),
  })
  expect(readFileSync(join(folder, 'june/paperboy.json'), 'utf8')).toBe('{"paper": ')
})
