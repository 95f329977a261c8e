const FIGURES = '〇一二三四五六七八九'
const FIGURE = '[一二三四五六七八九]'
const BELOW_HUNDRED = new RegExp(`^(${FIGURE}?)十(${FIGURE}?)$`, 'u')

/**
 * Reads a number from 0 that is written in Han signs: figures in a row (二〇二四) or words below a hundred (三十, 廿一).
 * @returns undefined for any other text
 */
export function readHanNumber(text: string): number | undefined {
  const plain = text.replace(/[○零]/gu, '〇').replace('廿', '二十').replace('卅', '三十')
  const figures = Array.from(plain, (sign) => FIGURES.indexOf(sign))
  if (figures.length > 0 && figures.every((figure) => figure >= 0)) return Number(figures.join(''))
  const [, tens, units] = BELOW_HUNDRED.exec(plain) ?? []
  if (tens === undefined) return undefined
  return (tens === '' ? 1 : FIGURES.indexOf(tens)) * 10 + (units ? FIGURES.indexOf(units) : 0)
}
