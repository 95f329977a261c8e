import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutTrueTypeOutlines } from '../../src/sources/pdf/outlines-of-truetype.ts'

const LENGTHS = {
  head: 54,
  hhea: 36,
  hmtx: 400,
  loca: 202,
  maxp: 32,
  glyf: 5000,
  name: 30,
  cmap: 60,
  fpgm: 9,
}

/** A program of tables of these lengths; each byte of a table is its place in it, but `head` and `maxp` say what they must. */
function program(lengths: Readonly<Record<string, number>>, change: (bytes: DataView) => void = () => {}) {
  const tags = Object.keys(lengths)
  const start = 12 + tags.length * 16
  const bytes = new Uint8Array(start + tags.reduce((sum, tag) => sum + (lengths[tag] ?? 0), 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x1_0000)
  view.setUint16(4, tags.length)
  let offset = start
  for (const [at, tag] of tags.entries()) {
    const length = lengths[tag] ?? 0
    bytes.set(Buffer.from(tag), 12 + at * 16)
    view.setUint32(12 + at * 16 + 8, offset)
    view.setUint32(12 + at * 16 + 12, length)
    for (let place = 0; place < length; place++) bytes[offset + place] = place % 256
    if (tag === 'maxp') view.setUint32(offset, 0x1_0000)
    if (tag === 'head') view.setUint16(offset + 50, 1)
    offset += length
  }
  change(view)
  return bytes
}

function tablesOf(bytes: Uint8Array): Record<string, number[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + at * 16)
  return Object.fromEntries(
    entries.map((at) => {
      const offset = view.getUint32(at + 8)
      const tag = Buffer.from(bytes.subarray(at, at + 4)).toString()
      return [tag, [...bytes.subarray(offset, offset + view.getUint32(at + 12))]]
    }),
  )
}

test('a program keeps its names and its head, with one empty glyph', () => {
  const stripped = withoutTrueTypeOutlines(program(LENGTHS)) ?? new Uint8Array()
  const tables = tablesOf(stripped)
  expect(Object.keys(tables).toSorted()).toEqual(
    ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'].toSorted(),
  )
  expect(tables.name).toEqual(Array.from({ length: 30 }, (_, at) => at))
  expect(tables.maxp).toEqual([0, 0, 0x50, 0, 0, 1])
  expect(tables.head?.slice(50, 52)).toEqual([0, 0])
  expect(tables.hhea?.slice(34)).toEqual([0, 1])
  expect(tables.head?.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, at) => at))
  expect(stripped.length % 4).toBe(0)
})

const without = (tag: string) => Object.fromEntries(Object.entries(LENGTHS).filter(([it]) => it !== tag))

test.each<readonly [string, Uint8Array]>([
  ...['head', 'hhea', 'hmtx', 'loca', 'glyf', 'maxp'].map(
    (tag) => [`without ${tag}`, program(without(tag))] as const,
  ),
  ['with an empty table of outlines', program({ ...LENGTHS, glyf: 0 })],
  ['with a short head', program({ ...LENGTHS, head: 53 })],
  ['with a short hhea', program({ ...LENGTHS, hhea: 35 })],
  ['that breaks off', program(LENGTHS).subarray(0, -1)],
  ['that breaks off in its list of tables', program(LENGTHS).subarray(0, 40)],
  ['of another version', program(LENGTHS, (view) => view.setUint32(0, 0x4f54_544f))],
  ['of more tables than there are', program(LENGTHS, (view) => view.setUint16(4, 60_000))],
  ['whose outlines lie beside the file', program(LENGTHS, (view) => view.setUint32(12 + 8, 0xffff_ffff))],
  ['whose maxp has no version', program({ ...LENGTHS, maxp: 31 })],
])('pdf.js is to judge a program %s', (_case, bytes) => {
  expect(withoutTrueTypeOutlines(bytes)).toBeUndefined()
})

test('whatever stands in a stream, it is a font or is left as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), (noise, at) => {
      const bytes = program({ head: 54, hhea: 36, maxp: 32 })
      bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length))
      expect(() => withoutTrueTypeOutlines(bytes)).not.toThrow()
    }),
  )
})
