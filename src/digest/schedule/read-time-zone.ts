/**
 * Reads the name of an IANA time zone, in any case: `asia/shanghai`. An offset such as `+08:00` is none: it does not
 * say when its clocks are changed.
 * @returns the name as `Intl` writes it; undefined if there is no such zone
 */
export function readTimeZone(text: string): string | undefined {
  const name = text.trim()
  if (!/^[a-z]/i.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
