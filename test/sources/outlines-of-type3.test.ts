import { expect, test } from 'vitest'
import { withoutType3Outline } from '../../src/sources/pdf/outlines-of-type3.ts'

const left = (content: string) => {
  const kept = withoutType3Outline(Buffer.from(content, 'latin1'))
  return kept && Buffer.from(kept).toString('latin1')
}

test.each([
  ['500 0 d0 0 0 m 9 9 l f', '500 0 d0'],
  ['\n 12.5 0 -1 -.5 10 +8 d1\n0 0 9 9 re f', '\n 12.5 0 -1 -.5 10 +8 d1'],
])('of a glyph its width is kept: %j', (content, kept) => {
  expect(left(content)).toBe(kept)
})

test.each([
  ['the text of a page', 'q 1 0 0 1 72 720 cm BT /F1 9 Tf (x) Tj ET Q'],
  ['one that begins with numbers', '1 0 0 1 72 720 cm BT (500 0 d0 ) Tj ET'],
  ['a name that begins as d1', '12 0 0 0 9 9 d1x 0 0 m'],
  ['too few numbers', '12 0 0 0 9 d1 0 0 m'],
  ['nothing behind it', '12 0 d0'],
  ['nothing', ''],
  ['figures without end', '1'.repeat(100_000)],
])('other content is left as it is: %s', (_case, content) => {
  expect(left(content)).toBeUndefined()
})
