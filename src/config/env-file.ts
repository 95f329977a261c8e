import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { systemCodeOf } from '../domain/index.ts'
import { ConfigError } from './config-error.ts'

/**
 * The environment, with what `file` adds to it: a variable that is set already wins over the file. The file may be
 * UTF-8, UTF-16 (what PowerShell's `>` writes) or GB18030. A missing file adds nothing.
 * @throws {ConfigError} if it is there but cannot be read
 */
export function readEnvironment(env: Readonly<NodeJS.ProcessEnv>, file = '.env'): NodeJS.ProcessEnv {
  const bytes = readBytes(file)
  return bytes === undefined ? { ...env } : { ...parse(decode(bytes, file)), ...env }
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder: replace it with a file, or remove it',
  EACCES: 'permission denied: make it readable for this user',
  EPERM: 'permission denied: make it readable for this user',
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'ENOENT') return undefined
    throw new ConfigError([{ setting: file, message: REASONS[code] ?? `cannot be read (${code})` }])
  }
}

/** Encodings that such a file is found in, the likeliest first; the decoder drops a byte order mark. */
function encodingsOf(bytes: Buffer): readonly string[] {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return ['utf-16le']
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

function decode(bytes: Buffer, file: string): string {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // The next one may fit.
    }
  }
  throw new ConfigError([{ setting: file, message: 'is not a text file: save it as UTF-8 text' }])
}
