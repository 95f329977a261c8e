import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientOf } from '../../src/web/access/client-address.ts'

test.each<[string, string, string | undefined, string, boolean]>([
  ['a reader without a proxy', '192.0.2.7', undefined, '192.0.2.7', false],
  ['a reader who says to be another one', '192.0.2.7', '198.51.100.1', '192.0.2.7', false],
  ['a reader behind a proxy of this machine', '127.0.0.1', '10.0.0.1, 198.51.100.1', '198.51.100.1', false],
  ['the same by IPv6', '::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2', false],
  ['a mapped address of this machine', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1', false],
  ['this machine itself', '127.0.0.1', undefined, '127.0.0.1', true],
  ['a network of IPv6', '2001:db8::9', undefined, '2001:db8:0:0', false],
])('the requests of %s are counted as theirs', (_who, remoteAddress, forwarded, address, isOwn) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of it is read
  const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage
  expect(clientOf(request)).toEqual({ address, isOwn })
})
