import { readTimeZone } from './read-time-zone.ts'

const known = new Map<string, boolean>()

/**
 * The same in a zone that this machine knows: zones are renamed, and a subscription may outlive the name of its own.
 * @param fallback a zone that is known
 */
export function inKnownZone<S extends { readonly timeZone: string }>(subscription: S, fallback: string): S {
  const { timeZone } = subscription
  const isKnown = known.get(timeZone) ?? readTimeZone(timeZone) !== undefined
  known.set(timeZone, isKnown)
  return isKnown ? subscription : { ...subscription, timeZone: fallback }
}
