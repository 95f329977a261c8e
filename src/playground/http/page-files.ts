import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { securityPolicy } from '../../ops/index.ts'

const FOLDER = join(import.meta.dirname, '..', 'page')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Nothing from elsewhere, nothing inline: what a bot sends can only ever be text. */
const SECURITY_POLICY = securityPolicy(["frame-src 'self'", "form-action 'none'", "frame-ancestors 'none'"])

/** Headers of every file of the page. */
export const pageHeaders = {
  'content-security-policy': SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** A file of the page, or `undefined` when the page has no such file. */
export async function readPageFile(path: string): Promise<{ type: string; body: Buffer } | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const type = TYPES[extname(name)]
  if (type === undefined || !/^[a-z-]+\.[a-z]+$/.test(name)) return undefined
  try {
    return { type, body: await readFile(join(FOLDER, name)) }
  } catch {
    return undefined
  }
}
