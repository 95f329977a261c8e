import { normalise } from '../../language/index.ts'

/**
 * What is said before a wish without changing it, for the forms of orders, alerts, topics and searches. Each text has one
 * reading as a row of these, so that a form costs no more than the text is long.
 */
export const WISH =
  '(?:请|麻烦[你您]?|劳驾|拜托[你您]?|唔该|帮我|帮忙|替我|能不能|可不可以|可以|能|以后|我|想|要|希望|[\\s，,])*'

/** What is said behind it. */
export const WISH_END =
  '(?:一下|就(?:行|好|可以)了?|行吗|行不行|好吗|好不好|可以吗|吗|吧|呗|啊|呀|哈|嘛|啦|哦)*[\\s。！？!?~～…]*$'

const THANKS = /谢|辛苦|thank|thx/iu

/** Whether a message is nothing but thanks, to whomever: 谢了兄弟, 好的谢谢老师. */
export const isThanks = (text: string): boolean => {
  const spoken = normalise(text).replaceAll(PICTURES, ' ').trim()
  return spoken.length <= LONGEST && THANKS.test(spoken) && /^[\s，,]*$/u.test(spoken.replace(BEHIND, ''))
}

/** Longer messages are no orders but texts. */
const LONGEST = 100

const CALLED = '(?:小编|小?报童|机器人)'
const BEFORE = new RegExp(
  `^(?:(?:请问一下|请问|麻烦[你您](?=[\\s，,。！!])|劳驾|拜托[你您]?|不好意思|打扰(?:一下|了)?|唔该晒?|${CALLED}|[你您]好(?![啊呀吗]?$)|哈[喽啰][啊呀]?|hi|hello|hey)[\\s，,。！!~～:：]*)+`,
  'iu',
)
/** Whom one takes the bot for: 谢了兄弟. */
const FRIEND = '(?:[\\s，,]*(?:兄弟|哥们儿?|老哥|大哥|大姐|亲|老铁|朋友|师傅|老师|同志|bro))?'
const BEHIND = new RegExp(
  `[\\s，,。！!~～]*(?:(?:(?:谢谢[你您啦了哈]*|多谢[你您啦了]*|谢[啦了]|感谢|辛苦[你您]?了?|拜托[了啦]?|thanks|thank you|thx)${FRIEND}|唔该晒?|${CALLED}|pls|plz|please)[\\s，,。！!~～]*)+$`,
  'iu',
)
const PICTURES = /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u{FE0F}|\u{200D})*/gu

/**
 * A message in normal form without whom it is said to, thanks and pictures (麻烦您，…谢谢🙏); all of it if nothing else is
 * left. Empty if it is too long for an order: forms may cost the square of its length.
 */
export function withoutCourtesy(text: string): string {
  const spoken = normalise(text).trim()
  if (spoken.length > LONGEST) return ''
  const plain = spoken.replaceAll(PICTURES, ' ').trim().replace(BEFORE, '').replace(BEHIND, '').trim()
  return plain === '' ? spoken : plain
}
