import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BindingPattern, type Comment, parseSync, type Statement } from 'oxc-parser'
import { expect, test } from 'vitest'

/** A file that is longer says what it is for: in its first line, or on its main export. */
const SHORT_FILE = 60
const LONGEST_FILE = 300
const LONGEST_MEDIAN = 80

interface Export {
  readonly name: string
  /** The text of its TSDoc without tags; empty if it has none. */
  readonly comment: string
}

function readSource(path: string) {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, exports: exportsOf(path, text) }
}

/** What a file declares and exports, overloads of a function as one. What it passes on from another file is left out. */
function exportsOf(path: string, text: string): readonly Export[] {
  const { program, comments } = parseSync(path, text)
  const listed = new Set(program.body.flatMap(namesInList))
  const found = new Map<string, string>()
  let before = 0
  for (const statement of program.body) {
    const own = comments.filter(({ start, end }) => start >= before && end <= statement.start)
    for (const name of declaredNames(statement))
      if (isExport(statement) || listed.has(name)) found.set(name, found.get(name) || textOf(own))
    before = statement.end
  }
  return [...found].map(([name, comment]) => ({ name, comment }))
}

/** The names in `export { a, b as c }`, as they are declared in the file. */
function namesInList(statement: Statement): readonly string[] {
  if (statement.type !== 'ExportNamedDeclaration' || statement.source) return []
  return statement.specifiers.flatMap(({ local }) => (local.type === 'Literal' ? [] : local.name))
}

const isExport = ({ type }: Statement) =>
  type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration'

function declaredNames(statement: Statement): readonly string[] {
  if (statement.type === 'ExportDefaultDeclaration') return ['default']
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => boundNames(id))
  return declaration && 'id' in declaration && declaration.id?.type === 'Identifier'
    ? [declaration.id.name]
    : []
}

/** The names that `const a`, `const { a, b }` or `const [a, b]` declares. */
function boundNames(pattern: BindingPattern): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'AssignmentPattern':
      return boundNames(pattern.left)
    case 'ObjectPattern':
      return pattern.properties.flatMap((it) =>
        boundNames(it.type === 'RestElement' ? it.argument : it.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((it) =>
        it === null ? [] : boundNames(it.type === 'RestElement' ? it.argument : it),
      )
  }
}

/** What the TSDoc among some comments says, without its tags. */
const textOf = (comments: readonly Comment[]) =>
  comments
    .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
    .map(({ value }) => value.replace(/^[ \t]*\*+ ?/gm, '').replace(/@\w+/g, ''))
    .join('\n')
    .trim()

const root = join(import.meta.dirname, '..', 'src')
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
)
const isCode = (path: string) => /\.[jt]s$/.test(path) && !path.endsWith('.d.ts')
const files = paths.filter((path) => isCode(path) && !path.startsWith('playground/page/')).map(readSource)

/** Whether a comment holds a word that the name does not say by itself: "The chat store." of `ChatStore` holds none. */
function saysMore({ name, comment }: Export): boolean {
  const known = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  const words = comment.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some((word) => !/^(?:a|an|the|of|for|to|and)$/.test(word) && !known.includes(word))
}

/** The export that a file is named after, or else its first one. */
function mainExport({ path, exports }: (typeof files)[number]): Export | undefined {
  const flat = (name: string) => name.replace(/[-_]/g, '').toLowerCase()
  const stem = flat(basename(path).replace(/\.[jt]s$/, ''))
  return exports.find((it) => flat(it.name).includes(stem)) ?? exports[0]
}

const opensWithComment = (text: string) => /^(?:#!.*\n)?\s*\/[/*]/.test(text)
const isSentence = (comment: string) => /(?:\S+\s+){3,}\S+[.!?:]/.test(comment)
const lineCount = (text: string) => text.split('\n').length - 1

test('every export of src has TSDoc', () => {
  const all = files.flatMap(({ path, exports }) => exports.map((it) => ({ ...it, path })))
  expect(all.length).toBeGreaterThan(500)
  const missing = all.filter((it) => !saysMore(it)).map((it) => `src/${it.path}: ${it.name}`)
  expect(missing).toEqual([])
})

test(`every file over ${SHORT_FILE} lines says what it is for, at its top or on its main export`, () => {
  const silent = files.filter((file) => {
    if (lineCount(file.text) <= SHORT_FILE || opensWithComment(file.text)) return false
    return !isSentence(mainExport(file)?.comment ?? '')
  })
  expect(silent.map((it) => `src/${it.path}`)).toEqual([])
})

test(`no file of src has over ${LONGEST_FILE} lines, and half of them have at most ${LONGEST_MEDIAN}`, () => {
  const tooLong = files.filter((it) => lineCount(it.text) > LONGEST_FILE)
  expect(tooLong.map((it) => `src/${it.path}`)).toEqual([])
  const lengths = files.map((it) => lineCount(it.text)).toSorted((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(LONGEST_MEDIAN)
})
