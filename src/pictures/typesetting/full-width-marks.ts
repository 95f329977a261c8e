/** From a mark of ASCII to its full-width form (Unicode, Halfwidth and Fullwidth Forms). */
const TO_FULL_WIDTH = 0xfee0
const SOLID = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’…—]'
const MARK = new RegExp(`(?<=${SOLID})[,:;!?]|[,:;!?](?=${SOLID})`, 'gu')
const BRACKETS = new RegExp(
  `(?<=${SOLID})\\([^()]*\\)|\\([^()]*\\)(?=${SOLID})|\\((?=[^()]*${SOLID})[^()]*\\)`,
  'gu',
)

/**
 * Sets the marks of a Chinese text as print does: text layers often hold half-width ones. A mark that touches no Chinese
 * stays (3,000; 2:1), and brackets change in pairs. As long as before, so that ranges of the text stay right.
 */
export const fullWidthMarks = (text: string): string =>
  text
    .replace(BRACKETS, (all) => `（${all.slice(1, -1)}）`)
    .replace(MARK, (mark) => String.fromCharCode(mark.charCodeAt(0) + TO_FULL_WIDTH))
