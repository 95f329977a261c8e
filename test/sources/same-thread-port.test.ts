import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SameThreadPort } from '../../src/sources/pdf/same-thread-port.ts'

test('what is sent stays as it was sent, though the sender empties its lists for the next chunk', async () => {
  const port = new SameThreadPort()
  const heard: unknown[] = []
  port.addEventListener('message', ({ data }) => heard.push(data))
  const glyphs = [{ unicode: '报' }]
  const chunk = { operations: [44, 44], values: [glyphs, glyphs], length: 2 }
  port.postMessage({ action: 'enqueue', chunk })
  chunk.operations.length = 0
  chunk.values.length = 0
  chunk.length = 0
  expect(heard).toEqual([])
  await turn()
  expect(heard).toEqual([
    {
      action: 'enqueue',
      chunk: { operations: [44, 44], values: [[{ unicode: '报' }], [{ unicode: '报' }]], length: 2 },
    },
  ])
})

test('messages come in order, and to nobody who has stopped listening', async () => {
  const port = new SameThreadPort()
  const heard: string[] = []
  const stop = new AbortController()
  const removed = () => heard.push('removed')
  port.addEventListener('message', ({ data }) => heard.push(`first ${String(data)}`), { signal: stop.signal })
  port.addEventListener('message', removed)
  port.addEventListener('message', ({ data }) => heard.push(`second ${String(data)}`))
  port.removeEventListener('message', removed)
  port.postMessage(1)
  port.postMessage(2)
  await turn()
  stop.abort()
  port.postMessage(3)
  await turn()
  expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2', 'second 3'])
})
