import { expect, test } from 'vitest'
import { openSession, sealSession } from '../../src/web/access/session.ts'

test('a session ends with its second', () => {
  const key = Buffer.alloc(32, 7)
  const session = { chatId: -5, isVerified: false, untilMs: 10_000 }
  const sealed = sealSession(key, session)
  expect(openSession(key, sealed, 9_999)).toEqual(session)
  expect(openSession(key, sealed, 10_000)).toBeUndefined()
})
