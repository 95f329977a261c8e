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
