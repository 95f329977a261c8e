import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'

const folder = mkdtempSync(join(tmpdir(), 'paperboy-cli-'))
const news = [
  {
    id: 'n1',
    headline: '长江水位上涨',
    body: '长江水位今天上涨两米。\n防汛人员上堤巡查。\n气象部门说明天有雨。',
    date: '2024-06-08',
    paper: '江城晚报',
    page: '03',
  },
  { id: 'n2', headline: '地铁延长运营', body: '地铁末班车推迟一小时。', date: '2024-06-07' },
  {
    id: 'n7',
    headline: '渡轮加班',
    body: '为迎接暑运，渡轮增开了两班。\n渡轮末班船推迟半小时。\n渡轮票价不变。',
    date: '2024-06-06',
  },
  { id: 'n8', headline: '渡口修缮', body: '渡口修缮期间渡轮照常开行，票价不变。', date: '2024-06-05' },
]

beforeAll(() => writeFileSync(join(folder, 'news.jsonl'), news.map((it) => JSON.stringify(it)).join('\n')))
afterAll(() => rmSync(folder, { recursive: true }))

async function paperboy(args: readonly string[], input = '') {
  const output = recordOutput()
  const env = { CORPUS_DIR: folder, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }
  const code = await run(args, { env, input: Readable.from(input === '' ? [] : [input]), output })
  const lines = output.said.out.trimEnd().split('\n')
  return {
    code,
    lines,
    json: (): unknown[] => lines.map((line): unknown => JSON.parse(line)),
    err: output.said.err,
  }
}

describe('paperboy search', () => {
  test('gives hits in the form of the contract', async () => {
    const { code, json } = await paperboy(['search', '水位', '--json'])
    expect(code).toBe(0)
    expect(json()).toEqual([
      {
        query: '水位',
        total: 1,
        hits: [
          {
            id: expect.stringMatching(/^[a-z2-7]{10}$/),
            sourceId: 'n1',
            headline: '长江水位上涨',
            date: '2024-06-08',
            paper: '江城晚报',
            page: '03',
            file: 'news.jsonl',
            score: expect.any(Number),
            excerpts: [{ text: '长江水位今天上涨两米。', highlights: [[2, 4]] }],
          },
        ],
        suggestions: [],
        understood: { query: '水位', fillers: [], kind: null, wantsNewest: false, otherNames: [] },
        relaxed: [],
        problems: [],
      },
    ])
  })

  test.each([
    [
      '长江 水味',
      { kind: 'corrected', from: '水味', to: '水位' },
      'no article holds 水味: searched for 水位',
    ],
    [
      '长江 火山',
      { kind: 'someWords', complete: 0, missing: ['火山'] },
      'left out, as no article holds it: 火山',
    ],
  ])('says what of %s was changed or left out', async (query, change, told) => {
    const { json } = await paperboy(['search', query, '--json'])
    expect(json()).toMatchObject([{ relaxed: [change] }])
    expect((await paperboy(['search', query])).lines).toContain(told)
  })

  test('tells how many hold all words, where others hold some', async () => {
    const { lines } = await paperboy(['search', '渡轮 末班船'])
    expect(lines.slice(0, 3)).toEqual([
      '渡轮 末班船: 2 articles',
      'the first one holds all words, the others some',
      '1. 渡轮加班',
    ])
  })

  test('answers a query a line, in order', async () => {
    const { json } = await paperboy(['search', '--stdin', '--limit', '1'], '末班车\n\n没有这个词的\n长江\n')
    expect(json()).toMatchObject([
      { query: '末班车', total: 1 },
      { query: '', total: 0 },
      { query: '没有这个词的' },
      { query: '长江', total: 1 },
    ])
    // So many hits, of however many.
    const [ferries] = (await paperboy(['search', '--stdin', '--limit', '1'], '渡轮\n')).json()
    expect(ferries).toMatchObject({ total: 2, hits: [{ sourceId: 'n7' }] })
  })

  test('shows people the hits with ids to go on with', async () => {
    const [answer] = (await paperboy(['search', '地铁', '--json'])).json()
    expect(answer).toMatchObject({ hits: [{ paper: null, page: null }] })
    const { lines } = await paperboy(['search', '地铁', '末班车'])
    expect(lines[0]).toBe('地铁 末班车: 1 article')
    expect(lines[2]).toMatch(/2024-06-07 · [a-z2-7]{10}$/)
  })
})

