import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..', '..')

/**
 * Vitest calls this once before the tests that start processes. It makes the bundle, and the data folder of a bot that
 * has read the seed pages: half of a first start is reading them, and most journeys are about what comes after.
 */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-ready-'))
  const program = join(root, 'src', 'cli', 'paperboy.js')
  await promisify(execFile)(process.execPath, [program, 'index', '--data', folder], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn' },
  })
  // The workers, which are started later, have it from here.
  process.env['READY_DATA'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
