import { describe, expect, test } from 'vitest'
import { readAskedDays } from '../../src/digest/asked-days.ts'
import { articleIdsOf, composeDigest, latestDue, nextDue, rankByProminence } from '../../src/digest/index.ts'
import { isStory } from '../../src/digest/is-story.ts'
import { type EditionSources, prepareEdition } from '../../src/digest/prepare-edition.ts'
import { MEASURES, signsOf } from '../../src/digest/prominence-signs.ts'
import { offsetAt } from '../../src/digest/schedule/local-time.ts'
import type { Article } from '../../src/domain/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { articleOn, buildArticle } from '../support/build-article.ts'

// What just counts, and what just does not.

const story = (headline: string, given: Partial<Article> = {}) =>
  buildArticle({ headline, paragraphs: [`${headline}，有关部门昨日作了说明。`], ...given })
const printed = (page: string, line: number, headline: string, given: Partial<Article> = {}) =>
  story(headline, { page, paper: '日报', source: { file: `${page}.txt`, lines: [line] }, ...given })

describe('a digest', () => {
  test('counts all of an issue as shown, each once, also what it does not tell', () => {
    const articles = [
      printed('01', 1, '地铁通车', { section: '要闻' }),
      printed('02', 1, '球队夺冠', { section: '体育' }),
      printed('02', 5, '公园开放', { section: '要闻', confidence: { borders: 0.2, headline: 0.2 } }),
      printed('03', 1, '开栏语'),
      printed('03', 9, '导读'),
    ]
    const shown = articleIdsOf(composeDigest(articles))
    expect(shown.toSorted()).toEqual(articles.map(({ id }) => id).toSorted())
  })

  test('has a section where its first page is, though a later page has its most prominent story', () => {
    const long = ['城建项目进展顺利，有关部门作了说明。'.repeat(80)]
    const fillers = Array.from('甲乙丙丁戊己庚辛壬', (it, n) => printed('01', n + 1, `${it}地停水通知`))
    const articles = [
      ...fillers,
      printed('01', 20, '城建短讯', { section: '要闻' }),
      printed('01', 21, '球队夺冠', { section: '体育' }),
      printed('02', 1, '城建综述', { section: '要闻', paragraphs: long, continuedFrom: '01' }),
    ]
    const [first, second] = composeDigest(articles).sections
    expect([first?.section, second?.section]).toEqual(['要闻', '体育'])
    expect(first?.stories[0].headline).toBe('城建综述')
  })
})

describe('an article is more prominent', () => {
  const headlines = (articles: readonly Article[]) => rankByProminence(articles).map((it) => it.headline)
  test('further down the front page than at the top of the next one', () => {
    const articles = [
      printed('02', 1, '二版头条'),
      printed('01', 1, '头版头条'),
      printed('01', 9, '头版二条'),
    ]
    expect(headlines(articles)).toEqual(['头版头条', '头版二条', '二版头条'])
  })

  test('by its id, if nothing else tells: two bots send the same', () => {
    const articles = Array.from('甲乙丙丁戊', (headline) => buildArticle({ headline }))
    expect(rankByProminence(articles).map(({ id }) => id)).toEqual(articles.map(({ id }) => id).toSorted())
  })

  test('if it goes on on another page, all else being alike', () => {
    for (const continued of [0, 1]) {
      const articles = [0, 1].map((n) =>
        buildArticle({ headline: `城事${n}`, ...(n === continued && { continuedFrom: '01' }) }),
      )
      expect(headlines(articles)[0]).toBe(`城事${continued}`)
    }
  })
})

describe('signs of prominence', () => {
  const measured = (...articles: readonly Article[]) =>
    signsOf(articles).map(({ measures }) =>
      Object.fromEntries(MEASURES.map((name, n) => [name, measures[n]])),
    )
  test.each([
    [400, 0, 0],
    [401, 1, 0],
    [1000, 1, 0],
    [1001, 1, 1],
  ])('of %i characters: above short %i, long %i', (length, aboveShort, long) => {
    const article = buildArticle({
      headline: '题',
      paragraphs: ['字'.repeat(200), '字'.repeat(length - 200)],
    })
    expect(measured(article)[0]).toMatchObject({ length: 1, aboveShort, long })
  })

  test('an article shares nothing with itself', () => {
    const alone = buildArticle({ headline: '防汛会议召开', paragraphs: ['防汛会议召开。'] })
    expect(measured(alone)[0]).toMatchObject({ sharedHeadline: 0, told: 0 })
    const other = buildArticle({ headline: '菜价平稳', paragraphs: ['昨日，防汛会议召开。'] })
    const [told, teller] = measured(alone, other)
    expect([told?.['told'], teller?.['told']]).toEqual([1, 0])
  })

  test.each([
    ['第１２届运动会', 1],
    ['第12届运动会', 1],
    ['第十二届运动会', 0],
  ])('figures of any width count: %s', (headline, figures) => {
    expect(measured(buildArticle({ headline }))[0]).toMatchObject({ figures })
  })
})

