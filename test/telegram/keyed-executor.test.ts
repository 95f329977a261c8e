import { expect, test } from 'vitest'
import { KeyedExecutor } from '../../src/telegram/keyed-executor.ts'

/** A piece of work that ends when the test says so. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('a line keeps its order while other lines go on', async () => {
  const executor = new KeyedExecutor({ concurrency: 16, capacity: 100, onError: () => {} })
  const slow = gate()
  const done: string[] = []
  executor.run('a', async () => {
    await slow.opened
    done.push('a1')
  })
  executor.run('a', async () => void done.push('a2'))
  const other = gate()
  executor.run('b', async () => {
    done.push('b1')
    other.open()
  })
  await other.opened
  expect(done).toEqual(['b1'])
  slow.open()
  await executor.idle()
  expect(done).toEqual(['b1', 'a1', 'a2'])
})

test('work that fails is told of and holds nothing up', async () => {
  const errors: unknown[] = []
  const executor = new KeyedExecutor({
    concurrency: 16,
    capacity: 100,
    onError: (error) => void errors.push(error),
  })
  const failure = new Error('no')
  let after = false
  executor.run('a', () => Promise.reject(failure))
  executor.run('a', async () => {
    after = true
  })
  await executor.idle()
  expect(errors).toEqual([failure])
  expect(after).toBe(true)
})

test('no more is under way than may be, and whoever waits gets the next place', async () => {
  const executor = new KeyedExecutor({ concurrency: 3, capacity: 100, onError: () => {} })
  let [now, most] = [0, 0]
  const done: number[] = []
  for (let line = 0; line < 50; line++)
    executor.run(`${line}`, async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise(setImmediate)
      now -= 1
      done.push(line)
    })
  await executor.idle()
  expect(most).toBe(3)
  expect(done).toEqual(Array.from({ length: 50 }, (_, line) => line))
})

test('there is room again when some of the work is done', async () => {
  const executor = new KeyedExecutor({ concurrency: 2, capacity: 2, onError: () => {} })
  await executor.room()
  const gates = [gate(), gate()]
  for (const [line, { opened }] of gates.entries()) executor.run(`${line}`, () => opened)
  let isThereRoom = false
  const room = executor.room().then(() => {
    isThereRoom = true
  })
  await new Promise(setImmediate)
  expect(isThereRoom).toBe(false)
  gates[1]?.open()
  await room
  gates[0]?.open()
  await executor.idle()
})
