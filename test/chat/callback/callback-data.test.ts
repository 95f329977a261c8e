import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIONS, type CallbackAction } from '../../../src/chat/callback/actions.ts'
import { decodeCallback, encodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { anArticle } from '../../support/articles.ts'
import { openConversation, textOf } from '../../support/conversation.ts'
import { runs } from '../../support/runs.ts'

/** Every form of data that buttons in chats may hold. Add lines, never change one: those buttons are still pressed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: a file of ours
const golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'callback-data.json'), 'utf8'),
) as readonly (readonly [data: string, action: CallbackAction])[]

describe('buttons that are in chats already', () => {
  test.each(golden)('%s is understood, and written like that', (data, action) => {
    expect(decodeCallback(data)).toEqual(action)
    expect(encodeCallback(action)).toBe(data)
  })

  test('every action has its lines, so that no later change can break its buttons unseen', () => {
    const kinds = new Set(golden.map(([, { kind }]) => kind))
    expect(Object.keys(ACTIONS).filter((kind) => !kinds.has(kind as CallbackAction['kind']))).toEqual([])
  })

  test('no two actions have one code', () => {
    const codes = Object.values(ACTIONS).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

const id = fc.stringMatching(/^[a-z2-7]{10}$/)
const list = fc.stringMatching(/^[a-z2-7]{8}$/)
const page = fc.nat({ max: 999_999 })
const origin = fc.option(fc.record({ list, page }), { nil: undefined })
const look = fc.constantFrom('light', 'dark', 'squareLight', 'squareDark')
const pageLook = fc.constantFrom('clipping', 'outlined', 'dimmed')
const channelIds = fc.integer({ min: 1, max: 9_999_999_999 }).map((it) => -1_000_000_000_000 - it)
const days = fc.nat({ max: 999 })
const time = fc.constantFrom('00:00', '08:30', '23:59')
/** What the facts of each kind may be. */
const FACTS: Readonly<Record<CallbackAction['kind'], Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  list: { list, page },
  jump: { list, page },
  order: { list, order: fc.constantFrom('relevance', 'newest', 'oldest') },
  filters: { list },
  filter: {
    list,
    section: fc.constantFrom(undefined, '要闻', '国际.体育'),
    month: fc.constantFrom(undefined, '2024-06'),
  },
  again: { list },
  alertPace: { daily: fc.boolean() },
  trend: { list },
  trendColours: { list, isDark: fc.boolean() },
  trendBy: { list, by: fc.constantFrom('day', 'week', 'month', 'year') },
  trendPeriod: { list, line: days, from: fc.constant('2024-06-01'), to: fc.constant('2024-06-30') },
  timeline: { list },
  search: { query: fc.constantFrom('残疾人 意外险', '1.5 亿', '-a.b', 'u.y', 't') },
  article: { id, page, origin },
  original: { id, page, origin },
  save: { id, page, origin },
  more: { id, page, origin },
  summary: { id, origin },
  related: { id, origin },
  source: { id, page, origin },
  quote: { id, page, picked: fc.nat({ max: 255 }), origin },
  card: { id, page, picked: fc.nat({ max: 255 }), look, origin },
  redraw: { id, page, picked: fc.nat({ max: 255 }), look, origin },
  clip: { id, part: days, look: pageLook, origin },
  reclip: { id, part: days, look: pageLook, origin },
  open: { id },
  report: { id },
  digest: {},
  help: {},
  issues: { page, origin },
  month: { month: fc.constantFrom('2024-06', '1949-10'), origin },
  issue: { date: fc.constantFrom('2024-06-08', '1949-10-01') },
  undated: {},
  alert: {
    action: fc.constantFrom('show', 'edit', 'mute', 'unmute', 'remove', 'restore', 'run'),
    alert: list,
    origin,
  },
  alerts: { page },
  alertOn: { list },
  language: { language: fc.constantFrom('zh-Hans', 'zh-Hant', 'en') },
  why: {},
  settings: {
    screen: fc.constantFrom('panel', 'time', 'days', 'zone', 'topics', 'quiet', 'snooze'),
    page: days,
  },
  subscribe: {},
  subscribeBelow: {},
  unsubscribe: {},
  setTime: { time },
  setDays: { days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) },
  toggleDay: { day: fc.integer({ min: 1, max: 7 }) },
  setTimeZone: { timeZone: fc.constantFrom('UTC', 'Etc/GMT-14', ...Intl.supportedValuesOf('timeZone')) },
  setLength: { length: fc.constantFrom('short', 'normal') },
  setSkipWhenEmpty: { skip: fc.boolean() },
  setWithPicture: { on: fc.boolean() },
  setQuietHours: { hours: fc.option(fc.tuple(time, time), { nil: undefined }) },
  snooze: { days },
  toggleTopic: { mark: fc.stringMatching(/^[0-9a-f]{8}$/), page: days },
  allTopics: {},
  forget: { step: fc.constantFrom('everything', 'nothing') },
  channel: { act: fc.constantFrom('show', 'test', 'askRemove', 'remove'), chat: channelIds },
  inChannel: { chat: channelIds, inner: fc.constantFrom('u.s.m.0', 'u.t.08:30', 'ts.0') },
  nothing: {},
}
const anyAction = fc
  .oneof(...Object.entries(FACTS).map(([kind, facts]) => fc.record({ kind: fc.constant(kind), ...facts })))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the facts are those of the kind
  .map((action) => action as unknown as CallbackAction)

