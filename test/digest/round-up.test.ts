import { expect, test } from 'vitest'
import { createEditor, type EditionRequest } from '../../src/digest/index.ts'
import { composeRoundUp } from '../../src/digest/round-up/compose-round-up.ts'
import { daysSinceLast } from '../../src/digest/round-up/last-days.ts'
import { groupMatters } from '../../src/digest/round-up/matters.ts'
import type { Article } from '../../src/domain/index.ts'
import { createSearch } from '../../src/search/index.ts'
import type { Store } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { storyOn } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { tokeniser } from '../support/tokeniser.ts'

const article = (issueDate: string, headline: string, body: string, page = '02') =>
  storyOn(issueDate, page, headline, body)
const bridge = article(
  '2024-06-04',
  '锦江大桥主塔封顶',
  '锦江大桥主塔昨日封顶，大桥全长两公里，建成后两岸往来只需五分钟。',
  '01',
)
const bridgeOpen = article(
  '2024-06-08',
  '锦江大桥今日通车',
  '锦江大桥今日上午通车。大桥主塔封顶后，锦江两岸的居民等了四天，大桥首日免费通行。',
)
const museum = article(
  '2024-06-08',
  '博物馆夜间开放',
  '市博物馆七月起每周五开放至晚上九点，需提前预约。',
  '01',
)
const football = article('2024-06-06', '足球队主场夺冠', '蓉城足球队昨晚在主场以三比一取胜，提前两轮夺冠。')
const sunday = article('2024-06-02', '公园荷花节开幕', '公园荷花节上周开幕，三百亩荷塘免费开放至月底。')
const WEEK = [bridge, museum, football, bridgeOpen]

async function searchOf(articles: readonly Article[], { archive }: Pick<Store, 'archive'>) {
  const search = createSearch(tokeniser, archive)
  await search.add(articles)
  return search
}

async function open(articles: readonly Article[]) {
  const store = await openTestStore()
  await shelve(store, articles)
  const editor = createEditor({ archive: store.archive, search: await searchOf(articles, store) })
  return (given: Partial<EditionRequest> & { readonly topics?: readonly string[] } = {}) =>
    editor.prepare({
      subscription: aSubscription({ weekdays: [7], topics: given.topics ?? [] }),
      shown: new Set(),
      today: '2024-06-09',
      ...given,
    })
}
const storiesOf = (edition: Awaited<ReturnType<Awaited<ReturnType<typeof open>>>>) =>
  edition?.digest.sections.flatMap(({ stories }) => stories)

test.each([
  [[7], '2024-06-09', { from: '2024-06-03', to: '2024-06-09' }],
  [[1], '2024-06-10', { from: '2024-06-04', to: '2024-06-10' }],
  [[1, 4], '2024-06-06', { from: '2024-06-04', to: '2024-06-06' }],
  [[1, 2, 3, 4, 5], '2024-06-10', { from: '2024-06-08', to: '2024-06-10' }],
  [[1, 2, 3, 4, 5], '2024-06-11', undefined],
  [[1, 2, 3, 4, 5, 6, 7], '2024-06-11', undefined],
  [[], '2024-06-11', undefined],
])('a digest on the days %j that comes on %s tells of %j', (weekdays, day, days) => {
  expect(daysSinceLast(weekdays, day)).toEqual(days)
})

test('who reads on Sundays gets the matters of the week by weight, each once, with what came of it', async () => {
  const prepare = await open([...WEEK, sunday])
  const edition = await prepare()
  expect(edition).toMatchObject({ kind: 'week', digest: { from: '2024-06-04', date: '2024-06-08' } })
  const stories = storiesOf(edition)
  expect(stories?.map(({ headline }) => headline).toSorted()).toEqual(
    [bridge, museum, football].map(({ headline }) => headline).toSorted(),
  )
  // It was on the front page, and told on two days.
  expect(stories?.[0]).toMatchObject({ id: bridge.id, followUp: bridgeOpen.id, doubles: [bridgeOpen.id] })
})

test('what is told on two days weighs more than what is told three times on one', async () => {
  const flood = '锦江上游连日暴雨，洪峰今晨过境，沿岸堤坝安全，水文站每小时测报一次水位。'
  const harvest = '郊外万亩晚稻开镰，收割机昼夜作业，粮站排起长队，今年亩产创下新高。'
  const prepare = await open([
    article('2024-06-05', '锦江洪峰过境', flood, '02'),
    article('2024-06-05', '洪峰过境锦江堤坝安全', `堤坝安全。${flood}`, '03'),
    article('2024-06-05', '锦江洪峰水文站测报', `${flood}水位回落。`, '04'),
    article('2024-06-06', '万亩晚稻开镰', harvest, '02'),
    article('2024-06-07', '晚稻开镰亩产新高', `${harvest}农机手昼夜轮换。`, '02'),
  ])
  const stories = storiesOf(await prepare())
  expect(stories?.map(({ headline, doubles }) => [headline, doubles?.length])).toEqual([
    ['万亩晚稻开镰', 1],
    ['锦江洪峰过境', 2],
  ])
})

