import fc from 'fast-check'
import { expect, test } from 'vitest'
import { otherNumberForm } from '../../../src/search/query/number-forms.ts'

test.each([
  ['二十', '20'],
  ['二十号', '20号'],
  ['第二十届', '第20届'],
  ['百分之五', '5%'],
  ['百分之十二点三', '12.3%'],
  ['一点七八万亿', '1.78万亿'],
  ['八十周年', '80周年'],
  ['三月', '3月'],
  ['五日', '5日'],
  ['十五', '15'],
  ['一百零五', '105'],
  ['两千', '2000'],
  ['二〇二四年', '2024年'],
])('%s is %s, both ways', (han, digits) => {
  expect(otherNumberForm(han)).toBe(digits)
  if (!han.startsWith('两')) expect(otherNumberForm(digits)).toBe(han)
})

test.each(['五一', '三五', '一', '一般', '四川', '千万', '5', '十百', '长江', '', '12345', '5g'])(
  '%s has one form only',
  (text) => {
    expect(otherNumberForm(text)).toBeUndefined()
  },
)

test('there and back is the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9999 }), (value) => {
      expect(otherNumberForm(otherNumberForm(`${value}次`) ?? '')).toBe(`${value}次`)
    }),
  )
})
