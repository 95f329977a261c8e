import { normalise } from '../../../language/index.ts'

/** Units of a feature at most. */
const LONGEST = 3
/** A Chinese character, a word of letters, a number, or a question mark. */
const UNITS = /\p{sc=Han}|[\p{L}\p{M}’']+|\d+(?:[.:]\d+)*|\?/gu

/**
 * What a message is told by: what stands in it, in rows of one to three units, with its beginning (`^`) and end (`$`). A
 * unit is a Chinese character, a word of letters, or any number (`0`). Each row is told once.
 */
export function featuresOf(text: string): readonly string[] {
  const units = [
    '^',
    ...Array.from(normalise(text).matchAll(UNITS), ([it]) => (/^\d/u.test(it) ? '0' : it)),
    '$',
  ]
  const features = new Set<string>()
  for (let from = 0; from < units.length; from++)
    for (let length = 1; length <= LONGEST && from + length <= units.length; length++)
      features.add(units.slice(from, from + length).join(' '))
  features.delete('^')
  features.delete('$')
  return [...features]
}
