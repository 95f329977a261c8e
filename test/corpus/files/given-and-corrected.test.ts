import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bestForms, hollowForms } from '../../../src/corpus/files/best-forms.ts'
import type { Correction } from '../../../src/corpus/files/correction.ts'
import { correctionsOf } from '../../../src/corpus/files/corrections-of-pages.ts'
import { type GivenInFolder, givenBelow, readGivenFacts } from '../../../src/corpus/files/given-facts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const split = (line: number): Correction => ({ kind: 'split', at: { line, text: `第${line}行` } })
const pageOf = (lines: readonly number[]) => ({
  file: 'a.txt',
  path: '/corpus/a.txt',
  kind: 'page' as const,
  sizeBytes: 1,
  modifiedMs: 0,
  corrections: lines.map(split),
})

test('corrections go to the page that has their line, from its first to its last one, and to no further one', async () => {
  const { within, beyond } = await correctionsOf(pageOf([1, 3, 4, 5, 6, 9]))
  expect(within(0, '一\n二\n三\n')).toEqual([split(1), split(3)])
  // The last line of a page may have no end.
  expect(within(3, '四\n五')).toEqual([split(4), split(5)])
  expect(within(3, '四\n五')).toEqual([])
  expect(beyond()).toEqual([6, 9])
  expect(within(5, '')).toEqual([])
  expect(within(5, '六\n')).toEqual([split(6)])
  expect(beyond()).toEqual([9])
})

test('of corrections that cannot be read there are none, and it is said why', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.txt.fix.json'), '{"corrections": 7}')
  const { corrections: _none, ...page } = pageOf([])
  const read = await correctionsOf({ ...page, path: join(folder, 'a.txt') })
  expect(read.within(0, '一\n')).toEqual([])
  expect(read.problem).toMatch(/a\.txt\.fix\.json.*no list "corrections"/)
  expect((await correctionsOf({ ...page, path: join(folder, 'b.txt') })).problem).toBeUndefined()
})

test('a form with nothing in it is hollow where there is another one, of two as of three', async () => {
  const folder = temporaryFolder()
  const files = {
    '1.pdf': '<html>login</html>',
    '1.txt': '会议召开',
    '2.jsonl': '',
    '2.txt': '会议召开',
    '3.pdf': '',
    '3.html': '',
    '3.txt': '会议召开',
    '4.txt': '',
    '5.html': '<p>会议</p>',
    '5.txt': ' ',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const names = Object.keys(files)
  const hollow = await hollowForms(folder, names)
  expect([...hollow]).toEqual(['1.pdf', '2.jsonl', '3.pdf', '3.html'])
  expect([...bestForms(names.filter((name) => !hollow.has(name)))]).toEqual([
    '1.txt',
    '2.txt',
    '3.txt',
    '4.txt',
    '5.html',
  ])
})

const given = (modifiedMs: number, facts: GivenInFolder['facts'], file?: string): GivenInFolder => ({
  modifiedMs,
  facts,
  files: new Map(file === undefined ? [] : [[file, { page: '07' }]]),
})

test('what is said nearer to a file goes before, and the later change counts, wherever it was made', () => {
  const facts = { paper: '江城日报', date: '2024-06-08' }
  for (const [above, own] of [
    [1, 2],
    [2, 1],
  ] as const)
    expect(givenBelow(given(above, facts, 'a.txt'), given(own, { date: '2024-06-09' }, 'b.txt'))).toEqual({
      modifiedMs: 2,
      facts: { paper: '江城日报', date: '2024-06-09' },
      files: new Map([['b.txt', { page: '07' }]]),
    })
  // What is said of single files is of one folder only.
  expect(givenBelow(given(3, facts, 'a.txt'), undefined)).toEqual(given(3, facts))
  expect(givenBelow(undefined, given(3, facts, 'a.txt'))).toEqual(given(3, facts, 'a.txt'))
  expect(givenBelow(undefined, undefined)).toBeUndefined()
})

test.each([
  ['{"date": "2024-06-08"}', { date: '2024-06-08' }],
  [
    '{"date": " 20240608 ", "paper": "江城日报", "page": "A02", "section": "要闻", "more": 1}',
    {
      date: '2024-06-08',
      paper: '江城日报',
      page: 'A02',
      section: '要闻',
    },
  ],
  ['{"paper": 7}', {}],
  ['{"date": "2024-02-30"}', /"date" is no day/],
  ['{"date": 20240608}', /"date" is no day/],
  ['[]', /no JSON object/],
  ['{"files": []}', /no JSON object/],
  ['{', /no JSON;/],
  [JSON.stringify({ paper: '报'.repeat(30_000) }), /too large/],
])('what %.60s says of a folder', async (text, expected) => {
  const folder = temporaryFolder()
  expect(await readGivenFacts(folder, 'paperboy.json')).toBeUndefined()
  writeFileSync(join(folder, 'paperboy.json'), text)
  const read = readGivenFacts(folder, 'paperboy.json')
  if (expected instanceof RegExp) await expect(read).rejects.toThrow(expected)
  else expect((await read)?.facts).toEqual(expected)
})
