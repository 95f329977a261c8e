import type { IncomingMessage } from 'node:http'
import type { Session } from '../access/session.ts'

/** A request that may be answered, read. */
export interface Visit {
  readonly request: IncomingMessage
  readonly url: URL
  /** Parts of the path, decoded: `['a', 'e2jmqv4iqd']`. */
  readonly path: readonly string[]
  readonly cookies: ReadonlyMap<string, string>
  readonly session: Session | undefined
}

/** Longest address that is read, in bytes: no query of a reader is longer. */
const LONGEST_ADDRESS = 4_000

/**
 * The address of a request; `tooLong`, or undefined if it is none. Dots that lead up are resolved before anything looks
 * at the path, and slashes that are written as `%2F` part nothing.
 */
export function readAddress({
  url = '/',
}: IncomingMessage): { readonly url: URL; readonly path: readonly string[] } | 'tooLong' | undefined {
  if (url.length > LONGEST_ADDRESS) return 'tooLong'
  try {
    const parsed = new URL(`http://site${url.startsWith('/') ? '' : '/'}${url}`)
    return { url: parsed, path: parsed.pathname.split('/').slice(1).map(decodeURIComponent) }
  } catch {
    return undefined
  }
}
