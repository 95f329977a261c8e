import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paperboyOver } from '../support/paperboy.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SEED = '004_a9bc4fe151b3ac2e.txt'

interface Told {
  readonly written: boolean
  readonly misfit: string | null
  readonly corrections: readonly Readonly<Record<string, unknown>>[]
  readonly articles: readonly {
    readonly id: string
    readonly headline: string
    readonly lines: readonly number[]
  }[]
}

/** A corpus folder with one page of the seeds, on which two pieces of news follow one another from line 6 and from line 119. */
function corpus() {
  const folder = temporaryFolder()
  const page = join(folder, SEED)
  copyFileSync(join('seeds', SEED), page)
  const data = temporaryFolder()
  const paperboy = paperboyOver(folder, data)
  const fix = async (...args: readonly string[]): Promise<Told> => {
    const { code, out, err } = await paperboy('fix', SEED, ...args, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return JSON.parse(out) as Told
  }
  return { folder, page, fixes: `${page}.fix.json`, paperboy, fix }
}

const articleWith = (told: Told, line: number) => told.articles.find(({ lines }) => lines.includes(line))

test('articles are joined under the title of the first, and stay so until it is taken back', async () => {
  const { paperboy, fix, fixes } = corpus()
  const before = await fix()
  const [first, second] = [articleWith(before, 6), articleWith(before, 119)]
  const after = await fix('--join', `${first?.id},${second?.id}`)
  expect(after.written).toBe(true)
  expect(after.articles).toHaveLength(before.articles.length - 1)
  const joined = articleWith(after, 6)
  expect(joined?.headline).toBe(first?.headline)
  expect(joined?.lines).toEqual([...(first?.lines ?? []), ...(second?.lines ?? [])])

  const { out } = await paperboy('search', '养老服务综合体', '--json')
  const { hits } = JSON.parse(out) as { hits: { id: string; headline: string }[] }
  expect(hits.map(({ id }) => id)).toContain(joined?.id)
  expect(hits.map(({ id }) => id)).not.toContain(second?.id)

  expect((await fix('--undo')).articles).toEqual(before.articles)
  expect(existsSync(fixes)).toBe(false)
  const again = JSON.parse((await paperboy('search', '养老服务综合体', '--json')).out) as {
    hits: { id: string }[]
  }
  expect(again.hits.map(({ id }) => id)).toContain(second?.id)
})

test('of several corrections the last is taken back, then the one before it', async () => {
  const folder = temporaryFolder()
  const titles = ['城市公园昨日开放', '江边夜市今起迎客', '地铁新线正式通车']
  const text = titles.map((it) => `${it}\n\n本报讯（记者 李四）昨日，${it}，市民前往。\n\n`).join('')
  writeFileSync(join(folder, 'a.txt'), text)
  const paperboy = paperboyOver(folder, temporaryFolder())
  const fix = async (...args: readonly string[]) =>
    (JSON.parse((await paperboy('fix', 'a.txt', ...args, '--json')).out) as Told).corrections
  const first = await fix('--headline', '5', '--of', '3')
  expect(await fix('--headline', '9', '--of', '11')).toHaveLength(2)
  expect(await fix('--undo')).toEqual(first)
  expect(await fix('--undo')).toEqual([])
})

test('a headline is set from lines of another title, and its former lines are left over', async () => {
  const { paperboy, fix, folder } = corpus()
  const before = await fix()
  const wrong = articleWith(before, 312)
  const after = await fix('--headline', '309-310', '--of', `${wrong?.id}`)
  expect(articleWith(after, 312)?.headline).toBe(
    '推动成渝地区双城经济圈建设 重庆四川党政联席会议第九次会议举行成果发布会',
  )
  expect(articleWith(after, 235)).toBeUndefined()
  const { out } = await paperboy('read', join(folder, SEED))
  expect(out).toContain('left over (stray), lines 235–236')
})

test('an article is split at a line, with a headline for what follows', async () => {
  const { fix } = corpus()
  const before = await fix()
  const whole = articleWith(before, 467)
  const after = await fix('--split', '488', '--headline', '564-565')
  const [upper, lower] = [articleWith(after, 467), articleWith(after, 488)]
  expect(upper?.id).not.toBe(lower?.id)
  expect(lower?.headline).toContain('成渝中线高铁')
  expect([...(upper?.lines ?? []), ...(lower?.lines ?? [])].toSorted((a, b) => a - b)).toEqual(
    [...(whole?.lines ?? []), 564, 565].toSorted((a, b) => a - b),
  )
})

test('the parts of a body are put in another order', async () => {
  const { paperboy, fix, folder } = corpus()
  const bodyOf = async () => {
    const { out } = await paperboy('read', join(folder, SEED), '--json')
    const [{ articles }] = JSON.parse(out) as [{ articles: { paragraphs: string[] }[] }]
    return articles
      .map((it) => it.paragraphs.map((text) => text.slice(0, 8)))
      .find((it) => it.includes('在数据基础制度方'))
  }
  const before = await bodyOf()
  await fix('--order', '499,488')
  const after = await bodyOf()
  const at = before?.indexOf('在数据基础制度方') ?? -1
  expect(after?.slice(0, at)).toEqual(before?.slice(0, at))
  expect(after?.toSorted()).toEqual(before?.toSorted())
  expect(after?.[at]).toBe('在数字产业化方面')
  expect(after?.at(-1)).toBe('在数据基础制度方')
})

test('a dry run shows the file, and writes nothing', async () => {
  const { paperboy, fixes } = corpus()
  const { code, out } = await paperboy('fix', SEED, '--join', '6,119', '--dry-run')
  expect(code).toBe(0)
  expect(out).toContain('"join": [\n        "6 6月21日上午，重庆市党"')
  expect(existsSync(fixes)).toBe(false)
})

test('corrections that do not fit any more are named, and the page is read without them', async () => {
  const { paperboy, fix, page } = corpus()
  const before = await fix()
  await fix('--join', '6,65')
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^(?:.*\n){2}/u, ''))
  const { err, out } = await paperboy('read', page, '--json')
  expect(err).toMatch(
    /004_\w+\.txt\.fix\.json does not fit any more, so that the page is read without it: line 6 /u,
  )
  expect(JSON.parse(out)[0].articles).toHaveLength(before.articles.length)
  expect(await paperboy('fix', SEED)).toMatchObject({ code: 1, err: expect.stringContaining('does not fit') })
  expect(await paperboy('fix', SEED, '--undo')).toMatchObject({ code: 0 })
  expect(await paperboy('fix', SEED)).toMatchObject({ code: 0, err: '' })
})

