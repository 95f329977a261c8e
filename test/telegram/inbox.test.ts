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
  const inbox = createInbox(() => {})
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
  const inbox = createInbox((error) => errors.push(error))
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
