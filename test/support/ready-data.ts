import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleAllScripts } from './script-bundle.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * Vitest calls this once before the tests that start processes. It makes the bundle, the data folder of a bot that has
 * read the seed pages (half of a first start is reading them, and most journeys are about what comes after), and the
 * bundles of the scripts that tests run.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-ready-'))
  const scripts = bundleAllScripts()
  const program = join(root, 'src', 'cli', 'paperboy.js')
  await promisify(execFile)(process.execPath, [program, 'index', '--data', folder], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn' },
  })
  // The workers, which are started later, have it from here.
  process.env['READY_DATA'] = folder
  process.env['READY_SCRIPTS'] = await scripts
  return async () => {
    for (const it of [folder, await scripts]) rmSync(it, { recursive: true, force: true })
  }
}
