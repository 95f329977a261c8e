import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePress, encodePress, type Press } from '../../src/chat/press.ts'
import type { Deed } from '../../src/chat/subscription/deed.ts'

const id = fc.stringMatching(/^[a-z2-7]{10}$/)
const list = fc.stringMatching(/^[a-z2-7]{8}$/)
const page = fc.nat({ max: 999_999 })
const picked = fc.nat({ max: 255 })
const from = { origin: fc.option(fc.record({ list, page }), { nil: undefined }) }
/** An absent fact is left out, as our own code writes it. */
const press = (facts: object) =>
  fc
    .record(facts as Record<string, fc.Arbitrary<unknown>>)
    .map(
      (it) =>
        Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as unknown as Press,
    )

const time = fc.constantFrom('00:00', '08:30', '23:59')
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('show' as const),
    screen: fc.constantFrom('panel', 'time', 'days', 'zone', 'topics', 'quiet', 'snooze'),
    page: fc.nat({ max: 999 }),
  }),
  fc.record({ do: fc.constantFrom('subscribe', 'subscribeBelow', 'unsubscribe', 'allTopics') }),
  fc.record({ do: fc.constant('time' as const), time }),
  fc.record({ do: fc.constant('days' as const), days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) }),
  fc.record({ do: fc.constant('day' as const), day: fc.integer({ min: 1, max: 7 }) }),
  fc.record({
    do: fc.constant('zone' as const),
    zone: fc.constantFrom('UTC', 'Etc/GMT-14', ...Intl.supportedValuesOf('timeZone')),
  }),
  fc.record({ do: fc.constant('length' as const), length: fc.constantFrom('short', 'normal') }),
  fc.record({ do: fc.constant('skip' as const), skip: fc.boolean() }),
  fc.record({ do: fc.constant('quiet' as const), hours: fc.tuple(time, time) }, { requiredKeys: ['do'] }),
  fc.record({ do: fc.constant('snooze' as const), days: fc.nat({ max: 999 }) }),
  fc.record({
    do: fc.constant('topic' as const),
    mark: fc.stringMatching(/^[0-9a-f]{8}$/),
    page: fc.nat({ max: 999 }),
  }),
)

const anyPress: fc.Arbitrary<Press> = fc.oneof(
  press({ kind: fc.constant('list'), list, page }),
  press({ kind: fc.constant('order'), list, order: fc.constantFrom('relevance', 'newest', 'oldest') }),
  press({ kind: fc.constantFrom('filters', 'again'), list }),
  press({ kind: fc.constant('filter'), list, section: fc.constantFrom(undefined, '要闻', '国际.体育') }),
  press({ kind: fc.constant('filter'), list, month: fc.constantFrom(undefined, '2024-06') }),
  press({ kind: fc.constant('search'), query: fc.constantFrom('残疾人 意外险', '1.5 亿', '-a.b') }),
  press({ kind: fc.constantFrom('article', 'save', 'source'), id, page, ...from }),
  press({ kind: fc.constantFrom('summary', 'related'), id, ...from }),
  press({ kind: fc.constant('quote'), id, page, picked, ...from }),
  press({ kind: fc.constant('issues'), page }),
  press({ kind: fc.constant('month'), month: fc.constantFrom('2024-06', '1949-10') }),
  press({ kind: fc.constant('issue'), date: fc.constantFrom('2024-06-08', '1949-10-01') }),
  press({
    kind: fc.constant('alert'),
    deed: fc.constantFrom('show', 'edit', 'mute', 'unmute', 'remove', 'restore'),
    alert: list,
    ...from,
  }),
  press({ kind: fc.constant('alerts'), page }),
  press({ kind: fc.constant('alertOn'), list }),
  press({ kind: fc.constant('language'), language: fc.constantFrom('zh-Hans', 'zh-Hant', 'en') }),
  anyDeed.map((deed) => ({ kind: 'subscription', deed }) as const),
  press({ kind: fc.constant('nothing') }),
)

test('every press comes back as it was written, and fits into a button', () => {
  fc.assert(
    fc.property(anyPress, (press) => {
      const data = encodePress(press) ?? ''
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(decodePress(data)).toEqual(press)
    }),
  )
})

test('a section whose name is too long for a button gets none', () => {
  expect(encodePress({ kind: 'filter', list: 'abcdefgh', section: '栏'.repeat(20) })).toBeUndefined()
})

test('what no button of ours sends is not understood, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (data) => {
      const press = decodePress(data)
      expect(press === undefined ? data : encodePress(press)).toBe(data)
    }),
  )
})

test.each([
  '',
  'a',
  'a.short.0',
  'a.abcdefghij',
  'a.abcdefghij.-1',
  'l.abcdefgh',
  'l.abcdefgh.0.0',
  'n.1',
  't.s',
  't.z.abcdefgh',
  't.s.short',
  't.constructor.abcdefgh',
  'ts.x',
  'tn.',
  'h.x',
  'zz.1',
  'u',
  'u.t.24:00',
  'u.w.21',
  'u.d.0',
  'u.e.2',
  'u.q.22:00',
  'u.z.a.b',
  'u.y.1',
])('a forged button %j is not understood', (data) => {
  expect(decodePress(data)).toBeUndefined()
})
