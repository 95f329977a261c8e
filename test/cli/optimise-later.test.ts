import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { optimiseLater } from '../../src/cli/optimise-later.js'

const MODULE = JSON.stringify(new URL('../../src/cli/optimise-later.js', import.meta.url).href)
/** Prints how often a function is called before V8 optimises it. */
const script = (first: string) => `
import { setUpFor } from ${MODULE}
const isOptimised = new Function('it', 'return (%GetOptimizationStatus(it) & 16) !== 0')
${first}
const work = (it) => { let own = it; for (let at = 0; at < 50; at++) own = (own ^ at) + 1; return own }
let calls = 0
while (calls < 1e6 && !isOptimised(work)) work(calls++)
console.log(calls)
`
const V8_FLAGS = ['--allow-natives-syntax', '--no-concurrent-recompilation', '--no-use-osr']

function run(first: string) {
  const args = [...V8_FLAGS, '--input-type=module', '-e', script(first)]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { calls: Number(stdout), stderr }
}

test('for a command that reads pages V8 optimises a function after several times as many calls, and says no word', () => {
  const usual = run("setUpFor('serve')")
  const later = run("setUpFor('index')")
  expect(later.stderr).toBe('')
  expect(usual.calls).toBeGreaterThan(0)
  expect(later.calls > usual.calls * 3).toBe(process.versions.v8.startsWith('11.'))
})

test('a V8 that has no such flag is not given it, as it would name it on stderr', () => {
  expect(optimiseLater('12.4.254.21-node.33')).toBe(false)
  expect(optimiseLater('13.6.233.17-node.37')).toBe(false)
})
