import { expect, test } from 'vitest'
import { createInbox } from '../../src/telegram/inbox.ts'

/** A piece of work that ends when the test says so. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('a line keeps its order while other lines go on', async () => {
  const inbox = createInbox({ atOnce: 16, most: 100, onError: () => {} })
  const slow = gate()
  const done: string[] = []
  inbox.take('a', async () => {
    await slow.opened
    done.push('a1')
  })
  inbox.take('a', async () => void done.push('a2'))
  const other = gate()
  inbox.take('b', async () => {
    done.push('b1')
    other.open()
  })
  await other.opened
  expect(done).toEqual(['b1'])
  slow.open()
  await inbox.idle()
  expect(done).toEqual(['b1', 'a1', 'a2'])
})

test('work that fails is told of and holds nothing up', async () => {
  const errors: unknown[] = []
  const inbox = createInbox({ atOnce: 16, most: 100, onError: (error) => void errors.push(error) })
  const failure = new Error('no')
  let after = false
  inbox.take('a', () => Promise.reject(failure))
  inbox.take('a', async () => {
    after = true
  })
  await inbox.idle()
  expect(errors).toEqual([failure])
  expect(after).toBe(true)
})

test('no more is under way than may be, and whoever waits gets the next place', async () => {
  const inbox = createInbox({ atOnce: 3, most: 100, onError: () => {} })
  let [now, most] = [0, 0]
  const done: number[] = []
  for (let line = 0; line < 50; line++)
    inbox.take(`${line}`, async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise(setImmediate)
      now -= 1
      done.push(line)
    })
  await inbox.idle()
  expect(most).toBe(3)
  expect(done).toEqual(Array.from({ length: 50 }, (_, line) => line))
})

test('there is room again when some of the work is done', async () => {
  const inbox = createInbox({ atOnce: 2, most: 2, onError: () => {} })
  await inbox.room()
  const gates = [gate(), gate()]
  for (const [line, { opened }] of gates.entries()) inbox.take(`${line}`, () => opened)
  let isThereRoom = false
  const room = inbox.room().then(() => {
    isThereRoom = true
  })
  await new Promise(setImmediate)
  expect(isThereRoom).toBe(false)
  gates[1]?.open()
  await room
  gates[0]?.open()
  await inbox.idle()
})
