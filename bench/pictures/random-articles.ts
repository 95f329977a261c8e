import { loadPen } from '../../src/pictures/drawing/pen.ts'
import { faultsOf, randomText } from '../../test/support/set-articles.ts'
import { createChance } from '../search/chance.ts'

/** Columns of a card's text and headline, and of a front page. */
const COLUMNS = [
  { width: 904, size: 44, indent: 2 },
  { width: 904, size: 64, indent: 0 },
  { width: 448, size: 31, indent: 0 },
] as const

/** What is wrong with so many random articles, each set in every column: headlines of 1 to 120 characters, texts of 1 to 400. */
export async function randomArticles(count: number, seed: number) {
  const pen = await loadPen()
  const chance = createChance(seed)
  const sum = { texts: 0, missing: 0, overlapping: 0, badBreaks: 0 }
  for (let n = 0; n < count; n++)
    for (const text of [randomText(1 + chance(120), chance), randomText(1 + chance(400), chance)])
      for (const column of COLUMNS) {
        const faults = faultsOf(text, pen, column)
        sum.texts += 1
        sum.missing += faults.missing
        sum.overlapping += faults.overlapping
        sum.badBreaks += faults.badBreaks
      }
  return sum
}
