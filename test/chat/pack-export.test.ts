import { expect, test } from 'vitest'
import type { ExportedData } from '../../src/chat/privacy/collect-data.ts'
import { packExport } from '../../src/chat/privacy/pack-export.ts'
import { textsOf } from '../../src/chat/texts/index.ts'

const data: ExportedData = {
  chat: { chatId: 7, kind: 'private', language: 'zh-Hans' },
  subscriptions: [],
  alerts: [],
  bookmarks: Array.from({ length: 300 }, (_, n) => ({
    id: 'abcdefghij',
    headline: `第${n}篇 *星号* [方括号]\n换行`,
    paper: '成都*日报',
    date: '2024-06-08',
    page: '03',
  })),
  lists: Array.from({ length: 400 }, (_, n) => ({
    spec: { kind: 'search', query: `词${n}`.repeat(n % 9), order: 'newest' },
    chatId: 7,
    savedMs: n,
  })),
  channels: [],
  shownArticles: Array.from({ length: 500 }, () => 'abcdefghij'),
  reports: [{ articleId: 'abcdefghij', reportedMs: 5 }],
}

const pack = (mostBytes?: number) =>
  packExport(data, {
    today: '2024-06-08',
    nowMs: 0,
    isGroup: false,
    texts: textsOf('zh-Hans'),
    ...(mostBytes !== undefined && { mostBytes }),
  })

test('what is too large for one file comes in several, each whole by itself, with nothing lost or twice', () => {
  const files = pack(8_000)
  const json = files.filter(({ type }) => type === 'application/json')
  expect(json.length).toBeGreaterThan(3)
  const parts = json.map(
    ({ content }) => JSON.parse(content) as ExportedData & { part: number; parts: number },
  )
  expect(parts.map(({ part, parts: of }) => [part, of])).toEqual(parts.map((_, n) => [n + 1, json.length]))
  // What is known of the chat itself is told once.
  expect(parts.map((it) => it.chat)).toEqual([data.chat, ...parts.slice(1).map(() => undefined)])
  for (const section of ['bookmarks', 'lists', 'shownArticles'] as const)
    expect(parts.flatMap((it) => it[section] as unknown[])).toEqual(data[section])
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  // No more than need be: two parts beside one another would have been too large for one.
  for (const [at, { content }] of json.slice(1).entries())
    expect(Buffer.byteLength(`${json[at]?.content}${content}`)).toBeGreaterThan(8_000)
  expect(json[1]?.caption.markup).toBe(` 第 2/${json.length} 份`)
})

test('a small export is one file, and one of saved articles as Markdown that is still Markdown', () => {
  const [json, markdown, ...more] = pack()
  expect([json?.name, markdown?.name, more]).toEqual([
    '报童数据-2024-06-08.json',
    '报童收藏-2024-06-08.md',
    [],
  ])
  const lines = markdown?.content.trimEnd().split('\n') ?? []
  expect(lines).toHaveLength(302)
  expect(lines[2]).toBe(
    '- 第0篇 \\*星号\\* \\[方括号\\] 换行 — 成都\\*日报 · 2024-06-08 · 第03版 `a_abcdefghij`',
  )
})
