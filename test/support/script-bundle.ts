import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { writeBundle } from '../../src/bundle.js'

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache')
const bundles = new Map<string, Promise<string>>()

/**
 * Bundles a script of this folder, once in a process, or finds the bundle that `ready-data.ts` has made: a process that runs
 * it starts in a quarter of the time that it takes with tsx.
 * @param script `index-process.ts`
 * @returns path of what Node is to run
 */
export async function bundleScript(script: string): Promise<string> {
  const ready = process.env['READY_SCRIPTS']
  if (ready !== undefined) return join(ready, `${basename(script, '.ts')}.js`)
  const known = bundles.get(script) ?? makeBundle(script)
  bundles.set(script, known)
  return known
}

async function makeBundle(script: string): Promise<string> {
  const folder = await bundleInto([script])
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return join(folder, `${basename(script, '.ts')}.js`)
}

/** Bundles all scripts at once, which takes hardly longer than one. @returns the folder of the bundles */
export const bundleAllScripts = (): Promise<string> =>
  bundleInto(
    readdirSync(import.meta.dirname).filter(
      (name) => name.endsWith('-process.ts') && name !== 'bot-process.ts',
    ),
  )

async function bundleInto(scripts: readonly string[]): Promise<string> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'paperboy-test-'))
  const entries = scripts.map((script) => [basename(script, '.ts'), join(import.meta.dirname, script)])
  await writeBundle(Object.fromEntries(entries), folder)
  return folder
}
