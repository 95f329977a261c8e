/** How a character behaves where lines break and blanks are squeezed; after GB/T 15834 and the W3C's requirements for Chinese text layout (CLREQ). */
export type CharacterKind = 'letter' | 'word' | 'space' | 'opening' | 'closing' | 'unbroken'

const set = (text: string): ReadonlySet<string> => new Set(text)

/** Half of their square is blank on the left. */
const OPENING = set('（〔［｛《〈「『【〖〘〚“‘﹁﹃')
/** Half of their square is blank on the right. */
const CLOSING = set('）〕］｝》〉」』】〗〙〛”’﹂﹄、。，．：；')
/** Never at the start of a line, beside those that close. */
const NO_START = set('！？!?,.:;)]}%％‰‱℃℉°′″…—―·・‧•～〜~–／/￠¢〃々ヽヾーゝゞ、。，．：；')
/** Never at the end of a line, beside those that open. */
const NO_END = set('([{$£¥￥＄￡€#＃№@·・‧•／')

/** A mark with a blank half on its left: a bracket or quotation mark that opens. */
export const isOpening = (text: string): boolean => OPENING.has(text)
/** A mark with a blank half on its right: one that closes, a comma, a full stop. */
export const isClosing = (text: string): boolean => CLOSING.has(text)
/** Whether a line may not begin with this. @param text begins with the character in question */
export const isBarredFromStart = (text: string): boolean => {
  const [first = ''] = text
  return CLOSING.has(first) || NO_START.has(first)
}
/** Whether a line may not end with this. @param text ends with the character in question */
export const isBarredFromEnd = (text: string): boolean => {
  const last = Array.from(text).at(-1) ?? ''
  return OPENING.has(last) || NO_END.has(last)
}
