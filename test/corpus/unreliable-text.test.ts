import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/index.ts'
import { isDoubtful } from '../../src/domain/index.ts'
import { collect } from '../support/collect.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The text of a seed page, set anew in columns of 14 characters. */
const columnLines = (() => {
  const file = join(import.meta.dirname, '..', '..', 'seeds', '001_475b6eaa8a70594d.txt')
  const text = readFileSync(file, 'utf8')
  const letters = text.replace(/\s+/gu, '')
  return Array.from({ length: 180 }, (_, at) => letters.slice(at * 14, at * 14 + 14))
})()

/** Three columns of 60 lines side by side, parted by a gap. */
const across = (gap: string) =>
  Array.from({ length: 60 }, (_, at) => [0, 60, 120].map((first) => columnLines[first + at]).join(gap)).join(
    '\n',
  )

async function readText(text: string) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.txt'), `城市公园开放\n\n${text}\n`)
  const events = await collect(readCorpus(folder))
  const pages = events.flatMap((it) => (it.event === 'page' ? [it.page] : []))
  return {
    told: events.flatMap((it) => (it.event === 'warning' ? [it.message] : [])),
    warnings: pages.flatMap(({ warnings }) => warnings),
    doubtful: pages.flatMap(({ articles }) => articles).map(isDoubtful),
    bodies: pages.flatMap(({ articles }) => articles.map((it) => it.paragraphs.join(''))).join('|'),
  }
}

test.each([
  ['a blank', ' '],
  ['nothing', ''],
])(
  'a text whose columns ran together with %s between them is told of, and its articles are doubtful',
  async (_gap, gap) => {
    const { told, warnings, doubtful } = await readText(across(gap))
    expect(told).toEqual([
      expect.stringMatching(/columns ran together.*give the PDF itself, or extract the text/),
    ])
    expect(warnings).toContainEqual(told[0])
    expect(doubtful.length).toBeGreaterThan(0)
    expect(doubtful).not.toContain(false)
  },
)

test.each([
  ['one column below the other', columnLines.join('\n')],
  ['a paragraph a line', columnLines.join('').replace(/。/gu, '。\n')],
  ['lines as wide as a page', columnLines.join('').replace(/.{42}/gu, '$&\n')],
])('a text with %s is not', async (_form, text) => {
  const { told } = await readText(text)
  expect(told).toEqual([])
})

test('columns that wide gaps part are read one below the other, and nothing is told', async () => {
  const { told, bodies } = await readText(across('      '))
  expect(told).toEqual([])
  expect(bodies).toContain(columnLines.slice(58, 62).join(''))
  expect(bodies).toContain(columnLines.slice(118, 122).join(''))
})
