import { isJsonObject } from '../domain/index.ts'

/** Checks of JSON that was read from the disk. A check looks at everything that the type promises. */
export type StoredCheck = (value: unknown) => boolean

/** The fields of an object, with the check of each. */
export type Fields = Readonly<Record<string, StoredCheck>>

/** A text, the empty one included. */
export const isText = (value: unknown): value is string => typeof value === 'string'
/** A whole number that is exact. */
export const isWholeNumber: StoredCheck = (value) => Number.isSafeInteger(value)

/** A share or a chance. */
export const isShare: StoredCheck = (value) => typeof value === 'number' && value >= 0 && value <= 1

/** It is one of these texts. */
export const isOneOf =
  (...values: readonly string[]): StoredCheck =>
  (value) =>
    values.some((it) => it === value)

/** It may be missing. */
export const orAbsent =
  (check: StoredCheck): StoredCheck =>
  (value) =>
    value === undefined || check(value)

/** An array, every item of which passes. */
export const isListOf =
  (check: StoredCheck): StoredCheck =>
  (value) =>
    Array.isArray(value) && value.every(check)

/** An array of texts. */
export const isTexts = (value: unknown): value is readonly string[] => isListOf(isText)(value)

/** An object, of which these fields pass; others are not looked at. */
export const has =
  (fields: Fields): StoredCheck =>
  (value) =>
    isJsonObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]))

/** An object of a type: each of its fields has a check. */
export const isOf =
  <T extends object>(fields: { readonly [Field in keyof Required<T>]: StoredCheck }) =>
  (value: unknown): value is T =>
    has(fields)(value)

/**
 * Reads JSON that was stored.
 * @param check must look at all that `T` promises
 * @returns undefined if it is damaged
 */
export function readStored<T>(json: string, check: (value: unknown) => value is T): T | undefined {
  const value = parseStored(json)
  return check(value) ? value : undefined
}

/** The value that some JSON stands for; undefined if it is none. */
export function parseStored(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
