import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
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
  return { path, text, exports: exportsOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)) }
}

/** What a file declares and exports, overloads of a function as one. What it passes on from another file is left out. */
function exportsOf(file: ts.SourceFile): readonly Export[] {
  const listed = new Set(file.statements.flatMap(namesInList))
  const comments = new Map<string, string>()
  for (const statement of file.statements)
    for (const name of declaredNames(statement))
      if (isExported(statement) || listed.has(name))
        comments.set(name, comments.get(name) || commentOf(statement))
  return [...comments].map(([name, comment]) => ({ name, comment }))
}

/** The names in `export { a, b as c }`, as they are declared in the file. */
function namesInList(statement: ts.Statement): readonly string[] {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) return []
  const { exportClause } = statement
  if (!exportClause || !ts.isNamedExports(exportClause)) return []
  return exportClause.elements.map((it) => (it.propertyName ?? it.name).text)
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap((it) => boundNames(it.name))
  if (ts.isExportAssignment(statement)) return ['default']
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  return isNamed ? [statement.name?.text ?? 'default'] : []
}

/** The names that `const a`, `const { a, b }` or `const [a, b]` declares. */
const boundNames = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((it) => (ts.isOmittedExpression(it) ? [] : boundNames(it.name)))

const isExported = (statement: ts.Statement) =>
  ts.isExportAssignment(statement) ||
  (ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((it) => it.kind === ts.SyntaxKind.ExportKeyword))

const commentOf = (statement: ts.Statement) =>
  ts
    .getJSDocCommentsAndTags(statement)
    .map((it) => ts.getTextOfJSDocComment(it.comment) ?? '')
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
