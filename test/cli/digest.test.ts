import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'

const folder = mkdtempSync(join(tmpdir(), 'paperboy-digest-'))
afterAll(() => rmSync(folder, { recursive: true }))

const corpus = join(folder, 'corpus')
const empty = join(folder, 'empty')
mkdirSync(corpus)
mkdirSync(empty)
const news = [
  {
    headline: '地铁新线通车',
    section: '要闻',
    page: '01',
    date: '2024-06-08',
    body: '地铁新线昨日正式通车。',
  },
  { headline: '球队主场夺冠', section: '体育', page: '08', date: '2024-06-08', body: '球队在主场夺得冠军。' },
  { headline: '公园延时开放', page: '02', date: '2024-06-07', body: '公园今起延时开放到夜里。' },
]
writeFileSync(join(corpus, 'news.jsonl'), news.map((it) => `${JSON.stringify(it)}\n`).join(''))

const paperboyDigest = (args: readonly string[], lines: readonly string[] = [], from = corpus) =>
  paperboyOf('digest', args, lines, from)

async function paperboyOf(
  command: string,
  args: readonly string[],
  lines: readonly string[] = [],
  from = corpus,
) {
  const output = recordOutput()
  const code = await run([command, ...args], {
    env: { LOG_LEVEL: 'error', CORPUS_DIR: from, DATA_DIR: join(folder, `data-of-${from === corpus}`) },
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
  })
  return { code, ...output.said }
}

test('digest --json gives the form of the contract, of the newest issue unless told', async () => {
  const { code, out } = await paperboyDigest(['--json'])
  expect(code).toBe(0)
  const id = expect.stringMatching(/^[a-z2-7]{10}$/)
  expect(JSON.parse(out)).toEqual({
    date: '2024-06-08',
    sections: [
      { section: '要闻', stories: [{ id, headline: '地铁新线通车', summary: '地铁新线昨日正式通车。' }] },
      { section: '体育', stories: [{ id, headline: '球队主场夺冠', summary: '球队在主场夺得冠军。' }] },
    ],
  })
})

test('digest for people has the day, the sections, the headlines and a sentence each', async () => {
  const { out } = await paperboyDigest(['--date', '2024-06-08'])
  expect(out).toMatch(
    /^2024-06-08\n\n\[要闻\]\n· 地铁新线通车 {2}\w{10}\n {2}地铁新线昨日正式通车。\n\n\[体育\]\n/,
  )
})

test.each([['6月8日'], ['2024年6月8日'], ['20240608'], ['6月']])(
  'digest --date %s is of that day',
  async (date) => {
    const { code, out } = await paperboyDigest(['--date', date, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ date: '2024-06-08' })
  },
)

test('digest --date 昨天 says which issue is the newest', async () => {
  const { code, err } = await paperboyDigest(['--date', '昨天'])
  expect(code).toBe(1)
  expect(err).toContain('the newest issue is of 2024-06-08')
})

test('digest --stdin answers each line, in order, also where there is nothing to tell', async () => {
  const { code, out } = await paperboyDigest(['--stdin'], ['2024-06-07', 'whenever', '2024-06-06', '6月8日'])
  expect(code).toBe(1)
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toMatchObject([
    { date: '2024-06-07', sections: [{ section: null, stories: [{ headline: '公园延时开放' }] }] },
    { date: 'whenever', sections: [], error: 'no date' },
    { date: '2024-06-06', sections: [], error: 'no such issue' },
    { date: '2024-06-08', sections: [{ section: '要闻' }, { section: '体育' }] },
  ])
})

test.each([
  ['a day that the calendar has not', ['--date', '2024-02-30'], corpus, 2, 'invalid --date'],
  ['a day without an issue', ['--date', '2024-06-06'], corpus, 1, 'the newest issue is of 2024-06-08'],
  ['an empty archive', [], empty, 1, 'no dated issue'],
])('%s gets a sentence', async (_case, args, from, expected, sentence) => {
  const { code, err } = await paperboyDigest(args, [], from)
  expect(code).toBe(expected)
  expect(err).toContain(sentence)
})

test('front tells of a picture that cannot be written', async () => {
  const out = join(folder, 'nowhere', 'front.png')
  const { code, err } = await paperboyOf('front', ['--out', out])
  expect({ code, err }).toEqual({
    code: 1,
    err: `paperboy: cannot write ${out}: there is no such file or folder (ENOENT)\n`,
  })
})

test('front takes no word for a day', async () => {
  const { code, err } = await paperboyOf('front', ['乱', '--out', join(folder, 'front.png')])
  expect({ code, err }).toEqual({
    code: 2,
    err: 'paperboy: 乱 is no day: write it as 2024-06-08, 6月8日 or 昨天\n',
  })
})