test('what the week before had is in it only if it came after the digest of that day', async () => {
  const prepare = await open([...WEEK, sunday])
  const headlines = async (...shown: readonly Article[]) =>
    storiesOf(await prepare({ shown: new Set(shown.map(({ id }) => id)) }))?.map(({ id }) => id)
  expect(await headlines(sunday)).not.toContain(sunday.id)
  const other = article('2024-05-30', '旧闻', '上上周的一则旧闻，早已看过，不再多说。')
  expect(await headlines(other)).toContain(sunday.id)
})

test('topics narrow the week, and a single issue is told as ever', async () => {
  const prepare = await open(WEEK)
  expect(storiesOf(await prepare({ topics: ['大桥'] }))?.map(({ id }) => id)).toEqual([bridge.id])
  const single = await open([bridge])
  expect(await single()).toMatchObject({ kind: 'newestIssue', digest: { date: '2024-06-04' } })
})

test('of an archive that ended long ago it is the last week, once', async () => {
  const prepare = await open(WEEK)
  const edition = await prepare({ today: '2026-06-07' })
  expect(edition).toMatchObject({ kind: 'week', digest: { from: '2024-06-04', date: '2024-06-08' } })
  const again = await prepare({ today: '2026-06-14', shown: new Set([bridgeOpen.id]) })
  expect(again?.kind).not.toBe('week')
})

test('it holds nothing of the day before its first, whatever else the chat has seen', async () => {
  const dayBefore = article(
    '2024-06-01',
    '渡轮停航检修',
    '过江渡轮昨起停航检修，预计三周后恢复，市民可改乘公交。',
  )
  const prepare = await open([...WEEK, dayBefore])
  const edition = await prepare({ today: '2026-06-07', shown: new Set(['of an older issue']) })
  expect(edition).toMatchObject({ kind: 'week', digest: { from: '2024-06-04' } })
  expect(storiesOf(edition)?.map(({ id }) => id)).not.toContain(dayBefore.id)
})

test('one that comes a day late tells of the days that it would have told of', async () => {
  const prepare = await open(WEEK)
  expect(await prepare({ today: '2024-06-10', dueDay: '2024-06-09' })).toMatchObject({
    kind: 'week',
    digest: { from: '2024-06-04', date: '2024-06-08' },
  })
})

/** Each day with its articles, in the order given. */
async function roundUpOf(...days: readonly (readonly Article[])[]) {
  const wording = await searchOf(days.flat(), await openTestStore())
  const issues = days.map((articles) => ({ date: articles[0]?.issueDate ?? '', articles }))
  return composeRoundUp(issues, { length: 'normal', wording })
}

test('of several days that tell what came of a matter the latest one is named', async () => {
  const night = '锦江大桥主塔封顶当夜亮灯，大桥两公里灯光照亮两岸，居民登桥观看。'
  const view = '锦江大桥主塔昨起开放参观，大桥两岸往来的居民可以登塔，两公里江景尽收眼底。'
  const nightOf = article('2024-06-09', '锦江大桥主塔亮灯', night)
  const viewOf = article('2024-06-10', '锦江大桥主塔开放参观', view)
  const fair = article('2024-06-09', '书市开幕', '第九届书市在展览馆开幕，四百家出版社参展。', '01')
  const zoo = article('2024-06-10', '动物园迎来幼崽', '动物园的小熊猫产下两只幼崽，下月与游客见面。', '01')
  const { sections } = await roundUpOf([bridge], [fair, nightOf], [zoo, viewOf])
  const story = sections[0]?.stories.find(({ id }) => id === bridge.id)
  expect(story).toMatchObject({ followUp: viewOf.id, doubles: expect.arrayContaining([nightOf.id]) })
})

test('the same day tells nothing of what came of a matter, and one day has no first one', async () => {
  const sameDay = { ...bridgeOpen, issueDate: bridge.issueDate ?? '' }
  const { sections, ...days } = await roundUpOf([bridge, sameDay])
  expect(days).toEqual({ date: bridge.issueDate })
  expect(sections[0]?.stories[0]).toMatchObject({ id: bridge.id, doubles: [sameDay.id] })
  expect(sections[0]?.stories[0]).not.toHaveProperty('followUp')
})

test('what is no story is shown with the first one, and so is not left of the issue for ever', async () => {
  const note = article('2024-06-08', '编者按', '本报今日起开设专栏，讲述锦江两岸的故事，敬请关注。')
  const { sections } = await roundUpOf([bridge], [museum, note])
  const [first, ...others] = sections[0]?.stories ?? []
  expect(first?.doubles).toEqual([note.id])
  expect(others.map(({ doubles }) => doubles)).toEqual([[]])
})

test('the words of headlines say most of what two articles are on', async () => {
  const open = article('2024-06-03', '荷塘月色音乐节', '市民带着孩子搭起帐篷。')
  const close = article('2024-06-05', '荷塘月色音乐节', '门票收入捐给山区小学。')
  const wording = await searchOf([open, close, ...WEEK], await openTestStore())
  expect(await groupMatters([open, close, football], wording)).toEqual([[open, close], [football]])
})
