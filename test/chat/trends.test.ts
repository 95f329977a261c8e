import { expect, test } from 'vitest'
import type { Reply } from '../../src/chat/index.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation, textOf } from '../support/conversation.ts'

/** News of a ferry: once in March, thrice in May (of which one says most), once in June; and other news. */
const articles = [
  ['2024-03-02', '渡轮试航', '白鹭渡轮昨天试航。'],
  ['2024-05-08', '白鹭渡轮开航', '白鹭渡轮昨天开航，白鹭渡轮可载三百人。'],
  ['2024-05-09', '乘客说', '白鹭渡轮很稳，一位乘客说。'],
  ['2024-05-10', '码头的一天', '白鹭渡轮靠岸时，码头下起了雨。'],
  ['2024-06-20', '夏季班次', '白鹭渡轮从今天起加开班次。'],
  ['2024-04-01', '湿地白鹭', '白鹭飞回湿地，渡轮还在船坞里。'],
  ['2024-05-20', '别的事', '山茶开了。'],
].map(([issueDate = '', headline = '', body = '']) =>
  anArticle({ headline, paragraphs: [body], issueDate, paper: '临江日报', page: '02' }),
)
const undated = anArticle({ headline: '旧事', paragraphs: ['白鹭渡轮的名字从哪里来。'] })

/** What is read of a reply; of a picture, what is sent if it cannot be drawn. */
const read = (reply: Reply | undefined) =>
  (reply?.kind === 'picture' ? reply.picture.instead.html.markup : textOf(reply)).replaceAll(
    /<\/?[a-z]+[^>]*>/g,
    '',
  )

