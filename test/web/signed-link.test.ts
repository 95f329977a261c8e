import { expect, test } from 'vitest'
import { readSignature, signPath } from '../../src/web/access/signed-link.ts'

const key = Buffer.from('a key of this test')
const UNTIL = 1_720_000_000_000
const path = '/a/abcdefghij'

test('a link holds until its second, for its path, its chat and its key, and for no other', () => {
  const signature = signPath(key, path, { chatId: -100_123, untilMs: UNTIL + 999 })
  const read = (given: Partial<{ key: Buffer; path: string; signature: string; nowMs: number }>) => {
    const it = { key, path, signature, nowMs: UNTIL - 1, ...given }
    return readSignature(it.key, it.path, it.signature, it.nowMs)
  }
  expect(read({})).toEqual({ chatId: -100_123, untilMs: UNTIL })
  expect(read({ nowMs: UNTIL })).toBe('expired')
  expect(read({ path: '/a/abcdefghik' })).toBe('forged')
  expect(read({ key: Buffer.from('another key') })).toBe('forged')
  const [chat = '', until = '', mac = ''] = signature.split('.')
  for (const forged of [
    `${chat}1.${until}.${mac}`,
    `${chat}.${until}1.${mac}`,
    `${chat}.${until}.${mac.slice(0, -2)}xx`,
    `${chat}.${until}`,
    '',
  ])
    expect(read({ signature: forged })).toBe('forged')
})
