import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'assets')
const TYPES: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'reader.js': 'text/javascript; charset=utf-8',
  'mini-app.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

/** A file that pages of the site need. */
interface Asset {
  readonly type: string
  readonly body: Buffer
}

/** Style, script and icon, read once. */
export interface Assets {
  readonly get: (name: string) => Asset | undefined
  /** An address that changes with what is in the file, so that browsers may keep it for ever. */
  readonly address: (name: 'style.css' | 'reader.js' | 'mini-app.js') => string
}

/** Reads the files of the site. */
export function readAssets(): Assets {
  const assets = new Map(
    Object.entries(TYPES).map(([name, type]) => [name, { type, body: readFileSync(join(FOLDER, name)) }]),
  )
  return {
    get: (name) => assets.get(name),
    address: (name) => {
      const body = assets.get(name)?.body ?? ''
      return `/read/${name}?v=${createHash('sha1').update(body).digest('base64url').slice(0, 10)}`
    },
  }
}
