// What the log says, and in which words, is not mutated: tests that compare it would fail with each rewording. Whether
// something is logged at all is.

const LEVELS = new Set(['debug', 'info', 'warn', 'error'])

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'log',
    value: {
      shouldIgnore(path) {
        const call = path.parentPath
        if (!call?.isCallExpression() || path.listKey !== 'arguments') return undefined
        const { callee } = call.node
        const isLog =
          callee.type === 'MemberExpression' &&
          callee.property.type === 'Identifier' &&
          LEVELS.has(callee.property.name)
        return isLog ? 'what the log says' : undefined
      },
    },
  },
]
