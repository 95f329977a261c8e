import { expect, test } from 'vitest'
import { isUpdate } from '../../src/telegram/is-update.ts'

test.each([[{ update_id: 7 }], [{ update_id: 0, message: {} }], [Object.assign([], { update_id: 7 })]])(
  '%j is an update',
  (value) => {
    expect(isUpdate(value)).toBe(true)
  },
)

test.each([
  [null],
  [undefined],
  [7],
  ['update_id'],
  [() => {}],
  [Object.assign(() => {}, { update_id: 7 })],
  [{}],
  [{ message: {} }],
  [[]],
  [{ update_id: '7' }],
  [{ update_id: 7.5 }],
  [{ update_id: Number.NaN }],
  [{ update_id: 2 ** 60 }],
  [{ update_id: undefined }],
  [{ update_id: null }],
])('%j is none', (value) => {
  expect(isUpdate(value)).toBe(false)
})
