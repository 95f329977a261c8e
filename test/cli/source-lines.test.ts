import { SourceMap } from 'node:module'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSourceMap } from '../../src/cli/source-lines.js'
import { runs } from '../support/runs.ts'

test('a place of the bundle comes from the place that Node names', () => {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, '..', '..', 'src/language/index.ts')],
    bundle: true,
    packages: 'external',
    format: 'esm',
    outfile: 'node_modules/.cache/never-written.js',
    write: false,
    sourcemap: true,
    sourcesContent: false,
  })
  const [json = '', code = ''] = outputFiles.map(({ text }) => text)
  const lines = code.split('\n')
  const node = new SourceMap(JSON.parse(json))
  const find = openSourceMap(json)
  let named = 0
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.nat(), (line, some) => {
      const column = some % ((lines[line] ?? '').length + 1)
      const entry = node.findEntry(line, column)
      // Where a line begins with what comes from nowhere, Node names the line before.
      if (!('originalSource' in entry) || entry.generatedLine !== line) return
      named++
      expect(find(line, column)).toEqual({
        source: entry.originalSource,
        line: entry.originalLine,
        column: entry.originalColumn,
      })
    }),
    runs(2_000),
  )
  expect(named).toBeGreaterThan(500)
})

test('a place behind the end of the bundle comes from nowhere', () => {
  const find = openSourceMap('{"sources":["a.ts"],"mappings":"AAAA;;AACA"}')
  expect(find(0, 5)).toEqual({ source: 'a.ts', line: 0, column: 0 })
  expect(find(1, 0)).toBeUndefined()
  expect(find(2, 0)).toEqual({ source: 'a.ts', line: 1, column: 0 })
  expect(find(3, 0)).toBeUndefined()
  expect(find(70, 0)).toBeUndefined()
})
