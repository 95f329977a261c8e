/** A JSON object, as opposed to a list, a text, a number or null: what came from outside may have any fields, or none. */
export const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
