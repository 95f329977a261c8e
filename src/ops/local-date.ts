/** The day that it is at `timeMs` in an IANA time zone: `YYYY-MM-DD`. */
export function localDate(timeMs: number, timeZone: string): string {
  // Of all locales, Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(timeMs)
}
