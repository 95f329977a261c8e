import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Where a request comes from. */
export interface Client {
  readonly address: string
  /** It was made on this machine, or a proxy here does not say for whom it asks. */
  readonly isOwn: boolean
}

const OWN = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * Whose requests are counted together: the address of the client, of IPv6 the network of 64 bits that one customer has.
 * Behind a proxy on this machine it is what the proxy says, and only then: anybody can write the header. The last entry
 * is the one that the proxy itself has seen.
 */
export function clientOf({ headers, socket }: IncomingMessage): Client {
  const peer = socket.remoteAddress ?? ''
  const forwarded = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)?.trim() ?? ''
  const isHere = OWN.test(peer)
  const address = isHere && forwarded !== '' ? forwarded.slice(0, 64) : peer
  return {
    address: isIPv6(address) && !address.includes('.') ? network(address) : address,
    isOwn: isHere && forwarded === '',
  }
}

function network(address: string): string {
  const [front = '', back = ''] = address.split('::')
  const [left, right] = [front.split(':').filter(Boolean), back.split(':').filter(Boolean)]
  const zeros = address.includes('::')
    ? Array.from({ length: 8 - left.length - right.length }, () => '0')
    : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
