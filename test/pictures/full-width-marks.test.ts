import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullWidthMarks } from '../../src/pictures/typesetting/full-width-marks.ts'
import { runs } from '../support/runs.ts'

test.each([
  ['a comma behind Chinese', '选定商品后,立减', '选定商品后，立减'],
  ['a comma before Chinese', '获悉GDP,比去年', '获悉GDP，比去年'],
  ['a comma between Chinese and a number', '获悉,2025年', '获悉，2025年'],
  ['no comma of a number', '3,000元', '3,000元'],
  ['no colon of a ratio', '以2:1获胜', '以2:1获胜'],
  ['no mark of Latin text', 'Hello, world!', 'Hello, world!'],
  ['brackets around Chinese', '2月12日(元宵节)当天', '2月12日（元宵节）当天'],
  ['both brackets, whatever is inside', '世贸组织(WTO)', '世贸组织（WTO）'],
  ['no brackets of Latin text', 'f(x) = y', 'f(x) = y'],
])('full width: %s', (_, text, printed) => {
  expect(fullWidthMarks(text)).toBe(printed)
})

test('a text stays as long as it was, and other characters stay', () => {
  const sign = fc.constantFrom('报', '童', 'a', '3', ',', ':', ';', '!', '?', '(', ')', '。', ' ')
  const differs = (text: string) => {
    const printed = fullWidthMarks(text)
    expect(printed).toHaveLength(text.length)
    expect(printed.normalize('NFKC')).toBe(text.normalize('NFKC'))
    return printed !== text
  }
  let changed = 0
  const property = fc.property(
    fc.string({ unit: sign, maxLength: 30 }),
    (text) => void (changed += Number(differs(text))),
  )
  fc.assert(property, runs(300))
  expect(changed).toBeGreaterThan(50)
})
