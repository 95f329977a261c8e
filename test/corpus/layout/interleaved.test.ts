import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { untangle } from '../../../src/corpus/layout/interleaved.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const WIDTH = 12
const wrap = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / WIDTH) }, (_, at) => text.slice(at * WIDTH, (at + 1) * WIDTH))

/** Two texts that each say the same words again and again, so that the seams of their lines are known to the page. */
const TEA = wrap(
  '山里的老茶树今年又发新芽，茶农忙着采茶，老茶树发的新芽最香，采茶的茶农说，今年的老茶树新芽多，茶农采茶忙到天黑，新芽采下来就炒，茶农的老茶树年年发新芽。',
)
const BRIDGE = wrap(
  '河上的新桥昨日合龙，两岸居民过桥不用绕路，居民说新桥合龙是大喜事，两岸从此一桥相连，绕路的居民如今过桥只要一刻钟，新桥昨日合龙时两岸居民都来看新桥。',
)
const inTurn = (a: readonly string[], b: readonly string[]): string[] =>
  a.flatMap((line, at) => [line, ...(b[at] === undefined ? [] : [b[at]])])
const textOf = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text).join('')

test('lines taken by turns from two columns are put in order, column by column', () => {
  const lines = untangle(toLines(inTurn(TEA, BRIDGE).join('\n\n')))
  expect(textOf(lines)).toBe(textOf(toLines([...TEA, ...BRIDGE].join('\n'))))
  expect(lines.filter(({ afterBlank }) => afterBlank)).toHaveLength(2)
})

test('the text of interleaved columns is in no title, and no column in another', () => {
  const text = ['茶乡开园', ...inTurn(TEA, BRIDGE)].join('\n\n')
  const paragraphs = readPage({ file: 'page.txt', text }).articles.flatMap((it) => it.paragraphs)
  expect(paragraphs.join('')).toContain(TEA.join(''))
  expect(paragraphs.join('')).toContain(BRIDGE.join(''))
})

test('columns that stand one after the other stay as they are, with or without blank lines', () => {
  for (const blank of ['\n', '\n\n']) {
    const lines = toLines([...TEA, '', ...BRIDGE].join(blank))
    expect(textOf(untangle(lines))).toBe(textOf(lines))
  }
})

test('no line is lost, and none comes twice', () => {
  const line = fc.constantFrom(...TEA, ...BRIDGE, '茶乡开园', '本报记者 王小明', '（责编 李四）')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (printed) => {
      const lines = toLines(printed.join('\n\n'))
      const numbers = untangle(lines).map(({ number }) => number)
      expect(numbers.toSorted((a, b) => a - b)).toEqual(lines.map(({ number }) => number))
    }),
    { numRuns: 60 },
  )
})
