import { expect, test } from 'vitest'
import { createMissingLog } from '../../src/intake/missing-log.ts'
import type { PassReport } from '../../src/intake/pass-options.ts'
import { createProblemLog } from '../../src/intake/problem-log.ts'
import { createRecordedLog } from '../support/recorded-log.ts'

test('problems are told when they are new or have changed, and forgotten with their file', () => {
  const log = createRecordedLog()
  const problems = createProblemLog(log)
  const pass = (found: Readonly<Record<string, readonly string[]>>) => {
    const before = log.lines.length
    problems.begin()
    for (const [file, all] of Object.entries(found)) problems.report(file, all)
    problems.end()
    return [log.lines.length - before, problems.size]
  }
  expect(pass({ a: ['one', 'two'], b: [], c: ['one'] })).toEqual([3, 2])
  expect(pass({ a: ['one', 'two'], c: ['one'] })).toEqual([0, 2])
  expect(pass({ a: ['two'], c: ['one'] })).toEqual([1, 2])
  expect(pass({ a: ['two'] })).toEqual([0, 1])
  expect(pass({ a: [], c: ['one'] })).toEqual([1, 1])
  expect(pass({})).toEqual([0, 0])
  expect(pass({ c: ['one'] })).toEqual([1, 1])
})

test('a problem that many files have is told of three of them, and once of the others', () => {
  const log = createRecordedLog()
  const problems = createProblemLog(log)
  const pass = (count: number) => {
    const before = log.lines.length
    problems.begin()
    for (let at = 0; at < count; at++)
      problems.report(`${at}.pdf`, [`cannot read ${at}.pdf: it holds no PDF; get it again`])
    problems.end()
    return log.lines.slice(before)
  }
  expect(pass(3)).toHaveLength(3)
  expect(pass(3)).toEqual([])
  // Those that are known are not told again.
  expect(pass(4)).toEqual(['warn: cannot read 3.pdf: it holds no PDF; get it again'])
  expect(pass(8).at(-1)).toBe(
    'warn: the same of 1 more file (7.pdf): it holds no PDF; paperboy doctor --json names all',
  )
  expect(pass(300)).toEqual([
    ...[8, 9, 10].map((at) => `warn: cannot read ${at}.pdf: it holds no PDF; get it again`),
    'warn: the same of 289 more files (11.pdf, 12.pdf, 13.pdf, 14.pdf, 15.pdf and others): it holds no PDF; paperboy doctor --json names all',
  ])
  expect(pass(308).at(-1)).toBe(
    'warn: the same of 5 more files (303.pdf, 304.pdf, 305.pdf, 306.pdf, 307.pdf): it holds no PDF; paperboy doctor --json names all',
  )
})

test('what a pass that failed did not tell is told by the next one', () => {
  const log = createRecordedLog()
  const problems = createProblemLog(log)
  problems.begin()
  for (const file of ['a', 'b', 'c', 'd']) problems.report(file, [`${file}: it is locked`])
  expect(log.lines).toHaveLength(3)
  problems.begin()
  for (const file of ['a', 'b', 'c', 'd']) problems.report(file, [`${file}: it is locked`])
  problems.end()
  expect(log.lines.slice(3)).toEqual([
    'warn: the same of 1 more file (d): it is locked; paperboy doctor --json names all',
  ])
})

test('many problems of one kind in one file count it once', () => {
  const log = createRecordedLog()
  const problems = createProblemLog(log)
  problems.begin()
  problems.report(
    'a',
    Array.from({ length: 9 }, (_, at) => `a: line ${at} is no JSON`),
  )
  problems.end()
  expect(log.lines).toHaveLength(9)
})

test('problems of a kind are counted by files, without their names and numbers', () => {
  const problems = createProblemLog(createRecordedLog())
  problems.report('p/1.txt', [
    'cannot read page p/1.txt: it has 12,345 lines; the limit is 9',
    'p/1.txt: line 7 is no JSON (it ends early)',
    'p/1.txt: line 8 is no JSON: {',
  ])
  problems.report('2.txt', ['2.txt: lines 10–20 is no JSON', 'cannot read page 2.txt: it is locked'])
  expect(Object.fromEntries(problems.reasons)).toEqual({
    'it has N lines': 1,
    'line N is no JSON': 1,
    'lines N is no JSON': 1,
    'it is locked': 1,
  })
  problems.report('d/4.pdf', ['cannot read d/4.pdf: it holds no PDF; get it again'])
  expect(problems.reasons.get('it holds no PDF')).toBe(1)
  problems.report('3.txt', ['3.txt: line 1 is no JSON'])
  expect(problems.reasons.get('line N is no JSON')).toBe(2)
  // The name of an encoding stays.
  problems.report('4.txt', ['cannot read 4.txt: it is not valid gb18030 at byte 2'])
  expect(problems.reasons.get('it is not valid gb18030 at byte N')).toBe(1)
})

test('missing files are told once for as long as they are the same, and their end once', () => {
  const log = createRecordedLog()
  const missingLog = createMissingLog('/corpus', log)
  const told = (missing: PassReport['missing'] | undefined, dropped = 0) => {
    const before = log.lines.length
    missingLog.report({
      taken: 0,
      dropped,
      postponed: 0,
      folders: [],
      passedOver: new Map(),
      ...(missing && { missing }),
    })
    return log.lines.slice(before).map((line) => line.slice(0, 40))
  }
  const since = (sinceMs: number, count = 2) => ({ count, known: 5, sinceMs, dropMs: sinceMs + 1 })
  expect(told(undefined, 3)).toEqual([])
  expect(told(since(0))).toEqual(['warn: 2 of 5 known files are missing in t'.slice(0, 40)])
  expect(told(since(0))).toEqual([])
  expect(told(since(0, 3))).toHaveLength(1)
  expect(told(since(7, 3))).toHaveLength(1)
  expect(told(undefined)).toEqual(['info: the missing files are in the corpu'])
  expect(told(undefined)).toEqual([])
  expect(told(since(9))).toHaveLength(1)
  expect(told(undefined, 2)).toEqual(['warn: the articles of the missing files '])
})
