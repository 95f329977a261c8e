import { readHtmlReference } from './html-reference.ts'
import { badRequest, type Refusal } from './refusal.ts'

/** `<a href="…">`: what stands between its angle brackets. */
export interface StartTag {
  readonly name: string
  /** The one attribute that means something to this tag: address, language, emoji, `1` for expandable. */
  readonly argument: string
  /** Index behind the `>`. */
  readonly end: number
}

const NAMES = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji span pre code blockquote'.split(' '),
)

/** What Telegram reads as blank. The end of the text counts as one. */
const isBlank = (char: string | undefined) => char === undefined || /[ \t\r\n\0\v]/.test(char)

/** Telegram's words for markup that it cannot read. */
export const cannotParse = (reason: string): Refusal => badRequest(`can't parse entities: ${reason}`)

/** `at byte offset n`: Telegram counts the bytes of the UTF-8 text, from 0. */
export const byteOffset = (html: string, index: number): string =>
  `at byte offset ${Buffer.byteLength(html.slice(0, index))}`

/** Reads the tag that opens with the `<` at `start`. @throws {Refusal} when Telegram could not read it. */
export function readStartTag(html: string, start: number): StartTag {
  let at = skipUntil(html, start + 1, (char) => isBlank(char) || char === '>')
  if (at === html.length) throw cannotParse(`Unclosed start tag ${byteOffset(html, start)}`)
  const name = html.slice(start + 1, at).toLowerCase()
  if (!NAMES.has(name)) throw cannotParse(`Unsupported start tag "${name}" ${byteOffset(html, start)}`)
  let argument = ''
  for (;;) {
    at = skipUntil(html, at, (char) => char === undefined || !isBlank(char))
    if (html[at] === '>') break
    const attribute = readAttribute(html, at, name, start)
    argument = readArgument(name, attribute) ?? argument
    at = attribute.end
  }
  if (name === 'span' && argument !== 'spoiler')
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${byteOffset(html, start)}`)
  return { name, argument, end: at + 1 }
}

interface Attribute {
  readonly name: string
  /** `undefined` for a bare name, such as `expandable`. */
  readonly value: string | undefined
  readonly end: number
}

function readAttribute(html: string, start: number, tag: string, tagStart: number): Attribute {
  const nameEnd = skipUntil(html, start, (char) => isBlank(char) || /[=>/"']/.test(char ?? ''))
  const name = html.slice(start, nameEnd)
  if (name === '') throw cannotParse(`Empty attribute name in the tag "${tag}" ${byteOffset(html, tagStart)}`)
  const unclosed = (named: string) => cannotParse(`Unclosed start tag ${named}${byteOffset(html, tagStart)}`)
  const equals = skipUntil(html, nameEnd, (char) => char === undefined || !isBlank(char))
  if (equals === html.length) throw unclosed(`"${tag}" `)
  if (html[equals] !== '=') return { name, value: undefined, end: equals }
  const valueStart = skipUntil(html, equals + 1, (char) => char === undefined || !isBlank(char))
  const quote = html[valueStart]
  if (quote === undefined) throw unclosed(`"${tag}" `)
  const value = quote === '"' || quote === "'" ? readQuoted(html, valueStart) : readToken(html, valueStart)
  if (value.end >= html.length) throw unclosed('')
  return { name, ...value }
}

function readQuoted(html: string, start: number): { value: string; end: number } {
  let value = ''
  let at = start + 1
  while (at < html.length && html[at] !== html[start]) {
    const reference = html[at] === '&' ? readHtmlReference(html, at) : undefined
    value += reference?.character ?? html[at]
    at = reference?.end ?? at + 1
  }
  return { value, end: at + 1 }
}

function readToken(html: string, start: number): { value: string; end: number } {
  const end = skipUntil(html, start, (char) => !/[\da-z.-]/i.test(char ?? ''))
  if (!isBlank(html[end]) && html[end] !== '>')
    throw cannotParse(`Unexpected end of name token ${byteOffset(html, start)}`)
  return { value: html.slice(start, end).toLowerCase(), end }
}

function readArgument(tag: string, { name, value }: Attribute): string | undefined {
  if (tag === 'blockquote' && name === 'expandable') return '1'
  if (tag === 'a' && name === 'href') return value
  if (tag === 'tg-emoji' && name === 'emoji-id') return value
  if (tag === 'code' && name === 'class' && value?.startsWith('language-')) return value.slice(9)
  if (tag === 'span' && name === 'class' && value?.startsWith('tg-')) return value.slice(3)
  return undefined
}

function skipUntil(html: string, start: number, isEnd: (char: string | undefined) => boolean): number {
  let at = start
  while (at < html.length && !isEnd(html[at])) at += 1
  return at
}