test.each([
  ['{"corrections": ', 'it is no JSON'],
  ['{"join": ["1 a"]}', 'it has no list "corrections"'],
  ['{"corrections": [{"join": ["12"]}]}', 'number 1 of its corrections says nothing that is known'],
  ['{"corrections": [{"split": "9999 甲"}]}', 'it has no line 9999'],
])('corrections %j are named, and the page is read all the same', async (text, reason) => {
  const { paperboy, fixes, page } = corpus()
  writeFileSync(fixes, text)
  const { code, out, err } = await paperboy('read', page, '--json')
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining(reason) })
  expect(JSON.parse(out)[0].articles.length).toBeGreaterThan(5)
})

test.each([
  [['--join', '6'], 2, 'two articles or more'],
  [['--join', '6,aaaaaaaaaa'], 2, 'has no article aaaaaaaaaa'],
  [['--split', '5'], 2, 'line 5 of'],
  [['--split', 'x'], 2, 'are no lines'],
  [['--split', '1'], 1, 'line 1 is not in the body'],
  [['--split', '567'], 1, 'line 567 belongs to no article'],
  [['--headline', '1'], 2, 'needs --of'],
  [['--headline', '1', '--kicker', '1', '--of', '6'], 1, 'line 1 is named twice'],
  [['--order', '6,6'], 1, 'line 6 is named twice'],
  [['--kicker', '1', '--of', '6'], 2, 'need --headline'],
  [['--order', '6,119'], 1, 'are not in the body of one article'],
  [['--undo'], 1, 'there is no correction'],
  [['--undo', '--split', '6'], 2, '--undo stands alone'],
])('fix %j is refused with a sentence', async (args, code, sentence) => {
  const { paperboy, fixes } = corpus()
  expect(await paperboy('fix', SEED, ...args)).toMatchObject({ code, err: expect.stringContaining(sentence) })
  expect(existsSync(fixes)).toBe(false)
})

test('what is no text page, or not there, is refused', async () => {
  const { paperboy, folder } = corpus()
  writeFileSync(join(folder, 'a.json'), '{}')
  expect(await paperboy('fix', 'a.json')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no text page'),
  })
  expect(await paperboy('fix', 'b.txt')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no file b.txt'),
  })
  expect((await paperboy('fix')).code).toBe(2)
})
