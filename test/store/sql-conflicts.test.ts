import { expect, test } from 'vitest'
import { despiteConflicts } from '../../src/store/sql/in-transaction.ts'
import { StoreError } from '../../src/store/store-error.ts'

const conflict = new StoreError('conflict', 'the database', 'undone in favour of another transaction')

/** Fails so many times, then does it. */
function failing(times: number, error: unknown = conflict) {
  let tries = 0
  const attempt = async () => {
    if (++tries <= times) throw error
    return 'done'
  }
  return { attempt, tries: () => tries }
}

test.each([0, 1, 7])(
  'what is undone in favour of another transaction %i times is done after all',
  async (times) => {
    const { attempt, tries } = failing(times)
    expect(await despiteConflicts(attempt)).toBe('done')
    expect(tries()).toBe(times + 1)
  },
)

test('after eight tries it is given up', async () => {
  const { attempt, tries } = failing(99)
  await expect(despiteConflicts(attempt)).rejects.toBe(conflict)
  expect(tries()).toBe(8)
})

test.each([new StoreError('busy', 'a.sqlite', 'locked'), new Error('conflict')])(
  'what fails for another reason is not tried again',
  async (error) => {
    const { attempt, tries } = failing(1, error)
    await expect(despiteConflicts(attempt)).rejects.toBe(error)
    expect(tries()).toBe(1)
  },
)
