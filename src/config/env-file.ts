import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'

/**
 * The environment, with what `file` adds to it: a variable that is set already wins over the file.
 * A missing file adds nothing.
 */
export function readEnvironment(env: Readonly<NodeJS.ProcessEnv>, file = '.env'): NodeJS.ProcessEnv {
  try {
    return { ...parse(readFileSync(file)), ...env }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { ...env }
    throw error
  }
}
