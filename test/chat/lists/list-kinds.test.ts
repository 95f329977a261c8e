import { beforeEach, expect, test } from 'vitest'
import type { CallbackAction } from '../../../src/chat/callback/actions.ts'
import { encodeCallback } from '../../../src/chat/callback/callback-data.ts'
import type { Reply } from '../../../src/chat/index.ts'
import type { ListSpec } from '../../../src/store/index.ts'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation, type TestConversation, textOf } from '../../support/conversation.ts'

const WORDS = ['桥梁', '果园', '球队', '图书', '剧院', '渔船', '茶馆', '电车', '医院', '气象', '湖水', '候鸟']

/** Twelve of one issue in two sections; none tells what another one does. */
const articles = WORDS.map((word, n) =>
  anArticle({
    headline: `成都${word}近况`,
    paragraphs: [`${word}一事，成都记者写了第${n}篇，说的只是${word}。`],
    paper: '成都日报',
    issueDate: '2024-06-07',
    section: n < 4 ? '副刊' : '要闻',
    source: { file: `${n}.txt`, lines: [1] },
  }),
)
const ids = articles.map(({ id }) => id)

let chat: TestConversation
beforeEach(async () => {
  chat = await openConversation(articles)
})

const does = (action: CallbackAction, who?: Parameters<TestConversation['act']>[1]) =>
  chat.act({ kind: 'callback', data: encodeCallback(action) ?? '' }, who)
const press = (reply: Reply | undefined, label: string) =>
  chat.act({ kind: 'callback', data: callbacksOf(reply).get(label) ?? '' })
const labelsOf = (reply: Reply | undefined) => [...callbacksOf(reply).keys()]
/** A list that the bot has sent of itself, and nobody has asked for. */
const sent = async (spec: ListSpec) => chat.store.lists.save({ spec, chatId: 1 })

test('whoever reads along turns the pages of a digest that the bot has sent, and opens its stories', async () => {
  const list = await sent({ kind: 'digest', edition: 'newIssue', date: '2024-06-07', ids })
  for (const id of [1, 2]) {
    const first = await does({ kind: 'list', list, page: 0 }, { user: { id } })
    expect(textOf(first)).toContain('2024年6月7日')
    for (const { headline } of articles) expect(textOf(first)).toContain(headline)
  }
  const first = await does({ kind: 'list', list, page: 0 })
  const story = await press(first, '1')
  expect(textOf(story)).toContain('成都桥梁近况')
  expect(textOf(await press(story, '‹ 返回'))).toBe(textOf(first))
})

test('the news of an alert is turned by everybody, page after page', async () => {
  const list = await sent({ kind: 'alerts', matches: [{ alertId: 'a', query: '成都', ids }], unlisted: 0 })
  const seen = new Set<string>()
  for (let page = 0; page < 4; page++) {
    const shown = textOf(await does({ kind: 'list', list, page }, { user: { id: 5 + page } }))
    for (const { headline } of articles)
      if (shown.replace(/<[^>]*>/g, '').includes(headline)) seen.add(headline)
  }
  expect(seen.size).toBe(articles.length)
})

test('the title of headlines says what they are of and how many, and their days can be chosen', async () => {
  const first = await chat.act({ kind: 'command', name: 'headlines', text: '6月7日' })
  expect(textOf(first).split('\n')[0]).toBe('<b>标题 · 2024年6月7日 · 12 篇</b>')
  const second = await press(first, '›')
  const days = await press(second, '选日期')
  expect(textOf(days)).toContain('选一期')
  // From there one comes back to the page where one was.
  expect(textOf(await press(days, '‹ 返回'))).toBe(textOf(second))
})

test('a page that is chosen from all is that page, and the choice leads back to where one was', async () => {
  const first = await chat.act({ kind: 'text', text: '成都' })
  const second = await press(first, '›')
  const choice = await press(second, '2/3')
  expect(labelsOf(choice)).toEqual(['1', '2', '3', '‹ 返回'])
  expect(textOf(await press(choice, '3'))).toBe(textOf(await press(second, '›')))
  expect(textOf(await press(choice, '‹ 返回'))).toBe(textOf(second))
})

