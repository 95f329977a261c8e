import { expect, test } from 'vitest'
import { createLogger, createShutdown } from '../../src/ops/index.ts'

const quiet = createLogger('error', { write: () => {} })

test('closes in reverse order, once, and goes on after a failure', async () => {
  const closed: string[] = []
  const shutdown = createShutdown(quiet)
  shutdown.add('store', () => void closed.push('store'))
  shutdown.add('broken', () => {
    throw new Error('stuck')
  })
  shutdown.add('bot', async () => void closed.push('bot'))
  expect(shutdown.isRunning).toBe(false)
  await Promise.all([shutdown.run(), shutdown.run()])
  expect(shutdown.isRunning).toBe(true)
  await shutdown.run()
  expect(closed).toEqual(['bot', 'store'])
})

test('what closes late holds the process until it is closed, and nothing does after', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((it) => it === 'Timeout').length
  const before = timers()
  let end = () => {}
  const shutdown = createShutdown(quiet)
  shutdown.add('late', () => new Promise((resolve) => (end = resolve)))
  const closing = shutdown.run()
  expect(timers()).toBe(before + 1)
  end()
  await closing
  expect(timers()).toBe(before)
})
