import { describe, expect, test } from 'vitest'
import { decideMissing, MISSING_GRACE_MS } from '../../src/intake/missing-files.ts'
import type { TakenFile } from '../../src/store/index.ts'

const NOW = Date.UTC(2026, 0, 1)
const facts = { sizeBytes: 9, modifiedMs: 0, takenMs: 0, reader: '', pages: 1, problems: [] }

/** What the archive knows, by name: since when each is missed, if it is. */
const known = (files: Readonly<Record<string, number | undefined>>): ReadonlyMap<string, TakenFile> =>
  new Map(
    Object.entries(files).map(([file, missingSinceMs]) => [
      file,
      { ...facts, hash: `of ${file}`, ...(missingSinceMs !== undefined && { missingSinceMs }) },
    ]),
  )

const decide = (files: ReadonlyMap<string, TakenFile>, present: readonly string[], more = {}) =>
  decideMissing(files, { present: new Set(present), unreadable: [] }, { nowMs: NOW, prune: false, ...more })

describe('files that are missed', () => {
  const aged = (ageMs: number) => decide(known({ a: NOW - ageMs, b: NOW - ageMs, c: NOW - ageMs }), ['x'])

  test('are kept for a day, to the millisecond', () => {
    const kept = aged(MISSING_GRACE_MS - 1)
    expect(kept).toEqual({
      drop: [],
      hold: [],
      back: [],
      missing: { count: 3, known: 3, sinceMs: NOW - MISSING_GRACE_MS + 1, dropMs: NOW + 1 },
    })
    expect(aged(MISSING_GRACE_MS)).toEqual({ drop: ['a', 'b', 'c'], hold: [], back: [] })
  })

  test('this very millisecond count from now, and those of a clock that was ahead are missed anew', () => {
    expect(aged(0).hold).toEqual([])
    expect(aged(-1).hold).toEqual(['a', 'b', 'c'])
  })

  test('are dropped each at its own time, and the first of those that stay tells since when', () => {
    const ages = { a: NOW - MISSING_GRACE_MS, b: NOW - 5000, c: NOW - 7000, d: undefined }
    expect(decide(known(ages), ['d'])).toEqual({
      drop: ['a'],
      hold: [],
      back: [],
      missing: { count: 2, known: 3, sinceMs: NOW - 7000, dropMs: NOW - 7000 + MISSING_GRACE_MS },
    })
  })

  test('and are there again are told, and count as there', () => {
    expect(decide(known({ a: NOW - 9, b: undefined }), ['a', 'b'])).toEqual({
      drop: [],
      hold: [],
      back: ['a'],
    })
  })

  test('earlier do not make the few that go now most of all', () => {
    const files = known({ a: NOW - 9, b: NOW - 9, c: undefined, d: undefined, e: undefined, f: undefined })
    const { drop, hold, missing } = decide(files, ['d', 'e', 'f'])
    expect([drop, hold, missing?.count, missing?.known]).toEqual([['c'], [], 2, 5])
  })

  test('are removed at once, and none is missing any more, if somebody says so', () => {
    const files = known({ a: NOW - 9, b: undefined, c: undefined, d: undefined })
    expect(decide(files, [], { prune: true })).toEqual({ drop: ['a', 'b', 'c', 'd'], hold: [], back: [] })
  })
})

describe('a file under another name', () => {
  /** Three files that are away, and one that is there with these bytes. */
  const withBytes = (hash: string, sizeBytes: number) =>
    decide(
      new Map([
        ...known({ a: undefined, b: undefined, c: undefined }),
        ['new/a', { ...facts, hash, sizeBytes }],
      ]),
      ['new/a'],
    )

  test('is moved, so that the two others are few', () => {
    expect(withBytes('of a', 9)).toEqual({ drop: ['a', 'b', 'c'], hold: [], back: [] })
  })

  test.each([
    ['other bytes', 'of x', 9],
    ['another size', 'of a', 8],
  ])('with %s is another one, and so three are missing', (_case, hash, sizeBytes) => {
    expect(withBytes(hash, sizeBytes)).toMatchObject({ drop: [], hold: ['a', 'b', 'c'] })
  })

  test('that was taken in by half is no proof that the other was moved', () => {
    const half = { ...facts, sizeBytes: -1, hash: '' }
    const files = new Map<string, TakenFile>([
      ...['a', 'b', 'c'].map((file) => [file, half] as const),
      ['new/a', half],
    ])
    expect(decide(files, ['new/a'])).toMatchObject({ drop: [], hold: ['a', 'b', 'c'] })
  })

  test('that is away itself is none', () => {
    const same = { ...facts, hash: 'same' }
    const files = new Map(['a', 'b', 'c', 'd'].map((file) => [file, same] as const))
    expect(decide(files, []).hold).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('what cannot be listed', () => {
  const files = known({ '2024/06/a': undefined, '2024/06/b': undefined, '2024/060/c': undefined })
  const beside = (...unreadable: string[]) =>
    decideMissing(files, { present: new Set(['x']), unreadable }, { nowMs: NOW, prune: true }).drop

  test('is neither there nor missing, and what is beside it is', () => {
    expect(beside('2024/06')).toEqual(['2024/060/c'])
    expect(beside('2024')).toEqual([])
    expect(beside('2024/06/b')).toEqual(['2024/06/a', '2024/060/c'])
    expect(beside('06')).toHaveLength(3)
  })

  test('makes an empty listing no empty folder', () => {
    const decision = decideMissing(
      known({ a: undefined, 'b/c': undefined }),
      { present: new Set(), unreadable: ['b'] },
      { nowMs: NOW, prune: false },
    )
    expect(decision).toEqual({ drop: ['a'], hold: [], back: [] })
  })
})
