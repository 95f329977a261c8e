import { expect, test } from 'vitest'
import { KeyedExecutor } from '../../src/concurrency/index.ts'

/** Three lanes with so many places each; the first shares what it waits for. */
const places = (concurrency: number) => [
  { lane: 'press' as const, concurrency, onePerTurn: false },
  { lane: 'inline' as const, concurrency, onePerTurn: true },
  { lane: 'message' as const, concurrency, onePerTurn: true },
]

/** A piece of work that ends when the test says so. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('a line keeps its order while other lines go on', async () => {
  const executor = new KeyedExecutor({ lanes: places(16), capacity: 100, onError: () => {} })
  const slow = gate()
  const done: string[] = []
  executor.run('a', 'message', async () => {
    await slow.opened
    done.push('a1')
  })
  executor.run('a', 'message', async () => void done.push('a2'))
  const other = gate()
  executor.run('b', 'message', async () => {
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
    lanes: places(16),
    capacity: 100,
    onError: (error) => void errors.push(error),
  })
  const failure = new Error('no')
  let after = false
  executor.run('a', 'message', () => Promise.reject(failure))
  executor.run('a', 'message', async () => {
    after = true
  })
  await executor.idle()
  expect(errors).toEqual([failure])
  expect(after).toBe(true)
})

test('no more is under way than may be, and whoever waits gets the next place', async () => {
  const executor = new KeyedExecutor({ lanes: places(3), capacity: 100, onError: () => {} })
  let [now, most] = [0, 0]
  const done: number[] = []
  for (let line = 0; line < 50; line++)
    executor.run(`${line}`, 'press', async () => {
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
  const executor = new KeyedExecutor({ lanes: places(2), capacity: 2, onError: () => {} })
  await executor.room()
  const gates = [gate(), gate()]
  for (const [line, { opened }] of gates.entries()) executor.run(`${line}`, 'message', () => opened)
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

test('all who wait for room, or for the end of all work, are told', async () => {
  const executor = new KeyedExecutor({ lanes: places(2), capacity: 1, onError: () => {} })
  const slow = gate()
  executor.run('a', 'message', () => slow.opened)
  const told: string[] = []
  for (const n of [1, 2]) {
    void executor.room().then(() => told.push(`room ${n}`))
    void executor.idle().then(() => told.push(`idle ${n}`))
  }
  await new Promise(setImmediate)
  expect(told).toEqual([])
  slow.open()
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  expect(told.toSorted()).toEqual(['idle 1', 'idle 2', 'room 1', 'room 2'])
  await executor.idle()
})

test.each(['press', 'inline'] as const)(
  'a %s does not wait for messages that wait for something',
  async (lane) => {
    const executor = new KeyedExecutor({ lanes: places(2), capacity: 100, onError: () => {} })
    let done = 0
    const slow = gate()
    for (let line = 0; line < 10; line++)
      executor.run(`${line}`, 'message', async () => {
        await slow.opened
        done += 1
      })
    await new Promise(setImmediate)
    const asked = gate()
    executor.run('asks', lane, async () => asked.open())
    await asked.opened
    expect(done).toBe(0)
    slow.open()
    await executor.idle()
  },
)

test('presses and inline queries go before messages that came first', async () => {
  const executor = new KeyedExecutor({ lanes: places(16), capacity: 1000, onError: () => {} })
  const done: string[] = []
  const lanes = ['message', 'inline', 'press'] as const
  for (let n = 0; n < 90; n++) {
    const lane = lanes[n % 3] ?? 'message'
    executor.run(`${n}`, lane, async () => void done.push(lane))
  }
  await executor.idle()
  const firstSixty = done.slice(0, 60)
  expect(firstSixty.filter((lane) => lane === 'press')).toHaveLength(30)
  // The first message came before any query; later ones go on at one in nine.
  const messages = firstSixty.filter((lane) => lane === 'message').length
  expect(messages).toBeGreaterThan(1)
  expect(messages).toBeLessThan(9)
})

test('what much work sends goes out before the next of it is begun', async () => {
  const executor = new KeyedExecutor({ lanes: places(16), capacity: 100, onError: () => {} })
  let turns = 0
  const count = () => {
    turns += 1
    if (turns < 1000) setImmediate(count)
  }
  setImmediate(count)
  const begun: number[] = []
  for (let n = 0; n < 10; n++) executor.run(`${n}`, 'inline', async () => void begun.push(turns))
  await executor.idle()
  turns = 1000
  expect(new Set(begun).size).toBe(10)
})

test('messages that are held begin when they are released, and queries before', async () => {
  const executor = new KeyedExecutor({ lanes: places(16), capacity: 100, onError: () => {} })
  const done: string[] = []
  executor.hold()
  for (const lane of ['message', 'inline', 'press', 'message'] as const)
    executor.run(`${lane} ${done.length}`, lane, async () => void done.push(lane))
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  expect(done.toSorted()).toEqual(['inline', 'press'])
  executor.release()
  await executor.idle()
  expect(done.slice(2)).toEqual(['message', 'message'])
})

test('messages that are held begin all the same if they take up all the room', async () => {
  const executor = new KeyedExecutor({ lanes: places(2), capacity: 10, onError: () => {} })
  executor.hold()
  let done = 0
  for (let n = 0; n < 10; n++) executor.run(`${n}`, 'message', async () => void done++)
  await executor.room()
  expect(done).toBeGreaterThan(0)
})
