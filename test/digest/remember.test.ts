import { expect, test } from 'vitest'
import { remember } from '../../src/digest/remember.ts'

/** Asks for letters, by their lower case, and counts what was made. */
function open(limit: number, make = async (letter: string) => `made ${letter}`) {
  const made: string[] = []
  const ask = remember(
    limit,
    (letter: string) => letter.toLowerCase(),
    (letter) => {
      made.push(letter)
      return make(letter)
    },
  )
  return { ask, made }
}

test.each([1, 2, 3])('%i things are made once, also for two who ask at the same time', async (limit) => {
  const { ask, made } = open(limit)
  const letters = ['a', 'b', 'c'].slice(0, limit)
  const both = await Promise.all([...letters, 'A'].map(ask))
  expect(both).toEqual([...letters, 'a'].map((it) => `made ${it}`))
  await Promise.all(letters.map(ask))
  expect(made).toEqual(letters)
})

test('of more things the latest are kept', async () => {
  const { ask, made } = open(2)
  for (const letter of ['a', 'b', 'c', 'c', 'b', 'a']) await ask(letter)
  expect(made).toEqual(['a', 'b', 'c', 'a'])
})

test('what failed is told to all who asked, and made again', async () => {
  let fails = true
  const { ask, made } = open(9, async () => {
    if (fails) throw new Error('away')
    return 'there'
  })
  const both = await Promise.allSettled([ask('a'), ask('a')])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect(await ask('a')).toBe('there')
  expect(made).toEqual(['a', 'a'])
})
