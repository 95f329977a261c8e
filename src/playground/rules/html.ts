import { readHtmlReference } from './html-reference.ts'
import { byteOffset, cannotParse, readStartTag } from './html-tag.ts'
import { checkLink, readMentionedUser } from './link.ts'
import { type EntityType, type FormattedText, type MessageEntity, sortEntities } from './message-entity.ts'

/** A tag that waits for its end. */
interface OpenTag {
  readonly name: string
  readonly argument: string
  readonly offset: number
}

/** An entity while its text is read: the language of a `code` counts only inside a `pre`. */
interface FoundEntity extends MessageEntity {
  readonly codeLanguage?: string
}

const PLAIN_TAGS: Readonly<Record<string, EntityType>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
}

/**
 * Reads the HTML of a message as Telegram does (Bot API, “HTML style”): no tag is guessed, none is closed for
 * the writer, and a character reference that Telegram does not know stays as it is written.
 * @throws {Refusal} `Bad Request: can't parse entities: …`, with the offset in bytes of UTF-8.
 */
export function parseTelegramHtml(html: string): FormattedText {
  const open: OpenTag[] = []
  const entities: FoundEntity[] = []
  let text = ''
  let hasHalf = false
  let at = 0
  while (at < html.length) {
    if (html.startsWith('</', at)) {
      const { tag, end } = readEndTag(html, at, open.pop())
      if (text.length > tag.offset) addEntity(entities, tag, text)
      at = end
    } else if (html[at] === '<') {
      const { end, ...tag } = readStartTag(html, at)
      open.push({ ...tag, offset: text.length })
      at = end
    } else if (html[at] === '&') {
      const reference = readHtmlReference(html, at)
      hasHalf ||= reference?.isHalf === true
      text += reference?.character ?? '&'
      at = reference?.end ?? at + 1
    } else {
      const plain = readPlain(html, at)
      text += plain
      at += plain.length
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  if (hasHalf)
    throw cannotParse(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  return { text, entities: sortEntities(entities.map(withoutLanguage)) }
}

/** Text up to the next character that may be markup. */
function readPlain(html: string, start: number): string {
  const pattern = /[^<&]+/y
  pattern.lastIndex = start
  return pattern.exec(html)?.[0] ?? ''
}

function withoutLanguage(found: FoundEntity): MessageEntity {
  const { codeLanguage: _, ...entity } = found
  return entity
}

function readEndTag(html: string, start: number, tag: OpenTag | undefined) {
  if (tag === undefined) throw cannotParse(`Unexpected end tag ${byteOffset(html, start)}`)
  const [found = '', name = ''] = /^<\/([^ \t\r\n\0\v>]*)[ \t\r\n\0\v]*/.exec(html.slice(start)) ?? []
  const end = start + found.length
  if (html[end] !== '>') throw cannotParse(`Unclosed end tag ${byteOffset(html, start)}`)
  const endName = name.toLowerCase()
  if (endName !== '' && endName !== tag.name)
    throw cannotParse(
      `Unmatched end tag ${byteOffset(html, start)}, expected "</${tag.name}>", found "</${endName}>"`,
    )
  return { tag, end: end + 1 }
}

function addEntity(entities: FoundEntity[], { name, argument, offset }: OpenTag, text: string): void {
  const length = text.length - offset
  const last = entities.at(-1)
  const isSameStretch = last?.offset === offset && last.length === length
  const plain = PLAIN_TAGS[name]
  if (plain) entities.push({ type: plain, offset, length })
  else if (name === 'a') entities.push(...readAnchor(argument || text.slice(offset), offset, length))
  else if (name === 'tg-emoji') {
    if (!/^-?\d{1,19}$/.test(argument) || BigInt.asIntN(64, BigInt(argument)) !== BigInt(argument))
      throw cannotParse('Invalid custom emoji identifier specified')
    if (BigInt(argument) === 0n) throw cannotParse('Invalid custom emoji identifier specified')
    entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: argument })
  } else if (name === 'blockquote')
    entities.push({ type: argument ? 'expandable_blockquote' : 'blockquote', offset, length })
  else if (name === 'pre' && isSameStretch && last.type === 'code' && last.codeLanguage)
    entities.splice(-1, 1, { type: 'pre', offset, length, language: last.codeLanguage })
  else if (name === 'pre') entities.push({ type: 'pre', offset, length })
  else if (isSameStretch && last.type === 'pre' && argument)
    entities.splice(-1, 1, { type: 'pre', offset, length, language: argument })
  else entities.push({ type: 'code', offset, length, ...(argument && { codeLanguage: argument }) })
}

/** An address that Telegram cannot follow is dropped without a word; the text stays. */
function readAnchor(address: string, offset: number, length: number): MessageEntity[] {
  const id = readMentionedUser(address)
  if (id !== undefined)
    return [{ type: 'text_mention', offset, length, user: { id, is_bot: false, first_name: '' } }]
  const link = checkLink(address)
  return 'url' in link ? [{ type: 'text_link', offset, length, url: link.url }] : []
}
