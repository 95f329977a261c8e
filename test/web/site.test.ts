import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createLogger } from '../../src/ops/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { openSiteServer, WebPortError } from '../../src/web/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { partialSearch } from '../support/partial-search.ts'
import { searchWithoutServer } from '../support/search-without-server.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { openTestSite } from '../support/site.ts'
import { openTestStore, shelve } from '../support/stores.ts'

const paper = { paper: '江城日报', issueDate: '2024-06-08', datePrecision: 'printed' as const }
const article = buildArticle({
  ...paper,
  page: '03',
  section: '要闻',
  kicker: ['防汛进行时'],
  headline: '水位 回落',
  deck: ['沿江各县转入灾后重建'],
  byline: ['周启明'],
  subheads: [{ text: '堤上的人', before: 1 }],
  paragraphs: ['江水退了。人们回到堤上。', '“三米。”老张说。'],
  captions: ['堤上的工人'],
})
const beside = buildArticle({
  ...paper,
  page: '03',
  headline: '发展软件产业',
  paragraphs: ['头发与发展不同。江水仍在退。'],
  source: { file: 'test.txt', lines: [9] },
})
const later = buildArticle({
  ...paper,
  issueDate: '2024-06-09',
  page: '01',
  headline: '新桥合龙',
  paragraphs: ['新桥今日合龙。'],
  source: { file: 'later.txt', lines: [1] },
})
const undated = buildArticle({
  headline: '没有日期',
  paragraphs: ['不知道是哪天。'],
  source: { file: 'x.txt', lines: [1] },
})
const all = [article, beside, later, undated]