describe('paperboy ask', () => {
  test('gives answers in the form of the contract', async () => {
    const { code, json } = await paperboy(['ask', '长江水位上涨多少', '--json'])
    expect(code).toBe(0)
    expect(json()).toMatchObject([
      {
        question: '长江水位上涨多少',
        kind: 'number',
        answers: [
          {
            sentence: '长江水位今天上涨两米。',
            highlights: [[8, 10]],
            id: expect.stringMatching(/^[a-z2-7]{10}$/),
            headline: '长江水位上涨',
            date: '2024-06-08',
            paper: '江城晚报',
            page: '03',
            paragraph: 0,
            score: expect.any(Number),
            older: false,
          },
        ],
        hits: [{ sourceId: 'n1' }],
      },
    ])
  })

  test('says in words that the archive does not say, and what was searched for', async () => {
    const { code, lines } = await paperboy(['ask', '长江水位为什么上涨'])
    expect(code).toBe(0)
    expect(lines.join('\n')).toContain('the archive does not say; searched for: 长江水位')
    expect(lines.join('\n')).toContain('长江水位上涨')
  })

  test('shows people so many answers with their places, and so many articles below them', async () => {
    const { lines } = await paperboy(['ask', '渡轮末班船推迟多久', '--answers', '2', '--limit', '1'])
    expect(lines.slice(0, 2)).toEqual(['渡轮末班船推迟多久', '  渡轮末班船推迟半小时。'])
    expect(lines[2]).toMatch(/^ {4}渡轮加班 · 2024-06-06 · [a-z2-7]{10} paragraph 2$/)
    expect(lines.filter((line) => /^ {2}\d+\. /.test(line))).toEqual([
      expect.stringMatching(/^ {2}1\. 渡轮加班 · [a-z2-7]{10}$/),
    ])
  })

  test('answers questions of standard input in order, one line of JSON each', async () => {
    const { json } = await paperboy(['ask', '--stdin'], '地铁末班车推迟多久\n谁写的\n')
    expect(json()).toMatchObject([
      { answers: [{ sentence: '地铁末班车推迟一小时。' }] },
      { question: '谁写的', answers: [] },
    ])
  })

  test('wants a question', async () => {
    expect(await paperboy(['ask'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('missing QUESTION'),
    })
  })
})

describe('paperboy summary', () => {
  const idOf = async (query: string) => {
    const [answer] = (await paperboy(['search', query, '--json'])).json()
    return /"id":"(\w+)"/.exec(JSON.stringify(answer))?.[1] ?? ''
  }

  test('gives sentences that stand in the article', async () => {
    const id = await idOf('水位')
    const [answer] = (await paperboy(['summary', id, '--sentences', '1', '--json'])).json()
    expect(answer).toEqual({ id, headline: '长江水位上涨', sentences: [expect.stringMatching(/。$/)] })
    expect(news[0]?.body).toContain((answer as { sentences: string[] }).sentences[0])
  })

  test('answers an id a line; one that is not there gets a line too', async () => {
    const id = await idOf('地铁')
    const { code, json } = await paperboy(['summary', '--stdin'], `aaaaaaaaaa\n ${id} \n`)
    expect(code).toBe(1)
    expect(json()).toMatchObject([
      { id: 'aaaaaaaaaa', error: 'no such article' },
      { id, sentences: [] },
    ])
  })

  test('takes the id of a JSON Lines file too', async () => {
    const { code, json } = await paperboy(['summary', '--stdin', '--sentences', '1'], 'n2\nn1\nn3\n')
    expect(code).toBe(1)
    expect(json()).toMatchObject([
      { headline: '地铁延长运营', sentences: ['地铁末班车推迟一小时。'] },
      { headline: '长江水位上涨' },
      { id: 'n3', error: 'no such article' },
    ])
  })

  test('an id that is not there: exit code 1 and what to do', async () => {
    const { code, err } = await paperboy(['summary', 'aaaaaaaaaa'])
    expect(code).toBe(1)
    expect(err).toContain('paperboy search')
  })
})

test('paperboy index saves what search knows; without it, and over a torn one, answers are the same', async () => {
  const file = join(folder, 'data', 'index.snapshot')
  expect((await paperboy(['index'])).code).toBe(0)
  const [saved, answer] = [readFileSync(file), await paperboy(['search', '地铁', '--json'])]
  expect(answer.json()).toMatchObject([{ total: 1 }])
  for (const harm of [() => rmSync(file), () => writeFileSync(file, saved.subarray(0, -1))]) {
    harm()
    expect((await paperboy(['search', '地铁', '--json'])).lines).toEqual(answer.lines)
    expect((await paperboy(['index'])).code).toBe(0)
    expect(readFileSync(file).length).toBe(saved.length)
  }
})
