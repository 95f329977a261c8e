import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { notRun } from '../support/not-run.ts'
import { nobodyAt, npmStart } from '../support/npm-start.ts'
import { bundleScript } from '../support/script-bundle.ts'

const hasScript = spawnSync('script', ['--version']).status === 0

test('SIGTERM to npm ends the bot in order; a pipe gets the log as JSON, and the welcome apart from it', async () => {
  const { child, said, ended, url } = await npmStart({ BOT_TOKN: '1:x' })
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await nobodyAt(url)
  const log = said.err.trim().split('\n')
  expect(log.map((line): unknown => JSON.parse(line))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ level: 40, msg: 'unknown setting BOT_TOKN: did you mean BOT_TOKEN?' }),
      expect.objectContaining({ level: 30, msg: 'stopping', reason: 'SIGTERM' }),
    ]),
  )
  expect(said.out).toContain('报童')
  expect(said.out).not.toContain('{')
})

test('the bot ends in order when npm is killed', async () => {
  const { child, said, url } = await npmStart()
  child.kill('SIGKILL')
  await nobodyAt(url)
  expect(said.err).toContain('npm exited')
})

test.skipIf(!hasScript)(
  `at a terminal the log is readable, and Ctrl-C ends the bot in order${notRun(hasScript, 'script of util-linux')}`,
  async () => {
    const command = ['script', '--quiet', '--return', '--command', 'exec npm start', '/dev/null']
    const { child, said, ended, url } = await npmStart({ BOT_TOKN: '1:x', NO_COLOR: '1' }, command)
    child.stdin.write('\u0003')
    expect(await ended).toBe(0)
    await nobodyAt(url)
    expect(said.out).toContain('报童')
    expect(said.out).toMatch(/\d\d:\d\d:\d\d {2}WARN {3}unknown setting BOT_TOKN: did you mean BOT_TOKEN\?/)
    expect(said.out).toMatch(/info {3}stopping {2}reason=SIGINT/)
    expect(said.out).not.toContain('{"')
  },
)

test('a second request ends a bot that hangs at its end', async () => {
  const child = spawn(process.execPath, [await bundleScript('hanging-process.ts')])
  child.stderr.setEncoding('utf8')
  await once(child.stderr, 'data')
  const ended = once(child, 'exit')
  // Of one Ctrl-C under npm there are two signals: only what comes later is a second request.
  for (const _ of [1, 2]) child.kill('SIGINT')
  const [line] = await once(child.stderr, 'data')
  expect(line).toContain('stopping')
  const again = setInterval(() => child.kill('SIGTERM'), 100)
  expect((await ended)[0]).toBe(1)
  clearInterval(again)
})
