import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const clock = join(import.meta.dirname, '..', '..', 'src', 'ops', 'system-clock.ts')

/** What a process says that does nothing but wait. */
async function waitingProcess(wait: string): Promise<string> {
  const script = `import { systemClock } from ${JSON.stringify(clock)}
    const end = () => console.log('the wait is over')
    systemClock.${wait}`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  return (await promisify(execFile)(process.execPath, args)).stdout
}

test('a wait holds the process that has nothing else to do, unless it is in the background', async () => {
  expect(await waitingProcess('sleep(100).then(end)')).toContain('the wait is over')
  expect(await waitingProcess('sleepInBackground(60_000).then(end)')).toBe('')
})

test('what is scheduled holds the process too, unless it is in the background or cancelled', async () => {
  expect(await waitingProcess('schedule(100, end)')).toContain('the wait is over')
  expect(await waitingProcess('scheduleInBackground(60_000, end)')).toBe('')
  expect(await waitingProcess('schedule(60_000, end)()')).toBe('')
})
