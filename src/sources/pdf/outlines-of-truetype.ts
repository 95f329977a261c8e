/**
 * A TrueType program without its outlines, to be given to pdf.js in place of the whole one if nothing is drawn: one empty glyph, and what
 * pdf.js may take text from (its names, and that it is a sound font). Without it pdf.js checks and rewrites each glyph: an eighth
 * of the time of a page. Which character a code means is told outside of the program.
 * @returns undefined if it is no TrueType, or not a sound one: pdf.js is to judge that
 */
export function withoutTrueTypeOutlines(program: Uint8Array): Uint8Array | undefined {
  const tables = tablesOf(program)
  if (tables === undefined) return undefined
  const [head, hhea, maxp] = [tables.get('head'), tables.get('hhea'), tables.get('maxp')]
  const isWhole = ['hmtx', 'loca', 'glyf'].every((tag) => tables.has(tag))
  if (!head || !hhea || !maxp || !isWhole || head.length < HEAD || hhea.length < HHEA) return undefined
  if (viewOf(head).getUint16(LOCATION_FORMAT) > 1 || !isSoundMaxp(maxp)) return undefined
  const kept = new Map<string, Uint8Array>([
    ['glyf', new Uint8Array(4)],
    ['head', withNumber(head, LOCATION_FORMAT, 0)],
    ['hhea', withNumber(hhea, METRICS, 1)],
    ['hmtx', new Uint8Array(4)],
    ['loca', new Uint8Array(4)],
    ['maxp', Uint8Array.of(0, 0, 0x50, 0, 0, 1)],
    ['post', Uint8Array.from({ length: 32 }, (_, at) => (at === 1 ? 3 : 0))],
  ])
  const names = tables.get('name')
  if (names) kept.set('name', names)
  return joinTables(program.subarray(0, 4), kept)
}

/** Lengths of tables, and where in them a number stands that depends on how many glyphs there are. */
const HEAD = 54
const HHEA = 36
const LOCATION_FORMAT = 50
const METRICS = 34
/** The head of a program, and the entry of a table in its list. */
const START = 12
const ENTRY = 16
const MOST_TABLES = 64

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The tables of a TrueType program by their tags; undefined if it is none, or a table is not whole. */
function tablesOf(program: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  if (program.length < START) return undefined
  const view = viewOf(program)
  const version = view.getUint32(0)
  const count = view.getUint16(4)
  if ((version !== 0x1_0000 && version !== TRUE) || count > MOST_TABLES) return undefined
  if (program.length < START + count * ENTRY) return undefined
  const tables = new Map<string, Uint8Array>()
  for (let entry = START; entry < START + count * ENTRY; entry += ENTRY) {
    const tag = String.fromCharCode(...program.subarray(entry, entry + 4))
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)]
    if (offset + length > program.length) return undefined
    if (length > 0) tables.set(tag, program.subarray(offset, offset + length))
  }
  return tables
}

/** `true`: how programs begin that were made for Mac OS. */
const TRUE = 0x74_72_75_65

/** `maxp` has two versions, one of them with a fixed length. */
function isSoundMaxp(maxp: Uint8Array): boolean {
  if (maxp.length < 6) return false
  const version = viewOf(maxp).getUint32(0)
  return version === 0x1_0000 ? maxp.length >= 32 : version === 0x5000
}

function withNumber(table: Uint8Array, at: number, value: number): Uint8Array {
  const changed = table.slice()
  viewOf(changed).setUint16(at, value)
  return changed
}

/** A program of these tables, each at a place that four divides. */
function joinTables(version: Uint8Array, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const padded = (length: number) => (length + 3) & ~3
  let offset = START + tables.size * ENTRY
  const program = new Uint8Array([...tables.values()].reduce((sum, it) => sum + padded(it.length), offset))
  const view = viewOf(program)
  program.set(version)
  view.setUint16(4, tables.size)
  let entry = START
  for (const [tag, table] of tables) {
    for (let at = 0; at < 4; at++) program[entry + at] = tag.charCodeAt(at)
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.length)
    program.set(table, offset)
    offset += padded(table.length)
    entry += ENTRY
  }
  return program
}
