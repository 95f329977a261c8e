import { beforeEach, expect, test } from 'vitest'
import type { CallbackAction } from '../../../src/chat/callback/actions.ts'
import { encodeCallback } from '../../../src/chat/callback/callback-data.ts'
import type { Reply } from '../../../src/chat/index.ts'
import { anArticle } from '../../support/articles.ts'
import { buildArticle } from '../../support/build-article.ts'
import { callbacksOf, openConversation, type TestConversation, textOf } from '../../support/conversation.ts'

const DAY_MS = 24 * 3600 * 1000
const WORDS = ['桥梁', '果园', '球队', '图书', '剧院', '渔船', '茶馆', '电车', '医院', '气象', '湖水', '候鸟']

/** Twelve in June, of which four are of the supplement, and seven in May; none tells what another one does. */
const june = WORDS.map((word, n) =>
  anArticle({
    headline: `成都${word}近况`,
    paragraphs: [`${word}一事，成都记者写了第${n}篇，说的只是${word}。`],
    issueDate: `2024-06-0${1 + (n % 8)}`,
    section: n < 4 ? '副刊' : '要闻',
    source: { file: `june-${n}.txt`, lines: [1] },
  }),
)
const may = WORDS.slice(0, 7).map((word, n) =>
  anArticle({
    headline: `成都春天的${word}`,
    paragraphs: [`五月里，成都人谈${word}，一共谈了${n}回。`],
    issueDate: '2024-05-31',
    section: '要闻',
    source: { file: `may-${n}.txt`, lines: [1] },
  }),
)

let chat: TestConversation
beforeEach(async () => {
  chat = await openConversation([...june, ...may])
})

const send = (text: string) => chat.act({ kind: 'text', text })
const press = (reply: Reply | undefined, label: string) =>
  chat.act({ kind: 'callback', data: callbacksOf(reply).get(label) ?? '' })
const does = (action: CallbackAction) => chat.act({ kind: 'callback', data: encodeCallback(action) ?? '' })
const labelsOf = (reply: Reply | undefined) => [...callbacksOf(reply).keys()]
const listOf = (reply: Reply | undefined) =>
  [...callbacksOf(reply).values()].find((it) => it.startsWith('f.'))?.split('.')[1] ?? ''
/** The headlines of a page, by its numbered lines. */
const headlinesOf = (reply: Reply | undefined) =>
  textOf(reply)
    .split('\n')
    .filter((line) => /^\d+\. /.test(line))
    .map((line) => line.replace(/^\d+\. |<[^>]*>/g, ''))
const headlines = (articles: readonly { readonly headline: string }[]) =>
  articles.map(({ headline }) => headline).toSorted()

/** All pages of a list, from the first, as one presses ›. */
async function pagesOf(first: Reply | undefined): Promise<readonly (readonly string[])[]> {
  const pages = [headlinesOf(first)]
  for (let shown = first; callbacksOf(shown).get('›') !== undefined; pages.push(headlinesOf(shown)))
    shown = await press(shown, '›')
  return pages
}

test('a list is narrowed to a section or a month, page after page, and widened again', async () => {
  const all = await send('成都')
  expect(textOf(all)).toContain('19 篇')
  const filters = await press(all, '筛选')
  expect(textOf(filters)).toContain('只看哪个栏目')
  expect(labelsOf(filters)).toEqual(['要闻 (15)', '副刊 (4)', '2024年6月 (12)', '2024年5月 (7)', '‹ 返回'])

  const narrow = await press(filters, '2024年6月 (12)')
  const pages = await pagesOf(narrow)
  expect(pages.map((page) => page.length)).toEqual([5, 5, 2])
  expect(pages.flat().toSorted()).toEqual(headlines(june))
  expect(labelsOf(narrow)).toContain('● 筛选')
  // Each hit with the sentence that was found, on the second page too.
  for (const page of [narrow, await press(narrow, '›')])
    expect(textOf(page).match(/记者写了/g)).toHaveLength(5)
  expect(headlinesOf(await press(filters, '副刊 (4)')).toSorted()).toEqual(headlines(june.slice(0, 4)))

  // What it can be narrowed to is what the whole list can be, whatever it is narrowed to now.
  const again = await press(narrow, '● 筛选')
  expect(labelsOf(again)).toEqual([...labelsOf(filters).slice(0, -1), '不筛选', '‹ 返回'])
  const wide = await press(again, '不筛选')
  expect(textOf(wide)).toContain('19 篇')
  expect(labelsOf(wide)).toContain('筛选')
})

test('a list that is narrowed to nothing can be widened: it is no search that found nothing', async () => {
  const list = listOf(await send('成都'))
  for (const narrowed of [{ month: '1999-01' }, { section: '体育' }]) {
    const none = await does({ kind: 'filter', list, ...narrowed })
    expect(textOf(none)).toContain('0 篇')
    expect(labelsOf(none)).toContain('● 筛选')
  }
})