test('from an article that is related one comes back to the list of those that are', async () => {
  chat = await openConversation(
    WORDS.slice(0, 8).map((word, n) =>
      anArticle({
        headline: `锦江大桥工程：${word}`,
        paragraphs: [`锦江大桥主塔施工，${word}旁的居民看了${n}天。`],
        source: { file: `${n}.txt`, lines: [1] },
      }),
    ),
  )
  const article = await press(await chat.act({ kind: 'text', text: '锦江大桥' }), '2')
  const related = await press(await press(article, '更多 ▾'), '相关')
  expect(textOf(related)).toContain('相关报道')
  const other = await press(related, '1')
  expect(textOf(other)).toContain('锦江大桥工程')
  expect(textOf(await press(other, '‹ 返回'))).toBe(textOf(related))
})

test('of what was saved only that is shown which the archive still has', async () => {
  for (const id of [ids[0] ?? '', 'gone000000', ids[1] ?? '']) await chat.store.bookmarks.add(1, id)
  const saved = await chat.act({ kind: 'command', name: 'saved', text: '' })
  expect(textOf(saved).match(/^\d\. /gm)).toEqual(['1. ', '2. '])
  expect(textOf(saved)).toContain('成都桥梁近况')
  expect(textOf(saved)).toContain('成都果园近况')
})

test('a list that is narrowed to nothing is turned as it is, and not taken for one that is gone', async () => {
  const list = await sent({ kind: 'search', query: '成都', order: 'relevance', section: '体育' })
  const shown = await does({ kind: 'list', list, page: 0 })
  expect(shown?.kind).toBe('edit')
  expect(textOf(shown)).toContain('0 篇')
})

test('what a list is narrowed to is marked, by a section alone too, and its answer is not', async () => {
  const list = await sent({ kind: 'search', query: '成都', order: 'relevance', section: '副刊' })
  expect(labelsOf(await does({ kind: 'filters', list }))).toContain('不筛选')
  const { act } = await openConversation(
    ['建成通车，大桥全长3.6公里。', '水位回落，大桥没有受损。'].map((text, n) =>
      anArticle({
        headline: `青河大桥消息之${n}`,
        paragraphs: [`青河大桥${text}`],
        source: { file: `${n}.txt`, lines: [1] },
      }),
    ),
  )
  const asked = await act({ kind: 'command', name: 'ask', text: '青河大桥有多长？' })
  expect(textOf(asked)).toContain('报上这样说')
  expect(labelsOf(asked)).toContain('筛选')
})

test('what came of a story stands with it, also where that of the story before is gone', async () => {
  const [first = '', second = '', third = '', later = ''] = ids
  const followUps = [
    [first, 'goneaaaaaa'],
    [second, later],
  ] as const
  const list = await sent({ kind: 'digest', edition: 'week', ids: [first, second, third], followUps })
  const shown = await does({ kind: 'list', list, page: 0 })
  expect(labelsOf(shown).filter((it) => it.endsWith('的后续'))).toEqual(['2 的后续'])
  expect(callbacksOf(shown).get('2 的后续')).toContain(later)
  const [, before = '', behind = ''] = textOf(shown)
    .split(/^(?=[123]\. )/mu)
    .slice(0, 3)
  expect(before).not.toContain('后续')
  expect(behind).toContain(`后续　6月7日：${articles[3]?.headline}`)
})

test('of articles that an alert found, those come first that no further one found', async () => {
  const [both = '', alone = '', other = ''] = ids
  for (const found of [
    [both, alone],
    [alone, both],
  ]) {
    const matches = [
      { alertId: 'a', query: '成都', ids: found },
      { alertId: 'b', query: '近况', ids: [both, other] },
    ]
    const list = await sent({ kind: 'alerts', matches, unlisted: 0 })
    const text = textOf(await does({ kind: 'list', list, page: 0 })).replaceAll(/<[^>]*>/g, '')
    const places = [alone, both, other].map((id) =>
      text.indexOf(articles.find((it) => it.id === id)?.headline ?? '?'),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text.match(/^(?:成都|近况)(?:、近况)?$/gmu)).toEqual(['成都', '成都、近况', '近况'])
  }
})
