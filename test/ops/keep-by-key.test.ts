import { expect, test } from 'vitest'
import { keepByKey } from '../../src/ops/index.ts'

test('what is dear to make is made once for each key', () => {
  const made: string[] = []
  const lengthOf = keepByKey((key) => {
    made.push(key)
    return { length: key.length }
  })
  const first = lengthOf('one')
  expect(lengthOf('three')).toEqual({ length: 5 })
  expect(lengthOf('one')).toBe(first)
  expect(made).toEqual(['one', 'three'])
})
