import { expect, test } from 'vitest'
import { standsSideBySide } from '../../../src/corpus/layout/side-by-side.ts'

test.each([
  [20, 6, true],
  [20, 5, false],
  [19, 19, false],
  [40, 12, true],
])('of %i lines %i with a wide gap are columns side by side: %s', (lines, gapped, is) => {
  const text = Array.from({ length: lines }, (_, at) =>
    at < gapped ? '左边的一栏     右边的一栏' : '一整行的文字',
  )
  expect(standsSideBySide(text.join('\n\n'))).toBe(is)
})
