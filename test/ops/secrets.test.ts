import { expect, test } from 'vitest'
import { hideSecret, redact } from '../../src/ops/index.ts'
import { measured } from '../support/measured.ts'

const TOKEN = '123456789:AAH-abcdefghijklmnopqrstuvwxyz_12345'

test.each([
  ['a token in an address', `GET /bot${TOKEN}/getMe`, 'GET /bot[token]/getMe'],
  ['an encoded one', `?next=${encodeURIComponent(TOKEN)}&x=1`, '?next=[token]&x=1'],
  ['a name and a password', 'via socks5://reader:pa%20ss@proxy:1080/', 'via socks5://[secret]@proxy:1080/'],
  ['a password with an @', 'http://reader:p@ss@proxy:8080', 'http://[secret]@proxy:8080'],
  ['two in a line', `${TOKEN} ${TOKEN}`, '[token] [token]'],
  ['an address without a name', 'https://t.me/@name?a=b@c', 'https://t.me/@name?a=b@c'],
  ['times and ids', '12:30:05 2024-06-08:section-of-the-paper', '12:30:05 2024-06-08:section-of-the-paper'],
])('redact: %s', (_case, text, expected) => {
  expect(redact(text)).toBe(expected)
})

test('a secret is blotted out in every form in which it may be written', () => {
  const secret = 'p"ä ss/wörd+'
  hideSecret(secret)
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    // Some leave the padding out; this one has some.
    Buffer.from(secret).toString('base64').replace('=', ''),
  ]
  for (const form of forms) expect(redact(`<${form}>`)).toBe('<[secret]>')
})

test('the longer of two secrets is blotted out whole, and a short one is left', () => {
  for (const secret of ['inner', 'an-inner-secret', 'abc']) hideSecret(secret)
  expect(redact('an-inner-secret inner abc')).toBe('[secret] [secret] abc')
})

test.each(['1', 'a.', 'ab://', 'ab://x:y', '1:', 'a'])(
  'redact is quick over %j again and again',
  async (unit) => {
    const { workMs } = await measured(() => redact(unit.repeat(300_000)))
    expect(workMs).toBeLessThan(1_500)
  },
)
