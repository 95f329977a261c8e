import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePress, encodePress, type Press } from '../../src/chat/press.ts'

const id = fc.stringMatching(/^[a-z2-7]{10}$/)
const list = fc.stringMatching(/^[a-z2-7]{8}$/)
const page = fc.nat({ max: 999_999 })
const origin = fc.record({ list: fc.oneof(list, fc.constant('h')), page })
const anyPress: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ kind: fc.constant('list'), list, page }),
  fc.record({ kind: fc.constant('headlines'), page }),
  fc.record({ kind: fc.constant('article'), id, page, origin }, { requiredKeys: ['kind', 'id', 'page'] }),
  fc.record({ kind: fc.constant('summary'), id, origin }, { requiredKeys: ['kind', 'id'] }),
  fc.constant({ kind: 'nothing' }),
)

test('every press comes back as it was written, and fits into a button', () => {
  fc.assert(
    fc.property(anyPress, (press) => {
      const data = encodePress(press)
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(decodePress(data)).toEqual(press)
    }),
  )
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
  'h.x',
  'zz.1',
])('a forged button %j is not understood', (data) => {
  expect(decodePress(data)).toBeUndefined()
})
