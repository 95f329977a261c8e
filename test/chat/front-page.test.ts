import { expect, test } from 'vitest'
import { pictureOfDay, textsOf } from '../../src/chat/index.ts'
import { anArticle } from '../support/articles.ts'
import { openConversation } from '../support/conversation.ts'

const DATE = '2024-06-08'
const BODIES: Readonly<Record<string, string>> = {
  早稻开镰: '湖边的稻田里机器轰鸣，村民正忙着把稻谷运到晒场上去，今年的收成比往年好。',
  大桥通车: '横跨两岸的新桥昨天开放，第一批车辆在清晨驶过桥面，过江只要五分钟。',
  夜市开门: '江边的灯火亮到深夜，游客沿着摊位品尝小吃，老板说生意翻了一番。',
  球队夺冠: '主场球迷等了二十年，终场哨响时全场起立，队长把奖杯举过头顶。',
}
const story = (headline: string, section: string, page = '02', paper = '街角日报') =>
  anArticle({
    headline,
    section,
    page,
    paper,
    issueDate: DATE,
    paragraphs: [BODIES[headline] ?? headline],
  })

async function frontOf(
  articles: readonly ReturnType<typeof story>[],
  shown?: string,
  language: Parameters<typeof textsOf>[0] = 'zh-Hans',
) {
  const { store } = await openConversation(articles)
  const facsimileOf = async ({ source }: { source: { file: string } }) =>
    source.file === shown ? ('clipping' as const) : undefined
  return pictureOfDay(
    { archive: store.archive, facsimileOf },
    DATE,
    { bot: 'paperboy_bot' },
    textsOf(language),
  )
}

test('a front page is composed of the day’s pick, a story of each section before a second one', async () => {
  const picture = await frontOf([
    story('早稻开镰', '要闻', '01'),
    story('大桥通车', '要闻', '01'),
    story('夜市开门', '民生'),
    story('球队夺冠', '体育', '04'),
  ])
  expect(picture?.caption.markup).toBe('<b>2024年6月8日 周六</b>\n街角日报')
  expect(picture?.shows).toMatchObject({
    kind: 'front',
    masthead: '街角日报',
    dateline: ['2024年6月8日', '星期六', '3 版 · 4 篇'],
    link: `https://t.me/paperboy_bot?start=d_${DATE}`,
  })
  const stories = picture?.shows.kind === 'front' ? picture.shows.stories : []
  expect(stories.slice(0, 3).map(({ section }) => section)).toEqual(['要闻', '民生', '体育'])
  expect(stories).toHaveLength(4)
  expect(stories[0]?.text).toContain('湖边的稻田')
})

test('of several papers the page is the bot’s own, and names them', async () => {
  const picture = await frontOf([story('早稻开镰', '要闻'), story('大桥通车', '要闻', '01', '江边晚报')])
  expect(picture?.shows).toMatchObject({ masthead: '报童', source: ['江边晚报、街角日报'] })
})

test('page 1 is shown as it was printed, if something shows it; another page is not', async () => {
  const printed = {
    ...story('早稻开镰', '要闻', '01'),
    source: { file: 'a.pdf', lines: [1], regions: [{ page: 3, rect: [1, 2, 3, 4] as const }] },
  }
  const inner = { ...story('夜市开门', '民生', '02'), source: { file: 'b.pdf', lines: [1] } }
  expect((await frontOf([printed, inner], 'a.pdf'))?.shows).toEqual({
    kind: 'page',
    file: 'a.pdf',
    number: 3,
    rects: [],
    look: 'outlined',
  })
  for (const page of ['02', '10', 'A11', '21', 'B01'])
    expect((await frontOf([printed, { ...inner, page }], 'b.pdf'))?.shows.kind).toBe('front')
  for (const page of ['1', 'A1', 'a01', '001'])
    expect((await frontOf([{ ...inner, page }], 'b.pdf'))?.shows.kind).toBe('page')
})

test('to readers of Traditional characters it says all in them; a printed page stays as it was', async () => {
  const articles = [{ ...story('大桥通车', '要闻', '01'), source: { file: 'a.pdf', lines: [1] } }]
  const picture = await frontOf(articles, undefined, 'zh-Hant')
  expect(picture?.caption.markup).toContain('街角日報')
  expect(picture?.shows).toMatchObject({
    masthead: '街角日報',
    stories: [{ headline: '大橋通車', section: '要聞', text: expect.stringContaining('橫跨兩岸') as string }],
  })
  const printed = await frontOf(articles, 'a.pdf', 'zh-Hant')
  expect(printed).toMatchObject({ shows: { kind: 'page' } })
  expect(printed?.caption.markup).toContain('街角日報')
})

test('the code on it opens the day in the bot; a day without an issue has no front page', async () => {
  const { act } = await openConversation([story('早稻开镰', '要闻')])
  expect(await act({ kind: 'command', name: 'start', text: `d_${DATE}` })).toMatchObject({
    kind: 'send',
    message: { html: { markup: expect.stringContaining('早稻开镰') as string } },
  })
  const gone = await act({ kind: 'command', name: 'start', text: 'd_1999-01-01' })
  expect(gone).toMatchObject({ kind: 'send', message: { buttons: [] } })
  expect(await frontOf([])).toBeUndefined()
})
