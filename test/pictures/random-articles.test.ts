import { expect, test } from 'vitest'
import { createChance } from '../../bench/search/chance.ts'
import { loadPen } from '../../src/pictures/drawing/pen.ts'
import { faultsOf, randomText } from '../support/set-articles.ts'

/** Columns of a card, of a square one, and of a front page. */
const COLUMNS = [
  { width: 904, size: 44, indent: 2 },
  { width: 904, size: 64, indent: 0 },
  { width: 448, size: 31, indent: 0 },
]

test('random articles of 1 to 400 characters lack no glyph, overlap nowhere, and break no line where it may not break', async () => {
  const pen = await loadPen()
  const seed = Math.floor(Math.random() * 1e9)
  const chance = createChance(seed)
  for (let n = 0; n < 150; n++) {
    const text = randomText(1 + chance(400), chance)
    const column = COLUMNS[n % COLUMNS.length]
    if (!column) continue
    expect({ ...faultsOf(text, pen, column), text, seed }).toEqual({
      missing: 0,
      overlapping: 0,
      badBreaks: 0,
      text,
      seed,
    })
  }
})
