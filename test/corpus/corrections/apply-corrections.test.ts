import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { readMarks } from '../../../src/corpus/corrections/read-marks.ts'
import type { Correction } from '../../../src/corpus/files/correction.ts'

const FILE = '000_be07e012048a9a29.txt'
const text = readFileSync(`seeds/${FILE}`, 'utf8').split('\n').slice(0, 200).join('\n')
const marks = [...readMarks(Buffer.from(text), FILE).values()]

const mark = fc.constantFrom(...marks)
const some = (minLength: number) => fc.uniqueArray(mark, { minLength, maxLength: 4 })
const correction: fc.Arbitrary<Correction> = fc.oneof(
  some(2).map((articles) => ({ kind: 'join', articles }) as const),
  mark.map((at) => ({ kind: 'split', at }) as const),
  some(2).map((parts) => ({ kind: 'order', parts }) as const),
  fc.record({ kind: fc.constant('headline'), of: mark, headline: some(1), kicker: some(0), deck: some(0) }),
)

test('whatever is corrected, every line of the page is in one article or left over, once', () => {
  let fitted = 0
  fc.assert(
    fc.property(fc.array(correction, { minLength: 1, maxLength: 3 }), (corrections) => {
      let misfit: string | undefined
      const page = readPage({ file: FILE, text, corrections, onMisfit: (reason) => (misfit = reason) })
      if (misfit === undefined) fitted++
      const lines = [...page.articles.map(({ source }) => source), ...page.leftovers].flatMap(
        (it) => it.lines,
      )
      expect(lines.toSorted((a, b) => a - b)).toEqual(marks.map(({ line }) => line))
    }),
    { numRuns: 40 },
  )
  expect(fitted).toBeGreaterThan(5)
})