async function open() {
  const { act } = await openConversation([...articles, undated])
  const command = (name: string, text: string) => act({ kind: 'command', name, text })
  const press = (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' })
  return { command, press }
}

test('/trend says it in words, draws it, and opens just what was counted in a period', async () => {
  const { command, press } = await open()
  const trend = await press(await command('trend', '白鹭渡轮'), '按月')
  const text = read(trend)
  expect(text).toContain('“白鹭渡轮”共 5 篇，从2024年3月的 1 篇到6月的 1 篇，5月最多，有 3 篇')
  expect(text).toContain('另有 1 篇日期或年份不详')
  expect(text).toContain('5月 ████████████ 3')
  expect(text).toContain('▲ 2024年5月 · 白鹭渡轮开航')
  const may = read(await press(trend, '2024年5月 · 3'))
  expect(may).toContain('3 篇')
  expect(may).toContain('码头的一天')
  expect(may).not.toContain('夏季班次')
})

test('a period that goes beyond the days that were asked about is searched within them', async () => {
  const { command, press } = await open()
  const trend = await press(await command('trend', '白鹭渡轮 2024-03-01..2024-05-09'), '按月')
  const may = read(await press(trend, '2024年5月 · 2'))
  expect(may).toContain('白鹭渡轮开航')
  expect(may).toContain('乘客说')
  expect(may).not.toContain('码头的一天')
  const later = await command('trend', '白鹭渡轮 2024-05-09..2024-06-30')
  const rest = read(await press(later, '2024年5月6日当周 · 2'))
  expect(rest).toContain('乘客说')
  expect(rest).toContain('码头的一天')
  expect(rest).not.toContain('白鹭渡轮开航')
})

test('of several queries each period has a row of its own, since it names its query', async () => {
  const { command } = await open()
  const trend = await command('trend', '白鹭渡轮, 夏季班次')
  const shown = trend?.kind === 'picture' ? trend.picture : undefined
  const rows = (shown?.buttons ?? []).map((row) => row.map(({ text }) => text))
  const periods = rows.filter((row) => row.some((text) => /^(?:白鹭渡轮|夏季班次) /.test(text)))
  expect(periods.length).toBeGreaterThan(1)
  expect(periods.map((row) => row.length)).toEqual(periods.map(() => 1))
})

test('走势 under a search shows the trend of what was searched for, and 时间线 how it went', async () => {
  const { command, press } = await open()
  const trend = await press(await command('search', '白鹭渡轮'), '走势')
  expect(read(trend)).toContain('“白鹭渡轮”共 5 篇')
  expect(read(await press(trend, '时间线'))).toContain('最早提到')
})

test('/timeline tells the first mention, the days between and the latest, each with a sentence and its source', async () => {
  const { command, press } = await open()
  const timeline = await command('timeline', '白鹭渡轮')
  const text = read(timeline)
  for (const it of ['最早提到 · 渡轮试航', '节点 · 白鹭渡轮开航', '最近提到 · 夏季班次'])
    expect(text).toContain(it)
  expect(text).toContain('临江日报 · 2024年6月20日 · 第02版')
  expect(text).toContain('白鹭渡轮从今天起加开班次。')
  const article = await press(timeline, '1')
  expect(read(article)).toContain('白鹭渡轮昨天试航。')
  expect(read(await press(article, '‹ 返回'))).toContain('最近提到')
})

test.each(['trend', 'timeline'])(
  '/%s without words says how it is used, and without hits says so',
  async (name) => {
    const { command } = await open()
    expect(read(await command(name, ''))).toContain(`/${name}`)
    const nothing = await command(name, '独角兽 2024年5月')
    expect(read(nothing)).toContain('没有提到“独角兽”的报道')
    expect(read(nothing)).toContain('2024年5月1日')
    expect(callbacksOf(nothing).size).toBe(0)
  },
)

test.each(['trend', 'timeline'])('/%s says so where all that is found has no day', async (name) => {
  const { command } = await open()
  const text = read(await command(name, '旧事'))
  expect(text).toContain('提到“旧事”的 1 篇都没有完整的日期')
  expect(text).not.toContain('没有提到')
  expect(text).not.toContain('另有')
})

test('several queries have a chart each, and HTML in them is text', async () => {
  const { command } = await open()
  const trend = await command('trend', '白鹭, 山茶 <b>, 渡轮')
  const text = trend?.kind === 'picture' ? trend.picture.caption.markup : ''
  expect(text).toContain('“白鹭”共 6 篇')
  expect(text).toContain('“渡轮”共 6 篇')
  expect(text).not.toContain('<b>,')
})

test('/trend is a chart whose peaks are named; the same of other periods takes its place', async () => {
  const { command, press } = await open()
  const trend = await command('trend', '白鹭渡轮')
  const months = await press(trend, '按月')
  expect(months).toMatchObject({ kind: 'picture', replaces: true })
  const shows = months?.kind === 'picture' ? months.picture.shows : undefined
  expect(shows).toMatchObject({
    kind: 'chart',
    title: '白鹭渡轮',
    labels: ['2024年3月', '2024年4月', '2024年5月', '2024年6月'],
    lines: [{ counts: [1, 0, 3, 1], peaks: [{ at: 2, text: '2024年5月 · 3 篇 · 白鹭渡轮开航' }] }],
  })
  const dark = await press(months, '深色')
  expect(dark).toMatchObject({ replaces: true, picture: { shows: { ...shows, isDark: true } } })
  expect(await press(dark, '浅色')).toMatchObject({ picture: { shows } })
})

test('a trend keeps its colours when its periods change, and its periods when its colours do', async () => {
  const { command, press } = await open()
  const dark = await press(await press(await command('trend', '白鹭渡轮'), '按月'), '深色')
  const shows = (reply: Reply | undefined) =>
    reply?.kind === 'picture' && reply.picture.shows.kind === 'chart' ? reply.picture.shows : undefined
  expect(shows(dark)).toMatchObject({ isDark: true, labels: expect.arrayContaining(['2024年3月']) })
  const weeks = await press(dark, '按周')
  expect(shows(weeks)?.isDark).toBe(true)
  expect(shows(weeks)?.labels).not.toContain('2024年3月')
  expect(shows(await press(weeks, '浅色'))?.labels).toEqual(shows(weeks)?.labels)
})

test('one period is a sentence, and no chart', async () => {
  const { command } = await open()
  const trend = await command('trend', '山茶')
  expect(trend?.kind).toBe('send')
  expect(read(trend)).toContain('还看不出走势')
})
