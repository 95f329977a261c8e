import { expect, test } from 'vitest'
import { fontsOf } from '../../src/sources/pdf/pdf-font.ts'

const read = (facts: object) =>
  fontsOf({
    // @ts-expect-error -- as much of it as is asked
    commonObjs: { has: () => true, get: () => facts },
  })('g_d0_f1')

test('type is as high as its size says, whatever units its font is drawn in', () => {
  const fontMatrix = [1 / 2048, 0, 0, 1 / 2048, 0, 0]
  expect(read({ name: 'ABCDEF+Song', fontMatrix })).toMatchObject({
    name: 'Song',
    matrix: [1 / 2048, 0, 0, 0.001, 0, 0],
  })
  expect(read({ name: 'Type3', isType3Font: true, fontMatrix })?.matrix).toEqual(fontMatrix)
})
