const FIGURES = '〇一二三四五六七八九'
const FIGURE = '[一二三四五六七八九]'
/** Of a hundred and three 零 stands for the tens; 一百一 is left out, since it may be 101 or 110. */
const BELOW_THOUSAND = new RegExp(`^(?:(${FIGURE})百)?(?:〇(${FIGURE})|(${FIGURE}?)十(${FIGURE}?))?$`, 'u')

/**
 * Reads a number from 0 that is written in Han signs: figures in a row (二〇二四) or words below a thousand (三十, 廿一,
 * 一百一十三).
 * @returns undefined for any other text
 */
export function readHanNumber(text: string): number | undefined {
  const plain = text.replace(/[○零]/gu, '〇').replace('廿', '二十').replace('卅', '三十')
  const figures = Array.from(plain, (sign) => FIGURES.indexOf(sign))
  if (figures.length > 0 && figures.every((figure) => figure >= 0)) return Number(figures.join(''))
  const found = plain === '' ? null : BELOW_THOUSAND.exec(plain)
  if (!found) return undefined
  const [, hundreds = '', lone = '', tens, units = ''] = found
  const valueOf = (figure: string) => (figure === '' ? 0 : FIGURES.indexOf(figure))
  // A ten without a figure is one ten; of none at all there is nothing.
  const ten = tens === undefined ? 0 : valueOf(tens) || 1
  return valueOf(hundreds) * 100 + ten * 10 + valueOf(lone || units)
}