test.each([
  ['a list of 200 characters', { paragraphs: ['张三、'.repeat(66), '李四'] }, true],
  ['a list of 199', { paragraphs: ['张三、'.repeat(66), '李'] }, false],
  ['a sentence', { paragraphs: ['市民在新开放的公园里赏花游玩。'] }, true],
  ['a sentence that is a caption', { paragraphs: ['市民在新开放的公园里赏花游玩。记者李明摄'] }, false],
  ['a caption above a sentence', { paragraphs: ['赏花。李明摄', '市民在新开放的公园里赏花游玩。'] }, true],
])('%s is a story: %s', (_what, given, expected) => {
  expect(isStory(buildArticle({ headline: '公园赏花', ...given }))).toBe(expected)
})

describe('the moment as which something counts', () => {
  const dueMs = Date.parse('2024-06-08T08:00+08:00')
  const DAY_MS = 86_400_000
  test.each([
    ['the pause ends then', { snoozedUntilMs: dueMs }, true],
    ['the pause ends a moment later', { snoozedUntilMs: dueMs + 1 }, false],
    ['it was subscribed to then', { sinceMs: dueMs }, true],
    ['it was subscribed to a moment later', { sinceMs: dueMs + 1 }, false],
    ['a pause was over long before it was subscribed to', { sinceMs: dueMs + 1, snoozedUntilMs: 1 }, false],
    ['it was subscribed to long before the pause', { sinceMs: 1, snoozedUntilMs: dueMs + 1 }, false],
  ])('a digest comes if %s: %s', (_what, given, comes) => {
    const subscription = aSubscription(given)
    expect(latestDue(subscription, dueMs + 60_000)?.dueMs).toBe(comes ? dueMs : undefined)
    expect(nextDue(subscription, dueMs - 1)).toBe(comes ? dueMs : dueMs + DAY_MS)
  })

  test('clocks are ahead of Greenwich by whole minutes, at whatever millisecond they are read', () => {
    for (const ms of [0, 1, 499, 999])
      expect([offsetAt(dueMs + ms, 'Asia/Shanghai'), offsetAt(ms - dueMs, 'Asia/Kolkata')]).toEqual([
        8 * 3_600_000,
        5.5 * 3_600_000,
      ])
  })

  test('yesterday is the day before today, whenever the archive ends; a date may be of its last year', () => {
    const asked = (text: string) => readAskedDays(text, '2026-06-20', '2024-06-10')
    expect(asked('昨天')).toEqual([{ from: '2026-06-19', to: '2026-06-19' }])
    expect(asked('6月9日')).toEqual([
      { from: '2026-06-09', to: '2026-06-09' },
      { from: '2024-06-09', to: '2024-06-09' },
    ])
  })
})

describe('a round-up', () => {
  const sunday = '2024-06-09'
  /** What a chat is given on Sundays of issues on these days; each has one article. */
  const given = (days: readonly string[], shown: readonly string[] = []) => {
    const digest = (headline: string) => ({
      sections: [{ stories: [{ id: 'a', headline, topics: [], doubles: [] }] as const }],
    })
    const sources: EditionSources = {
      newest: async () => days.at(-1),
      issue: async (date) => (days.includes(date) ? [articleOn(date, 1)] : []),
      offers: async () => [],
      choose: async () => new Map(),
      compose: async () => digest('one issue'),
      roundUp: async ({ dates }) => digest(dates.join(' ')),
    }
    return prepareEdition(sources, {
      subscription: aSubscription({ weekdays: [7], topics: [], skipWhenEmpty: true }),
      shown: new Set(shown),
      today: sunday,
    })
  }
  const told = async (...all: Parameters<typeof given>) => {
    const edition = await given(...all)
    return edition && [edition.kind, edition.digest.sections[0]?.stories[0].headline]
  }

  test('is made of two issues at least; of one a digest is', async () => {
    expect(await told(['2024-06-08', sunday])).toEqual(['week', `2024-06-08 ${sunday}`])
    expect(await told([sunday])).toEqual(['newIssue', 'one issue'])
    expect(await told(['2024-06-08'])).toEqual(['newestIssue', 'one issue'])
  })

  test('is of the week also where the archive ends on its first day, and of the last one if it ended before, once', async () => {
    expect(await told(['2024-06-01', '2024-06-02', '2024-06-03'])).toEqual(['newestIssue', 'one issue'])
    const ended = ['2024-05-28', '2024-06-01', '2024-06-02']
    expect(await told(ended)).toEqual(['week', ended.join(' ')])
    expect(await told(ended, [articleOn('2024-06-02', 1).id])).toBeUndefined()
  })
})
