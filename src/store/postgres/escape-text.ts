/** Begins an escape. Unicode gives it to no character (it is a noncharacter), and promises that it never will. */
const MARK = '\u{FDD0}'
const ESCAPED = /\u{FDD0}([0-9a-f]{4})/gu
// oxlint-disable-next-line no-control-regex -- U+0000 is what it looks for
const UNBEARABLE = /[\u0000\uFDD0]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * PostgreSQL holds no U+0000 and no half of a surrogate pair, which texts of pages may hold and SQLite keeps. They are
 * kept as U+FDD0 and four hexadecimal digits, and so is U+FDD0 itself; all else stays as it is.
 */
export function escapeText(text: string): string {
  if (!text.includes('\0') && !text.includes(MARK) && text.isWellFormed()) return text
  return text.replace(UNBEARABLE, (it) => MARK + it.charCodeAt(0).toString(16).padStart(4, '0'))
}

/** Undoes {@link escapeText}. */
export const unescapeText = (text: string): string =>
  text.includes(MARK)
    ? text.replace(ESCAPED, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text
