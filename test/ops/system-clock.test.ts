import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const clock = join(import.meta.dirname, '..', '..', 'src', 'ops', 'system-clock.ts')

/** What a process says that does nothing but wait. */
async function waitingProcess(wait: string): Promise<string> {
  const script = `import { systemClock } from ${JSON.stringify(clock)}
    systemClock.${wait}.then(() => console.log('the wait is over'))`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  return (await promisify(execFile)(process.execPath, args)).stdout
}

test('a wait holds the process that has nothing else to do, unless it is in the background', async () => {
  expect(await waitingProcess('sleep(100)')).toContain('the wait is over')
  expect(await waitingProcess('sleepInBackground(60_000)')).toBe('')
})
