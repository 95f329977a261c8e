import { expect, test } from 'vitest'
import { markOfOutlines } from '../../src/sources/pdf/outlines-of-fonts.ts'

/** An INDEX of one thing. */
const index = (...thing: number[]) => [0, 1, 1, 1, thing.length + 1, ...thing]
/** Of a font by the name `A`, with a dictionary. */
const cff = (...dictionary: number[]) =>
  Uint8Array.from([1, 0, 4, 1, ...index(0x41), ...index(...dictionary), 0, 0])

/** Registry, ordering and supplement: a number of two bytes, one of three, one of one. */
const OPERANDS = [247, 28, 28, 1, 136, 139]
const ROS = [12, 30]
const CHARSTRINGS = [29, 0, 0, 1, 0, 17]

test('of a font that numbers its glyphs by CIDs the mark is left', () => {
  expect(markOfOutlines(cff(...OPERANDS, ...ROS, ...CHARSTRINGS))).toEqual(Uint8Array.from([1, 0, 4, 1]))
})

test.each([
  ['one byte', [139]],
  ['two bytes', [247, 17]],
  ['three bytes', [28, 0, 17]],
  ['five bytes', [29, 0, 12, 0, 17]],
])('a number of %s is no operator, whatever its bytes are', (_case, number) => {
  expect(markOfOutlines(cff(...number, ...OPERANDS, ...ROS))).toBeDefined()
})

test.each([
  ['a font whose glyphs have names', cff(...CHARSTRINGS)],
  ['one that says its matrix first, in real numbers', cff(30, 0x0a, 0x1f, 12, 7, ...OPERANDS, ...ROS)],
  ['one with an empty dictionary', cff()],
  ['one that breaks off', cff(...OPERANDS, ...ROS).subarray(0, 12)],
  ['a TrueType font', Uint8Array.from([0, 1, 0, 0, 0, 9, 0, 128, 0, 3, 0, 16])],
  ['the text of a page', Buffer.from('BT /F1 9 Tf (x) Tj ET')],
  ['nothing', new Uint8Array()],
])('what may be needed is kept: %s', (_case, head) => {
  expect(markOfOutlines(head)).toBeUndefined()
})
