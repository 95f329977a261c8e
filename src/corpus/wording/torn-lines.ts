import { corpusIdf } from './bigram-idf.ts'

/** Fewer line ends tell nothing. */
const FEWEST_ENDS = 30
/** How near line ends are to chance, from 0 (as inside lines) to 1. Extractions in reading order have .2 at most. */
const TORN = 0.6
/** Shorter lines are page numbers, names and the ends of paragraphs. */
const SHORTEST = 6
/** A line so far below has nothing to do with a line, whatever order they are in. */
const APART = 3

/**
 * Whether the lines of a text run across the columns of its page, so that no line goes on in the next one. Where a
 * column is wrapped, the characters on both sides of a line end stand together as often in the language as those inside
 * a line; where columns ran together, with or without gaps, they meet by chance. Judged by how common pairs of
 * characters are in news.
 */
export function areLinesTorn(text: string): boolean {
  const lines = text.split('\n').map((line) => line.replace(/\s+/gu, ''))
  const inside = createMean()
  const ends = createMean()
  const chance = createMean()
  for (const [index, line] of lines.entries()) {
    for (let at = 1; at < line.length; at++) inside.add(line.charCodeAt(at - 1), line.charCodeAt(at))
    const next = lines[index + 1] ?? ''
    const last = line.charCodeAt(line.length - 1)
    if (line.length < SHORTEST || next.length < SHORTEST || !isHan(last) || !isHan(next.charCodeAt(0)))
      continue
    ends.add(last, next.charCodeAt(0))
    const other = lines[index + APART] ?? ''
    if (other.length >= SHORTEST) chance.add(last, other.charCodeAt(0))
  }
  if (ends.count < FEWEST_ENDS || chance.mean <= inside.mean) return false
  return (ends.mean - inside.mean) / (chance.mean - inside.mean) >= TORN
}

/** The mean rarity of pairs of Han characters. */
function createMean() {
  let [sum, count] = [0, 0]
  return {
    add: (first: number, second: number) => {
      if (!isHan(first) || !isHan(second)) return
      sum += corpusIdf((first << 16) | second)
      count++
    },
    get count() {
      return count
    },
    get mean() {
      return count === 0 ? 0 : sum / count
    },
  }
}

const isHan = (sign: number): boolean => sign >= 0x3400 && sign <= 0x9fff
