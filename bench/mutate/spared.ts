/** What the instrumenter hands over of Babel's path to a node; Babel's own types come with no package of ours. */
export interface NodePath {
  readonly node: { readonly type: string }
  readonly listKey?: unknown
  readonly parentPath: NodePath | null
}

interface Callee {
  readonly type: string
  readonly property?: { readonly type: string; readonly name?: string }
}

const LEVELS = new Set(['debug', 'info', 'warn', 'error'])
const FUNCTIONS = /Function|Method/

/** Tests that compare what the log says would fail with each rewording. Whether something is logged at all is mutated. */
export function saysTheLog(path: NodePath): boolean {
  const call = path.parentPath
  if (call?.node.type !== 'CallExpression' || path.listKey !== 'arguments') return false
  const { callee } = call.node as unknown as { readonly callee: Callee }
  return callee.type === 'MemberExpression' && LEVELS.has(callee.property?.name ?? '')
}

/** Words in a table (of units, of papers, of verbs) are data: a test for each of them would be the table once more. */
export function isTableEntry(path: NodePath): boolean {
  if (path.node.type !== 'StringLiteral') return false
  let isInList = false
  for (let it = path.parentPath; it !== null; it = it.parentPath) {
    if (FUNCTIONS.test(it.node.type)) return false
    isInList ||= it.node.type === 'ArrayExpression' || it.node.type === 'ObjectExpression'
  }
  return isInList
}