test('every action comes back as it was written, and fits into a button', () => {
  fc.assert(
    fc.property(anyAction, (action) => {
      const data = encodeCallback(action) ?? ''
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(decodeCallback(data)).toEqual(action)
    }),
    runs(1000),
  )
})

test('data of just 64 bytes fits into a button, and of one more does not', () => {
  expect(encodeCallback({ kind: 'search', query: 'x'.repeat(62) })).toBe(`q.${'x'.repeat(62)}`)
  expect(encodeCallback({ kind: 'search', query: 'x'.repeat(63) })).toBeUndefined()
  expect(encodeCallback({ kind: 'search', query: `${'x'.repeat(60)}报` })).toBeUndefined()
})

test('a section whose name is too long for a button gets none', () => {
  expect(encodeCallback({ kind: 'filter', list: 'abcdefgh', section: '栏'.repeat(20) })).toBeUndefined()
})

/** Text, and data of ours with a few characters gone wrong. */
const anyData = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.tuple(fc.constantFrom(...golden), fc.nat(), fc.string({ maxLength: 3 })).map(([[data], at, junk]) => {
    const place = at % (data.length + 1)
    return data.slice(0, place) + junk + data.slice(place + 1)
  }),
)

test('what no button of ours sends is not understood, and never throws', () => {
  fc.assert(
    fc.property(anyData, (data) => {
      const action = decodeCallback(data)
      expect(action === undefined ? data : encodeCallback(action)).toBe(data)
    }),
    runs(1000),
  )
})

const FORGED = [
  '',
  'a',
  'a.short.0',
  'a.abcdefghij',
  'a.abcdefghij.-1',
  'a.abcdefghij.0.abcdefgh',
  'l.abcdefgh',
  'l.abcdefgh.0.0',
  'n.1',
  'q',
  'q. ',
  't.s',
  't..abcdefgh',
  't.z.abcdefgh',
  't.s.short',
  't.constructor.abcdefgh',
  'constructor',
  '__proto__',
  'ts.x',
  'tn.',
  'h.x',
  'zz.1',
  'u',
  'u.t.24:00',
  'u.w.21',
  'u.w.',
  'u.d.0',
  'u.e.2',
  'u.q.22:00',
  'u.z.a.b',
  'u.z.1Asia/Tokyo',
  'u.z.Asia/Tokyo!',
  'u.y.1',
]

test.each(FORGED)('a forged button %j is not understood', (data) => {
  expect(decodeCallback(data)).toBeUndefined()
})

test('whoever presses a damaged button is told so, and nothing else happens', async () => {
  const { act, store } = await openConversation([anArticle()])
  for (const data of FORGED) {
    const reply = await act({ kind: 'callback', data }, { user: { id: data.length + 100 } })
    expect(reply).toMatchObject({ kind: 'toast' })
    expect(textOf(reply)).not.toBe('')
  }
  expect(await store.subscriptions.get(1)).toBeUndefined()
})
