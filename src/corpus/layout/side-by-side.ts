const GAP = /\S(?: {3,}|\u3000{2,})\S/u
const FEWEST_LINES = 20
const SHARE = 0.3

/**
 * Whether a text keeps the columns of its page side by side, parted by wide gaps. Its lines then run across
 * articles, and no reading of whole lines can part them.
 */
export function standsSideBySide(text: string): boolean {
  const printed = text.split('\n').filter((line) => line.trim() !== '')
  const gapped = printed.filter((line) => GAP.test(line)).length
  return printed.length >= FEWEST_LINES && gapped >= printed.length * SHARE
}
