import type { EntityType, MessageEntity } from './message-entity.ts'

/**
 * What Telegram itself finds in a text: commands, mentions, hashtags, addresses. Word characters are letters,
 * digits and the underscore of any script, so `/search长江` is no command.
 */
const PATTERNS: readonly (readonly [EntityType, RegExp])[] = [
  [
    'url',
    /(?<![\p{L}\p{N}_@./-])(?:https?:\/\/[^\s<>"“”‘’（）()【】《》，。；！？、]+|t\.me\/[\w/?=&+-]+)/giu,
  ],
  ['email', /(?<![\p{L}\p{N}_.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\p{L}\p{N}_])/giu],
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/<>])/gu],
  ['mention', /(?<![\p{L}\p{N}_@/])@\w{3,32}(?![\p{L}\p{N}_])/gu],
  [
    'url',
    /(?<![\p{L}\p{N}_@./-])(?:[\p{L}\p{N}_-]+\.)+(?:com|net|org|edu|gov|info|cn|hk|tw|io|me|co|us|uk|jp|de|fr|ru|tv|top|xyz|中国|公司|网络)(?![\p{L}\p{N}_-])(?:\/[^\s<>"“”‘’（）()【】《》，。；！？、]*)?/giu,
  ],
  ['cashtag', /(?<![\p{L}\p{N}_$])\$(?:1INCH|[A-Z]{1,8})(?![\p{L}\p{N}_$])/gu],
  ['phone_number', /(?<![\d+])\+\d{1,3}[ -]?\d(?:[ -]?\d){5,11}(?!\d)/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?!\d+(?![\p{L}\p{N}_]))[\p{L}\p{N}_]{1,256}/gu],
]

const TRAILING_PUNCTUATION = /[.,:;!?'"]+$/

/** Finds what nobody marked up; what overlaps an earlier find, or one of `taken`, is left out. */
export function detectEntities(text: string, taken: readonly MessageEntity[]): MessageEntity[] {
  const found: MessageEntity[] = []
  const blocking = taken.filter(({ type }) => type === 'code' || type === 'pre' || type.startsWith('text_'))
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const length = match[0].replace(type === 'url' ? TRAILING_PUNCTUATION : '', '').length
      const entity: MessageEntity = { type, offset: match.index, length }
      if (![...blocking, ...found].some((other) => overlap(entity, other))) found.push(entity)
    }
  }
  return found
}

const overlap = (a: MessageEntity, b: MessageEntity) =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length
