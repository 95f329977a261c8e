import { detectEntities } from './detected-entities.ts'
import { type FormattedText, type MessageEntity, sortEntities } from './message-entity.ts'

/** Most entities that a message keeps; Telegram drops the rest without a word. */
const ENTITY_LIMIT = 100

/** Characters that Telegram takes out of every text: marks of direction, and lines drawn over the text. */
const REMOVED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/
/** Below the blank, but for the line break. */
const isControl = (char: string) => char < ' ' && char !== '\n'
const isBlank = (char: string | undefined) => char !== undefined && /[ \n\u00a0]/.test(char)

/**
 * Makes of a parsed text what Telegram stores: cleaned of control characters, blank ends cut off, entities moved
 * along, nothing nested in code or quotes in quotes, links and commands found, at most 100 entities kept. How many
 * were dropped is told, so that a test can see what a bot would never hear of.
 */
export function tidyText({ text, entities }: FormattedText): FormattedText {
  const clean = clip(clearOf(text, entities))
  const allowed = withoutForbiddenNesting(sortEntities(clean.entities))
  const all = sortEntities([...allowed, ...detectEntities(clean.text, allowed)])
  const dropped = all.length - ENTITY_LIMIT
  return { text: clean.text, entities: all.slice(0, ENTITY_LIMIT), ...(dropped > 0 && { dropped }) }
}

function clearOf(text: string, entities: readonly MessageEntity[]): FormattedText {
  if (!REMOVED.test(text) && !text.split('').some(isControl)) return { text, entities }
  let clean = ''
  const moved: number[] = []
  for (const char of text.split('')) {
    moved.push(clean.length)
    if (!REMOVED.test(char)) clean += isControl(char) ? ' ' : char
  }
  moved.push(clean.length)
  return { text: clean, entities: move(entities, (offset) => moved[offset] ?? clean.length) }
}

function clip({ text, entities }: FormattedText): FormattedText {
  let start = 0
  let end = text.length
  while (isBlank(text[start])) start += 1
  while (end > start && isBlank(text[end - 1])) end -= 1
  const moveInto = (offset: number) => Math.min(Math.max(offset, start), end) - start
  return { text: text.slice(start, end), entities: move(entities, moveInto) }
}

function move(entities: readonly MessageEntity[], to: (offset: number) => number): MessageEntity[] {
  return entities.flatMap((entity) => {
    const offset = to(entity.offset)
    const length = to(entity.offset + entity.length) - offset
    return length > 0 ? [{ ...entity, offset, length }] : []
  })
}

/** Bot API: “pre and code entities can't contain other entities”, “blockquote … entities can't be nested”. */
function withoutForbiddenNesting(sorted: readonly MessageEntity[]): MessageEntity[] {
  let codeEnd = 0
  let quoteEnd = 0
  return sorted.filter((entity) => {
    const isQuote = entity.type.endsWith('blockquote')
    if (entity.offset < codeEnd || (isQuote && entity.offset < quoteEnd)) return false
    const end = entity.offset + entity.length
    if (entity.type === 'code' || entity.type === 'pre') codeEnd = end
    if (isQuote) quoteEnd = end
    return true
  })
}