test('the pages of a list together hold each hit once, in the order of the list', async () => {
  const pages = await pagesOf(await press(await send('成都'), '最早'))
  expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 4])
  expect(pages.flat().toSorted()).toEqual(headlines([...june, ...may]))
  for (const headline of pages[0] ?? []) expect(headlines(may)).toContain(headline)
})

test('a list keeps its order when it is narrowed, and what it is narrowed to when it is put in order', async () => {
  const newest = await press(await send('成都'), '最新')
  expect(labelsOf(newest)).toContain('● 最新')
  const narrow = await does({ kind: 'filter', list: listOf(newest), section: '副刊' })
  expect(headlinesOf(narrow)).toEqual(
    june
      .slice(0, 4)
      .toReversed()
      .map(({ headline }) => headline),
  )
  const oldest = await press(narrow, '最早')
  expect(headlinesOf(oldest)).toEqual(june.slice(0, 4).map(({ headline }) => headline))
  expect(labelsOf(oldest)).toContain('● 筛选')
})

test('the page number of a list leads to all of its pages, as many as it has', async () => {
  const pages = (reply: Reply | undefined) => labelsOf(reply).filter((it) => /^\d+$/.test(it))
  expect(pages(await press(await send('成都'), '1/4'))).toEqual(['1', '2', '3', '4'])
  const latest = await chat.act({ kind: 'command', name: 'headlines', text: '5月31日' })
  expect(textOf(latest)).toContain('7 篇')
  const june = await chat.act({ kind: 'command', name: 'headlines', text: '2024年6月' })
  expect(headlinesOf(june)).toHaveLength(8)
  expect(pages(await press(june, '1/2'))).toEqual(['1', '2'])
  const second = await press(june, '›')
  expect(headlinesOf(second)).toHaveLength(4)
  expect(new Set([...headlinesOf(june), ...headlinesOf(second)]).size).toBe(12)
  const list = (callbacksOf(june).get('›') ?? '').split('.')[1] ?? ''
  expect(textOf(await does({ kind: 'list', list, page: 99 }))).toBe(textOf(second))
})

test('only hits can be narrowed and put in order: other lists stay as they are', async () => {
  const latest = await chat.act({ kind: 'command', name: 'headlines', text: '2024年6月' })
  const list = (callbacksOf(latest).get('›') ?? '').split('.')[1] ?? ''
  expect(await does({ kind: 'filters', list })).toMatchObject({
    kind: 'toast',
    toast: '这些结果没有可以筛选的栏目或日期',
  })
  for (const action of [
    { kind: 'order', list, order: 'oldest' },
    { kind: 'filter', list, section: '副刊' },
  ] as const)
    expect(textOf(await does(action))).toBe(textOf(latest))
})

test('saved articles are listed page by page, and a list that is empty by now says that it is gone', async () => {
  const who = { user: { id: 5 }, chat: { chatId: 5, kind: 'private' } } as const
  const saved = (text = '') => chat.act({ kind: 'command', name: 'saved', text }, who)
  for (const { id } of june.slice(0, 9))
    await chat.act(
      { kind: 'callback', data: encodeCallback({ kind: 'save', id, page: 0, origin: undefined }) ?? '' },
      who,
    )
  const first = await saved()
  expect(textOf(first)).toContain('收藏（9 篇）')
  expect(headlinesOf(first)).toHaveLength(8)
  const turn = { kind: 'callback', data: callbacksOf(first).get('›') ?? '' } as const
  const second = await chat.act(turn, who)
  expect([...headlinesOf(first), ...headlinesOf(second)].toSorted()).toEqual(headlines(june.slice(0, 9)))
  const list = turn.data.split('.')[1] ?? ''
  const last = { kind: 'callback', data: encodeCallback({ kind: 'list', list, page: 99 }) ?? '' } as const
  expect(textOf(await chat.act(last, who))).toBe(textOf(second))
  for (const { id } of june.slice(0, 9)) await chat.store.bookmarks.remove(5, id)
  expect(await chat.act(turn, who)).toEqual({ kind: 'toast', toast: '这份列表已失效，请重新搜索。' })
})

