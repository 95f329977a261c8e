import Module from 'node:module'

// Loaded into a bot before its own code (`node --import`): as on a machine where nodejieba was not built. Its dictionary
// takes half of the time in which a bot starts, and whoever starts a thousand bots looks at something else.
const RESOLVE = '_resolveFilename'
type Resolve = (request: string, ...more: unknown[]) => string
const loader = Module as unknown as Record<typeof RESOLVE, Resolve>
const resolve = loader[RESOLVE]
loader[RESOLVE] = (request, ...more) => {
  if (request.startsWith('nodejieba')) throw new Error('nodejieba is not built')
  return resolve(request, ...more)
}
