const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that it is at `timeMs` in an IANA time zone: `YYYY-MM-DD`. */
export function localDate(timeMs: number, timeZone: string): string {
  // Of all locales, Swedish writes dates as ISO 8601 does. Making a format takes far longer than using it.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format.format(timeMs)
}
