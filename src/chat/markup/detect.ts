/** A stretch of the text of a message, in UTF-16 units. */
export type Span = readonly [from: number, to: number]

const WORD = String.raw`[\p{L}\p{N}_]`
const LABEL = String.raw`[\p{L}\p{N}_-]`
/** Endings of domains: letters of any script but Han, in which only these are known. */
const ENDING =
  '(?:(?!\\p{Script=Han})\\p{L}){2,}|(?:中国|中國|公司|网络|網絡|在线|中文网|网址|网站|网店|政务|公益|集团|移动|购物|商城|商店|手机|信息|娱乐|游戏|广东|香港|台湾|台灣|新加坡|慈善|微博|世界)(?!\\p{L})'
const DOMAIN = String.raw`(?:${LABEL}+\.)+(?:${ENDING})`
const NO_BLANK = String.raw`[^\s<>"“”‘’（）《》【】，。；！？、]`

/**
 * What Telegram makes an entity of although nobody marked it up. Its own rules are stricter here and there (it knows the
 * endings of domains, and what is a phone number), so this finds at least as much as Telegram does. Each pattern begins
 * where its kind of word begins, so that a text is read in one go.
 */
const PATTERNS = [
  // Links, e-mail, addresses without a protocol.
  String.raw`(?<![a-z\d+.-])[a-z][a-z\d+.-]*:\/\/${NO_BLANK}+`,
  String.raw`(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]+@${DOMAIN}`,
  String.raw`(?<!${LABEL}|${LABEL}\.)${DOMAIN}(?::\d+)?(?:[/?#]${NO_BLANK}*)?`,
  // Commands, mentions, hashtags, cashtags.
  String.raw`(?<!${WORD})\/\w+(?:@\w+)?`,
  String.raw`(?<!\w)@\w{2,}`,
  String.raw`(?<!${WORD})#${WORD}+(?:@\w+)?`,
  String.raw`(?<!${WORD})\$[A-Z]+(?:@\w+)?`,
  // International phone numbers.
  String.raw`\+\d[\d ()-]{5,}\d`,
]
const ANY = new RegExp(PATTERNS.join('|'), 'giu')

/** Characters that every pattern needs one of. */
const TRIGGER = /[@#/.$+]/

/** What Telegram takes out of a text before it looks (TDLib, `clean_input_string`). */
const REMOVED = /\r|[\u2028-\u202E]|\u0333|\u033F|\u030A/gu

/** Finds what Telegram would make an entity of by itself; ascending, not overlapping. */
export function findLinks(text: string): readonly Span[] {
  if (!TRIGGER.test(text)) return []
  const removed = Array.from(text.matchAll(REMOVED), ({ index }) => index)
  const placeOf = (at: number) => removed.reduce((place, it) => (it <= place ? place + 1 : place), at)
  const left = removed.length === 0 ? text : text.replaceAll(REMOVED, '')
  return Array.from(
    left.matchAll(ANY),
    ({ 0: found, index }): Span => [placeOf(index), placeOf(index + found.length - 1) + 1],
  )
}
