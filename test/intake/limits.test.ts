import { execFile } from 'node:child_process'
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MB = 1024 * 1024
const SIZE = 120 * MB

/** Writes a text over and over, until the file is large. */
function writeLarge(
  file: string,
  text: Buffer,
  before = '',
  after = '',
  encoding: BufferEncoding = 'utf8',
): void {
  const some = Buffer.concat(Array.from({ length: Math.ceil(MB / text.length) }, () => text))
  const handle = openSync(file, 'w')
  writeSync(handle, Buffer.from(before, encoding))
  for (let size = 0; size < SIZE; size += some.length) writeSync(handle, some)
  writeSync(handle, after)
  closeSync(handle)
}

async function index(corpus: string, data: string) {
  const script = join(import.meta.dirname, '..', 'support', 'index-process.ts')
  const env = { ...process.env, LOG_LEVEL: 'warn' }
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', script, corpus, data],
    { env },
  )
  const [size = '{}', end = '{}'] = stdout.trim().split('\n').slice(-2)
  return { ...JSON.parse(size), ...JSON.parse(end), log: stdout + stderr }
}

test('lines and articles over the limit are named, all else is served, in bounded memory', async () => {
  const [corpus, data] = [temporaryFolder(), temporaryFolder()]
  const file = (name: string) => join(corpus, name)
  const news = '新桥通车\n\n本报讯（记者 李晓明）横跨大河的新桥昨日通车。\n'
  const ready = (headline: string, body: string) => `${JSON.stringify({ headline, body })}\n`
  writeLarge(file('line.txt'), Buffer.from('报'), news, `\n${news.replaceAll('新桥', '旧桥')}`)
  writeLarge(file('utf16.txt'), Buffer.from('报', 'utf16le'), '\ufeff', '', 'utf16le')
  writeLarge(
    file('article.jsonl'),
    Buffer.from('报'),
    `${ready('前一篇', '正文。')}{"headline":"长","body":"`,
    `"}\n${ready('后一篇', '正文。')}`,
  )
  writeFileSync(file('long.jsonl'), ready('长文', '报'.repeat(262_144)) + ready('短文', '报。'))
  writeFileSync(file('page.txt'), news.replaceAll('新桥', '小桥'))

  const first = await index(corpus, data)
  expect(first).toMatchObject({ code: 0, files: 5, unreadable: 4 })
  for (const name of [
    'line.txt: line 4 is longer than 60000 characters',
    'utf16.txt: line 1 is longer',
    'article.jsonl: line 2 is longer than 2097152 characters',
    'long.jsonl: line 1 holds an article of 262146 characters; the limit is 262144',
  ])
    expect(first.log).toContain(name)
  const store = await openTestStore({ folder: data })
  const { articles } = await store.archive.browse({ offset: 0, limit: 99 })
  const headlines = ['前一篇', '后一篇', '新桥通车', '旧桥通车', '短文', '小桥通车']
  expect(articles.map(({ headline }) => headline).toSorted()).toEqual(headlines.toSorted())
  expect(first.peakMb).toBeLessThan(350)
  // The next start knows, and reads none of it again.
  const second = await index(corpus, data)
  expect(second).toMatchObject({ code: 0, files: 5, unreadable: 4 })
  expect(second.log).toContain('line.txt: line 4 is longer')
})
