import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// `npm run torture:properties -- [TIMES]`: every property, so many times as often as `npm test` tries it.

const root = join(import.meta.dirname, '..')
const times = process.argv[2] ?? '20'
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('test', path))
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes("from 'fast-check'"))
console.log(`${files.length} files with properties, ${times} times as many cases`)
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
  cwd: root,
  env: { ...process.env, PROPERTY_TIMES: times },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
