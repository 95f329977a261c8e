import { normalise } from '../../language/index.ts'

/** `8:00`, `08:00`, `0800`, `8点`, `8点半`, `8时30分`, also in full-width forms; the hour alone with its 点 or 时 only. */
const CLOCK = /^(\d{1,2}):(\d{2})$|^(\d{2})(\d{2})$|^(\d{1,2})[点时](?:(半)|(\d{1,2})分?)?$/

/**
 * Reads a time of day as people write it.
 * @returns `HH:MM`; undefined where it is none, as `25:99`
 */
export function readTime(text: string): string | undefined {
  const match = CLOCK.exec(normalise(text).trim())
  if (!match) return undefined
  const [, hour, minute, bareHour, bareMinute, saidHour, half, saidMinute] = match
  const hours = Number(hour ?? bareHour ?? saidHour)
  const minutes = half === undefined ? Number(minute ?? bareMinute ?? saidMinute ?? 0) : 30
  if (hours > 23 || minutes > 59) return undefined
  return [hours, minutes].map((it) => `${it}`.padStart(2, '0')).join(':')
}
