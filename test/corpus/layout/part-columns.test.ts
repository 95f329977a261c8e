import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { printedPieces } from '../../../src/corpus/layout/part-columns.ts'

/** Lines of `width` signs. */
const wrap = (text: string, width: number): string[] =>
  Array.from({ length: Math.ceil(text.length / width) }, (_, at) => text.slice(at * width, (at + 1) * width))
const TEA = wrap(
  '山里的老茶树今年又发新芽，茶农忙着采茶，老茶树发的新芽最香，采茶的茶农说，今年的老茶树新芽多，茶农采茶忙到天黑，新芽采下来就炒，茶农的老茶树年年发新芽，来买茶的客商住在山下，等着新茶下山，茶价也比去年高了一成。'.repeat(
    2,
  ),
  9,
)
const BRIDGE = wrap(
  '河上的新桥昨日合龙，两岸居民过桥不用绕路，居民说新桥合龙是大喜事，两岸从此一桥相连，绕路的居民如今过桥只要一刻钟，新桥昨日合龙时两岸居民都来看新桥，桥上的灯也亮了起来，孩子们沿着桥栏一路跑，一直跑到了对岸去。'.repeat(
    2,
  ),
  9,
)
const half = Math.ceil(TEA.length / 2)
/** Columns beside one another, as `pdftotext -layout` takes them down. */
const beside = (...columns: readonly (readonly string[])[]): string[] =>
  Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, at) =>
    columns
      .map((column) => (column[at] ?? '').padEnd(13))
      .join('')
      .trimEnd(),
  )
const PAGE = [
  ...beside(['老茶树今年又发新芽'], [], ['新桥昨日合龙']),
  '',
  ...beside(TEA.slice(0, half), TEA.slice(half), BRIDGE),
]

test('columns side by side are put below one another, each under its title', () => {
  const pieces = printedPieces(PAGE.join('\n'))
  expect(pieces.map(({ text }) => text)).toEqual(['老茶树今年又发新芽', ...TEA, '新桥昨日合龙', ...BRIDGE])
  const bodies = readPage({ file: 'page.txt', text: PAGE.join('\n') }).articles.flatMap((it) => it.paragraphs)
  expect(bodies.join('')).toContain(TEA.join(''))
  expect(bodies.join('')).toContain(BRIDGE.join(''))
})

test('sheets of a file stay one after the other, and what is on one is not drawn to what is on another', () => {
  const sheet = beside(TEA, BRIDGE)
  const pieces = printedPieces([...sheet, `\f${sheet[0]}`, ...sheet.slice(1)].join('\n'))
  const text = pieces.map((it) => it.text)
  expect(text).toEqual([...TEA, ...BRIDGE, ...TEA, ...BRIDGE])
  expect(pieces.filter(({ isApart }) => isApart)).toHaveLength(4)
  expect(pieces[2 * TEA.length]?.line).toBe(sheet.length + 1)
})

test('a column whose lines grow longer by and by is one', () => {
  const lines = TEA.map((it, at) => (at === 2 ? `${it}，忙` : at === 4 ? `${it}，新芽，新` : it))
  const page = lines.map((it, at) => `${it.padEnd(18)}${BRIDGE[at] ?? ''}`.trimEnd())
  const pieces = printedPieces(page.join('\n'))
  expect(pieces.map(({ text }) => text)).toEqual([...lines, ...BRIDGE])
  expect(pieces.filter(({ isApart }) => isApart)).toHaveLength(2)
})

test('lines of a text without columns side by side stay whole, in their order', () => {
  const lines = [...TEA, '', '   新桥   合龙', ...BRIDGE]
  expect(printedPieces(lines.join('\r\n'))).toEqual(
    lines.map((text, line) => ({ line, text, isApart: false })),
  )
})

test('whatever stands side by side, each part of a line is there once', () => {
  const part = fc.constantFrom('', '新桥', '合龙 新桥', '老茶树今年又发新芽，', '本报记者 张三', 'x')
  const gap = fc.constantFrom('   ', '      ', '\t', '\u3000\u3000')
  const line = fc.array(fc.tuple(gap, part), { maxLength: 6 }).map((parts) => parts.flat().join(''))
  fc.assert(
    fc.property(fc.array(line, { minLength: 20, maxLength: 60 }), (lines) => {
      const text = [...PAGE, ...lines].join('\n')
      const pieces = printedPieces(text).toSorted((a, b) => a.line - b.line)
      const letters = (it: string) => Array.from(it.replace(/\s/gu, '')).toSorted().join('')
      for (const [at, printed] of text.split('\n').entries())
        expect(letters(pieces.flatMap((it) => (it.line === at ? [it.text] : [])).join(''))).toBe(
          letters(printed),
        )
    }),
  )
})

test('a line that several articles hold a part of is named by each of them, once', () => {
  const { articles, leftovers } = readPage({ file: 'page.txt', text: PAGE.join('\n') })
  const named = [...articles.map(({ source }) => source.lines), ...leftovers.map(({ lines }) => lines)]
  for (const lines of named) expect(new Set(lines).size).toBe(lines.length)
  const printed = PAGE.flatMap((it, at) => (it === '' ? [] : [at + 1]))
  expect([...new Set(named.flat())].toSorted((a, b) => a - b)).toEqual(printed)
})

test('a correction cannot name a line of such a page, and says why', () => {
  let misfit = ''
  const corrections = [{ kind: 'split', at: { line: 5, text: '' } } as const]
  readPage({
    file: 'page.txt',
    text: PAGE.join('\n'),
    corrections,
    onMisfit: (reason) => (misfit = reason),
  })
  expect(misfit).toContain('side by side')
})
