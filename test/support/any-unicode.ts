import fc from 'fast-check'

const SURROGATES = { first: 0xd800, count: 0x800 }
const LAST = 0x10ffff

/** Any code point but halves of a pair. */
const anyCharacter = fc
  .nat(LAST - SURROGATES.count)
  .map((n) => String.fromCodePoint(n < SURROGATES.first ? n : n + SURROGATES.count))

/** What objects have already, so that what is kept in one by its name goes wrong. */
const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf']

/**
 * Text of any characters. fast-check's own (`unit: 'binary'`) makes a table of all million of them first, which takes a
 * process one or two seconds of work.
 */
export const anyUnicode = (maxLength?: number): fc.Arbitrary<string> => {
  const some = fc.string({ unit: anyCharacter, ...(maxLength !== undefined && { maxLength }) })
  const names = NAMES_OF_OBJECTS.filter((it) => it.length <= (maxLength ?? it.length))
  return fc.oneof({ weight: 19, arbitrary: some }, { weight: 1, arbitrary: fc.constantFrom(...names) })
}
