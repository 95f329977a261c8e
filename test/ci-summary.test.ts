import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './support/temporary-folder.ts'

const root = join(import.meta.dirname, '..')
const summarise = (statuses: readonly string[], failed: '0' | '1') => {
  const file = join(temporaryFolder(), 'counts.json')
  const of = (status: string) => statuses.filter((it) => it === status).length
  const assertionResults = statuses.map((status, n) => ({ status, fullName: `test ${n}` }))
  const testResults = [{ name: join(root, 'test', 'x.test.ts'), assertionResults }]
  const counts = { numPassedTests: of('passed'), numFailedTests: of('failed'), testResults }
  writeFileSync(file, JSON.stringify(counts))
  const script = join(root, '.ci', 'summary.cjs')
  const { stdout, status } = spawnSync(process.execPath, [script, file, failed], {
    cwd: root,
    encoding: 'utf8',
  })
  return { said: stdout.trim().split('\n'), status }
}

test.each([
  ['all passed', ['passed', 'passed'], '0', ['2 passed, 0 failed'], 0],
  ['one failed', ['passed', 'failed'], '1', ['1 passed, 1 failed'], 1],
  ['a check failed', ['passed'], '1', ['1 passed, 1 failed'], 1],
  ['none ran', [], '0', ['0 passed, 0 failed'], 1],
  [
    'one was not run',
    ['passed', 'skipped'],
    '0',
    ['not run: test/x.test.ts: test 1', '1 passed, 0 failed, 1 skipped'],
    1,
  ],
] as const)('the last line of a run: %s', (_case, statuses, failed, said, status) => {
  expect(summarise(statuses, failed)).toEqual({ said, status })
})
