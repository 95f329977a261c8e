/** Checks of what was read from a database. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether a stored value is a text, the empty one included. */
export const isString = (value: unknown): value is string => typeof value === 'string'

/** Whether a stored value is a number; JSON has neither NaN nor infinity. */
export const isNumber = (value: unknown): value is number => typeof value === 'number'

/** Whether a stored value is an array of which every item passes the check. */
export const isArrayOf = <T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(isItem)