describe('an article', () => {
  test('is shown as it was printed, each sentence under its number', async () => {
    const { read } = await openTestSite(all)
    const { status, text } = await read(`/a/${article.id}`)
    expect(status).toBe(200)
    for (const part of [
      '<p class="section">要闻</p>',
      '<p class="kicker">防汛进行时</p>',
      '<span class="phrase">水位</span> <span class="phrase">回落</span></h1>',
      '<p class="deck">沿江各县转入灾后重建</p>',
      '<a href="/d/2024-06-08">2024年6月8日</a>',
      '<p><span id="s1">江水退了。</span><span id="s2">人们回到堤上。</span></p>\n<h2>堤上的人</h2>\n<p><span id="s3">“三米。”',
      '图：堤上的工人',
      `rel="next" href="/a/${beside.id}"`,
      '<meta property="og:title" content="水位 回落">',
      `<meta property="og:image" content="https://news.example/a/${article.id}/card.png">`,
    ])
      expect(text).toContain(part)
  })

  test('of a day is shared with its front page and first headlines', async () => {
    const drawn: string[] = []
    const { read, get } = await openTestSite(all, {
      drawCard: async (picture) => {
        drawn.push(picture.kind)
        return Uint8Array.of(137)
      },
    })
    const { text } = await read('/d/2024-06-08')
    expect(text).toContain('<meta property="og:image" content="https://news.example/d/2024-06-08/front.png">')
    expect(text).toMatch(/og:description" content="[^"]*水位 回落/)
    expect((await get('/d/2024-06-08/front.png')).headers.get('content-type')).toBe('image/png')
    expect(drawn).toEqual(['front'])
    expect((await get('/d/1999-01-01/front.png')).status).toBe(404)
    expect((await get('/d/undated/front.png')).status).toBe(404)
  })

  test('comes without anything from another host, and without inline script or style', async () => {
    const { read } = await openTestSite(all)
    const { text, headers } = await read(`/a/${article.id}`)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    )
    expect(text).not.toMatch(
      /<style|\sstyle=|\son\w+=|<script>|<script [^>]*src="(?!\/read\/)|<(?:img|link)[^>]* (?:src|href)="(?!\/|https:\/\/news\.example\/)/,
    )
    expect(Buffer.byteLength(text)).toBeLessThan(20_000)
  })

  test('is text: what looks like HTML in it is shown, in texts, addresses and queries', async () => {
    const evil = '"><script>alert(1)</script>'
    const it = buildArticle({
      ...paper,
      page: evil,
      paper: evil,
      section: evil,
      headline: evil,
      kicker: [evil],
      deck: [evil],
      byline: [evil],
      paragraphs: [evil],
      captions: [evil],
    })
    const { read } = await openTestSite([it])
    for (const path of [
      `/a/${it.id}`,
      '/d/2024-06-08',
      `/q?q=${encodeURIComponent(evil)}`,
      `/p/${encodeURIComponent(evil)}/2024-06-08/${encodeURIComponent(evil)}`,
      `/${encodeURIComponent(evil)}`,
    ]) {
      const { text } = await read(path)
      expect(text).not.toContain('<script>')
      expect(text).not.toContain('alert(1)</')
    }
    // The article and the page of its day do show it.
    for (const path of [`/a/${it.id}`, '/d/2024-06-08'])
      expect((await read(path)).text).toContain('&lt;script')
  })

  test('of thirty thousand characters is sent packed, in less than 60 KB', async () => {
    const words = ['水位', '堤坝', '江面', '村民', '队员', '沙袋', '雨势', '码头']
    const paragraphs = Array.from(
      { length: 300 },
      (_, n) =>
        Array.from({ length: 33 }, (_, m) => `${words[(n * 7 + m * m) % 8]}${(n * m) % 10}`).join('') + '。',
    )
    const long = buildArticle({ headline: '长篇', paragraphs })
    const { port, read } = await openTestSite([long])
    const text = (await read(`/a/${long.id}`)).text // fetch unpacks it
    expect(text).toContain(paragraphs.at(-1))
    const packed = await raw(port, `/a/${long.id}`, 'GET', { 'accept-encoding': 'br, gzip' })
    expect(packed.bytes).toBeLessThan(60_000)
    expect((await raw(port, `/a/${long.id}`)).text).toBe(text)
    // A cache between must not give what is packed to a browser that cannot unpack it, whichever came first.
    for (const encoding of ['gzip', 'identity']) {
      const { headers } = await read(`/a/${long.id}`, { headers: { 'accept-encoding': encoding } })
      expect([headers.get('vary'), headers.get('content-encoding')]).toEqual([
        expect.stringContaining('Accept-Encoding'),
        encoding === 'gzip' ? 'gzip' : null,
      ])
    }
  })

  test('is not sent again to a browser that has it', async () => {
    const { get } = await openTestSite(all)
    const first = await get(`/a/${article.id}`)
    const again = await get(`/a/${article.id}`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const changed = await get(`/a/${article.id}?size=xl`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(changed.status).toBe(200)
  })

  test('is shown as the reader wants it, by link and then by cookie', async () => {
    const { read } = await openTestSite(all)
    const asked = await read(`/a/${beside.id}?theme=sepia&script=hant&size=huge`)
    expect(asked.text).toContain('<html lang="zh-Hant" data-theme="sepia" data-size="m"')
    expect(asked.text).toContain('頭髮與發展不同。')
    const cookie = asked.headers.get('set-cookie')?.split(';')[0] ?? ''
    const later = await read(`/a/${beside.id}`, { headers: { cookie } })
    expect(later.text).toContain('頭髮與發展不同。')
    expect(later.text).toContain('搜尋')
    expect((await read(`/a/${beside.id}`)).text).toContain('头发与发展不同。')
  })
})

test('an article that comes in stands beside the others a second later', async () => {
  const { read, store, pass } = await openTestSite(all)
  expect((await read(`/a/${beside.id}`)).text).not.toContain('新来的报道')
  const come = buildArticle({
    ...paper,
    page: '04',
    headline: '新来的报道',
    source: { file: 'z.txt', lines: [1] },
  })
  await shelve(store, [come])
  pass(1_000)
  expect((await read(`/a/${beside.id}`)).text).toContain(`rel="next" href="/a/${come.id}"`)
})

test('days, printed pages and search lead from one to the other', async () => {
  const { read, get } = await openTestSite(all)
  expect((await get('/d')).headers.get('location')).toBe('/d/2024-06-09')
  const day = await read('/d/2024-06-08')
  expect(day.text).toContain('rel="next" href="/d/2024-06-09"')
  expect(day.text).toContain('rel="prev" href="/d/undated"')
  const page = `/p/${encodeURIComponent('江城日报')}/2024-06-08/03`
  expect(day.text).toContain(`<a href="${page}">江城日报 · 第03版 · 要闻</a>`)
  expect((await read(page)).text).toContain(`href="/a/${beside.id}"`)
  expect((await read('/d/undated')).text).toContain(`href="/a/${undated.id}"`)
  const found = await read(`/q?q=${encodeURIComponent('人们 堤上')}`)
  expect(found.text).toContain(
    `<a href="/a/${article.id}#s2">江水退了。<mark>人们</mark>回到<mark>堤上</mark>。</a>`,
  )
  expect((await read('/q?q=%E9%A3%9E%E7%A2%9F')).text).toContain('没有找到')
})

test('who searches while part of a search server is away is told so', async () => {
  const search = createSearch(createTokeniser(createIcuSegmenter()), archiveOf(all))
  await search.add(all)
  const { read } = await openTestSite(all, { search: partialSearch(search) })
  const path = `/q?q=${encodeURIComponent('人们 堤上')}`
  expect((await read(path)).text).toContain('部分结果：有一部分报道暂时查不到')
  expect((await (await openTestSite(all)).read(path)).text).not.toContain('部分结果')
})

test('without the search server articles are read without what is related, and who searches is told why not', async () => {
  const store = await openTestStore()
  await shelve(store, all)
  const { read } = await openTestSite(all, { search: await searchWithoutServer(store.archive) })
  const shown = await read(`/a/${article.id}`)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('江水退了。')
  const found = await read(`/q?q=${encodeURIComponent('人们 堤上')}`)
  expect(found.status).toBe(503)
  expect(found.text).toContain('搜索暂时用不了')
})

test('a trend is drawn as lines, told in words and numbers, and leads to its peak', async () => {
  const days = ['2024-06-01', '2024-06-02', '2024-06-02', '2024-06-02', '2024-06-03']
  const reports = days.map((issueDate, n) =>
    buildArticle({
      ...paper,
      issueDate,
      headline: `高铁通车之${n}`,
      paragraphs: ['高铁今日通车。'],
      source: { file: `${n}.txt`, lines: [1] },
    }),
  )
  const { read } = await openTestSite([...reports, undated])
  const { text, status } = await read(`/trend?q=${encodeURIComponent('高铁, 大桥')}`)
  expect(status).toBe(200)
  expect(text).toContain('“高铁”共 5 篇，从2024年6月1日的 1 篇到6月3日的 1 篇，6月2日最多，有 3 篇。')
  expect(text).toMatch(/<g class="line line-1"><path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+"\/>/)
  expect(text).not.toContain('line-2') // 大桥 has no article: no line, and no empty chart
  expect(text).toContain('没有提到“大桥”的报道')
  expect(text).toContain('<tr><th scope="row">2024-06-02</th><td>3</td><td>1000.0</td></tr>')
  const peak = /高峰 2024-06-02（3）<a href="\/a\/([a-z2-7]{10})">/.exec(text)?.[1]
  expect(reports.slice(1, 4).map(({ id }) => id)).toContain(peak)
  expect((await read('/trend?q=%E9%A3%9E%E7%A2%9F')).text).toContain('没有找到带日期的报道')
  expect((await read('/trend')).status).toBe(200)
})

describe('what does not make sense gets a page that says so', () => {
  test.each([
    ['/a/../../../etc/passwd', 404],
    ['/a/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404],
    ['/read/..%2f..%2fsite.ts', 404],
    ['/read/%2e%2e/site.ts', 404],
    ['/a/aaaaaaaaaa', 404],
    ['/a/AAAA', 404],
    ['/a/aaaaaaaaaa/card.png', 404],
    ['/d/2024-13-45', 404],
    ['/d/2024-02-30', 404],
    ['/d/1999-01-01', 404],
    ['/p/nobody/2024-06-08/99', 404],
    ['/p/x/y', 404],
    ['/%zz', 404],
    ['//evil.example/a', 404],
    ['/saved', 403],
    [`/q?q=${encodeURIComponent('长').repeat(400)}`, 200],
    [`/q?q=${'a'.repeat(5000)}`, 414],
    ['/q?q=x&page=-3', 200],
    ['/q?q=x&page=1e99', 200],
  ])('%s → %d', async (path, status) => {
    const { port, said } = await openTestSite(all)
    const answer = await raw(port, path)
    expect([answer.status, answer.text.includes('<h1>')]).toEqual([status, true])
    expect(said()).toBe('')
  })

  test('an address or a body of ten megabytes is refused, and the server goes on', async () => {
    const { port, read, said } = await openTestSite(all)
    expect((await raw(port, `/q?q=${'a'.repeat(10 * 2 ** 20)}`)).status).toBe(431)
    const body = Buffer.alloc(10 * 2 ** 20, 'a')
    const headers = { origin: 'https://news.example' }
    expect((await raw(port, '/session', 'POST', headers, body)).status).toBe(413)
    expect((await raw(port, `/a/${article.id}`, 'POST', headers, body)).status).toBe(405)
    expect((await read(`/a/${article.id}`)).status).toBe(200)
    expect(said()).toBe('')
  })

  test('who asks too fast is told to wait, and others are not', async () => {
    const { get, pass } = await openTestSite(all)
    const ask = (from: string) => get('/q', { headers: { 'x-forwarded-for': `10.0.0.1, ${from}` } })
    const statuses = await Promise.all(
      Array.from({ length: 70 }, async () => (await ask('192.0.2.7')).status),
    )
    expect(statuses.filter((it) => it === 200)).toHaveLength(60)
    const refused = await ask('192.0.2.7')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await ask('192.0.2.8')).status).toBe(200)
    pass(1_000)
    expect((await ask('192.0.2.7')).status).toBe(200)
    // Nobody is shut out by others if a proxy does not tell them apart.
    const untold = await Promise.all(Array.from({ length: 100 }, async () => (await get('/q')).status))
    expect(untold.every((status) => status === 200)).toBe(true)
  })

  test('what fails is logged by name, and the reader is told to try again', async () => {
    const { archive } = (await openTestSite(all)).store
    const broken = { ...archive, get: () => Promise.reject(new Error('the disk is gone')) }
    const { read, said } = await openTestSite(all, { archive: broken })
    const { status, text } = await read(`/a/${article.id}`)
    expect([status, text.includes('出了点问题'), text.includes('disk')]).toEqual([500, true, false])
    expect(said()).toMatch(/the disk is gone.*a page of the site cannot be shown/s)
  })
})

test('a port that is taken is told with the setting’s name', async () => {
  const { site, port } = await openTestSite(all)
  const log = createLogger('error', { write: () => {} })
  const opening = openSiteServer(site, { host: '127.0.0.1', port, log })
  await expect(opening).rejects.toThrow(WebPortError)
  await expect(opening).rejects.toThrow(/WEB_PORT \d+ .*another program uses it/)
})

/** A request as it is written, without a client that tidies it up. */
const raw = (port: number, path: string, method = 'GET', headers = {}, body?: Buffer) =>
  new Promise<{ status: number; text: string; bytes: number }>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': body.length }
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { ...headers, ...length } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('close', () => {
          const body = Buffer.concat(parts)
          resolve({ status: response.statusCode ?? 0, text: body.toString(), bytes: body.length })
        })
      },
    )
    // What is not read is not wanted: the connection may go before all is written.
    let isAnswered = false
    sent.on('response', () => {
      isAnswered = true
    })
    sent.on('error', (error) => {
      if (!isAnswered) reject(error)
    })
    sent.end(body)
  })
