import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

const OWN = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * Whose requests are counted together: the address of the client, of IPv6 the network of 64 bits that one customer has.
 * Behind a proxy on this machine it is what the proxy says, and only then: anybody can write the header. The last entry
 * is the one that the proxy itself has seen.
 */
export function clientAddress({ headers, socket }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? ''
  const forwarded = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)?.trim() ?? ''
  const address = OWN.test(peer) && forwarded !== '' ? forwarded.slice(0, 64) : peer
  return isIPv6(address) && !address.includes('.') ? network(address) : address
}

function network(address: string): string {
  const [front = '', back = ''] = address.split('::')
  const [left, right] = [front.split(':').filter(Boolean), back.split(':').filter(Boolean)]
  const zeros = address.includes('::')
    ? Array.from({ length: 8 - left.length - right.length }, () => '0')
    : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