test('related articles lead to the article and back to where one came from', async () => {
  const bridge = WORDS.slice(0, 8).map((word, n) =>
    anArticle({
      headline: `锦江大桥工程：${word}`,
      paragraphs: [`锦江大桥主塔施工，${word}旁的居民看了${n}天。`],
      issueDate: '2024-06-01',
      source: { file: `${n}.txt`, lines: [1] },
    }),
  )
  const { act } = await openConversation([...bridge, ...may])
  const go = (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' })
  const shown = await act({ kind: 'text', text: '锦江大桥' })
  const article = await go(shown, '2')
  const related = await go(await go(article, '更多 ▾'), '相关')
  expect(textOf(related)).toContain('相关报道')
  expect(headlinesOf(related)).toHaveLength(6)
  expect(labelsOf(related)).toEqual(['1', '2', '3', '4', '5', '6', '全文', '‹ 返回'])
  expect(textOf(await go(related, '全文'))).toBe(textOf(article))
  expect(textOf(await go(related, '‹ 返回'))).toBe(textOf(shown))
})

test('a list can be turned for thirty days, and then is asked for again by its owner alone', async () => {
  const { act, pass, store } = await openConversation(june)
  const chatOf = { user: { id: 1 }, chat: { chatId: -5, kind: 'group' } } as const
  const shown = await act({ kind: 'command', name: 'search', text: '成都' }, chatOf)
  const turn = { kind: 'callback', data: callbacksOf(shown).get('›') ?? '' } as const
  pass(30 * DAY_MS - 1)
  expect(headlinesOf(await act(turn, chatOf))).toHaveLength(5)
  pass(1)
  const old = await act(turn, chatOf)
  expect(textOf(old)).toBe('这是 2024年6月8日 的结果，已经过期。')
  expect(labelsOf(old)).toEqual(['重新搜索'])
  const again = { kind: 'callback', data: callbacksOf(old).get('重新搜索') ?? '' } as const
  expect(await act(again, { ...chatOf, user: { id: 2 } })).toMatchObject({ kind: 'toast' })
  const anew = await act(again, chatOf)
  expect(textOf(anew)).toBe(textOf(shown))
  // Whose it was it stays.
  const list = listOf(anew)
  expect(await store.lists.get(list)).toMatchObject({ ownerId: 1, chatId: -5 })
})

test('a question is answered in whatever its list is narrowed to, and again when that is taken back', async () => {
  const { act } = await openConversation([
    buildArticle({
      headline: '青河大桥建成通车',
      paragraphs: ['临江市又多了一座桥。', '青河大桥全长3.6公里。'],
      issueDate: '2024-05-03',
      section: '要闻',
    }),
    buildArticle({ headline: '青河大桥开工', paragraphs: ['青河大桥今天开工。'], issueDate: '2020-05-04' }),
  ])
  const asked = await act({ kind: 'text', text: '青河大桥有多长？' })
  expect(textOf(asked)).toMatch(/^<b>报上这样说：/)
  const go = (data: string) => act({ kind: 'callback', data })
  const list = listOf(asked)
  const narrow = await go(`g.${list}.2024-05.`)
  expect(textOf(narrow)).toMatch(/^<b>报上这样说：/)
  expect(labelsOf(narrow)).toContain('● 筛选')
  expect(textOf(narrow)).not.toContain('开工')
  expect(labelsOf(await go(`g.${list}..要闻`))).toContain('● 筛选')
  expect(textOf(await go(`g.${listOf(narrow)}..`))).toBe(textOf(asked))
  // In order of days it is a list of articles.
  expect(textOf(await go(callbacksOf(asked).get('最新') ?? ''))).not.toContain('报上')
})

test('a question of which nothing is found says so, as any search does', async () => {
  const asked = await send('银河隧道有多长？')
  expect(asked?.kind).toBe('send')
  expect(textOf(asked)).toContain('没有找到')
})

test('nobody turns a list of another chat, of another person, or one that there is not', async () => {
  const group = { chat: { chatId: -5, kind: 'group' }, user: { id: 1 } } as const
  const list = listOf(await chat.act({ kind: 'command', name: 'search', text: '成都' }, group))
  const told = async (data: string, who: Parameters<typeof chat.act>[1]) => {
    chat.pass(10_000) // Whoever presses too fast is told that alone.
    const reply = await chat.act({ kind: 'callback', data }, who)
    return reply?.kind === 'toast' ? reply.toast : 'done'
  }
  const all = (id: string) =>
    ['l.ID.1', 'j.ID.0', 'o.ID.n', 'f.ID', 'g.ID.2024-06.', 'r.ID'].map((it) => it.replace('ID', id))
  for (const data of all(list)) {
    expect(await told(data, group)).toBe('done')
    expect(await told(data, { ...group, user: { id: 2 } })).toBe('这是别人的搜索结果，想翻页请自己搜一次。')
    expect(await told(data, { ...group, chat: { chatId: -6, kind: 'group' } })).toBe(
      '这份列表已失效，请重新搜索。',
    )
  }
  for (const data of all('a'.repeat(list.length)))
    expect(await told(data, group)).toBe('这份列表已失效，请重新搜索。')
})
