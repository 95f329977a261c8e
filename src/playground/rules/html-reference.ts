/** A character reference (`&lt;`, `&#39;`, `&#x4e2d;`) found in markup. */
export interface HtmlReference {
  readonly character: string
  /** Half of a surrogate pair: no character by itself, and Telegram joins no halves. */
  readonly isHalf: boolean
  /** Index behind the reference. */
  readonly end: number
}

/** Telegram knows these four names and no others. */
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The reference that starts with the `&` at `start`, or `undefined` where the `&` stands for itself. */
export function readHtmlReference(html: string, start: number): HtmlReference | undefined {
  const pattern = /&(?:#x([\da-f]*)|#(\d*)|([a-z]*));?/iy
  pattern.lastIndex = start
  const [found = '', hex, decimal, name] = pattern.exec(html) ?? []
  const end = start + found.length
  if (name !== undefined) {
    const character = NAMED[name]
    return character === undefined ? undefined : { character, isHalf: false, end }
  }
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
  const isTooLong = found.replace(';', '').length >= 10
  if (!(code > 0 && code < 0x10ffff) || isTooLong) return undefined
  return { character: String.fromCodePoint(code), isHalf: code >= 0xd800 && code <= 0xdfff, end }
}
