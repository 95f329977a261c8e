import { brotliDecompressSync } from 'node:zlib'

/** Low bits of a table's flags: its tag, by its place among those that WOFF2 numbers. */
const TAG_BITS = 63
/** All of them set: the tag is written out behind the flags. */
const TAG_WRITTEN_OUT = 63
const CMAP = 0
const [GLYF, LOCA] = [10, 11]
/** Version of `glyf` and `loca` that are stored as they are; that of any other table is 0. */
const UNCHANGED = 3

/**
 * Reads which characters a font in WOFF2 has glyphs for: its `cmap` table, formats 4 and 12. What a package declares of a
 * font is wider than what is in it.
 * See https://www.w3.org/TR/WOFF2/ and the OpenType specification.
 * @throws if it is no WOFF2 font
 */
export function readCharacterMap(font: Buffer): ReadonlySet<number> {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 font')
  const tables = font.readUInt16BE(12)
  const compressed = font.readUInt32BE(20)
  const reader = { at: 48 }
  let offset = 0
  let cmap: { from: number; to: number } | undefined
  for (let n = 0; n < tables; n++) {
    const flags = font.readUInt8(reader.at++)
    const tag = flags & TAG_BITS
    const isCmap =
      tag === CMAP ||
      (tag === TAG_WRITTEN_OUT && font.toString('latin1', reader.at, reader.at + 4) === 'cmap')
    if (tag === TAG_WRITTEN_OUT) reader.at += 4
    const length = readBase128(font, reader)
    const version = flags >> 6
    const isTransformed = tag === GLYF || tag === LOCA ? version !== UNCHANGED : version !== 0
    const stored = isTransformed ? readBase128(font, reader) : length
    if (isCmap) cmap = { from: offset, to: offset + stored }
    offset += stored
  }
  if (!cmap) return new Set()
  const data = brotliDecompressSync(font.subarray(reader.at, reader.at + compressed))
  return charactersOf(data.subarray(cmap.from, cmap.to))
}

function readBase128(font: Buffer, reader: { at: number }): number {
  let value = 0
  for (let n = 0; n < 5; n++) {
    const byte = font.readUInt8(reader.at++)
    value = value * 128 + (byte & 127)
    if (byte < 128) break
  }
  return value
}

function charactersOf(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>()
  for (let n = 0; n < cmap.readUInt16BE(2); n++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + n * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 12) readGroups(table, found)
    else if (format === 4) readSegments(table, found)
  }
  return found
}

function readGroups(table: Buffer, found: Set<number>): void {
  for (let n = 0; n < table.readUInt32BE(12); n++) {
    const [first, last] = [table.readUInt32BE(16 + n * 12), table.readUInt32BE(20 + n * 12)]
    for (let code = first; code <= last; code++) found.add(code)
  }
}

function readSegments(table: Buffer, found: Set<number>): void {
  const twice = table.readUInt16BE(6)
  for (let at = 0; at < twice; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + twice + at)
    const delta = table.readUInt16BE(16 + 2 * twice + at)
    const rangeAt = 16 + 3 * twice + at
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : table.readUInt16BE(rangeAt + range + 2 * (code - first))
      if ((glyph & 0xffff) !== 0) found.add(code)
    }
  }
}
