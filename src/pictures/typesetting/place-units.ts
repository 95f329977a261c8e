import type { Unit } from './units.ts'

/** A unit with its width. */
export interface Measured extends Unit {
  readonly width: number
}

/** Where a unit is drawn, and where the next one begins. */
interface Gap {
  /** Left of zero where the blank half of a mark that opens is given up. */
  readonly shift: number
  readonly advance: number
  /** How much less the advance may be. */
  readonly slack: number
}

/** Units as they stand in a line of their own. */
export interface Slice {
  readonly units: readonly Measured[]
  /** One for each unit. */
  readonly gaps: readonly Gap[]
  readonly width: number
  /** How much narrower it may be set. */
  readonly slack: number
}

/** Of an em: the blank between Chinese and Latin letters. */
const BETWEEN_SCRIPTS = 0.16
/** Of an em: what a mark keeps of its blank half at least where a line is tight. */
const KEPT = 0.25
/** Marks that fill less of their square bring no blank half. */
const FULL = 0.9

/**
 * Places units side by side. A mark that closes gives up its blank half before another mark and at the end, one that opens
 * after another one that opens and at the start.
 * @param em width of a Chinese character
 * @param keepsStart an indented line begins with the whole square of a mark that opens
 */
export function placeUnits(given: readonly Measured[], em: number, keepsStart: boolean): Slice {
  const units = given.at(-1)?.kind === 'space' ? given.slice(0, -1) : given
  const half = em / 2
  const gaps = units.map((unit, at): Gap => {
    const [before, after] = [units[at - 1], units[at + 1]]
    const isFull = unit.width >= FULL * em
    let shift = 0
    let advance = unit.width
    let slack = 0
    if (unit.kind === 'opening' && isFull) {
      if (before ? before.kind === 'opening' : !keepsStart) {
        shift = -half
        advance -= half
      }
    } else if (unit.kind === 'closing' && isFull) {
      if (after === undefined || after.kind === 'opening' || after.kind === 'closing') advance -= half
      else slack = half - KEPT * em
    }
    if (
      after?.kind === 'opening' &&
      after.width >= FULL * em &&
      unit.kind !== 'opening' &&
      unit.kind !== 'closing'
    ) {
      // The blank before a mark that opens may shrink as well; it is drawn further left then.
      slack += half - KEPT * em
    }
    if (after && isBetweenScripts(unit, after)) {
      advance += BETWEEN_SCRIPTS * em
      slack += (BETWEEN_SCRIPTS / 2) * em
    }
    if (unit.kind === 'space') slack = unit.width / 3
    return { shift, advance, slack }
  })
  return {
    units,
    gaps,
    width: gaps.reduce((sum, { advance }) => sum + advance, 0),
    slack: gaps.reduce((sum, { slack }) => sum + slack, 0),
  }
}

const isBetweenScripts = (a: Measured, b: Measured) =>
  (a.kind === 'letter' && b.kind === 'word') || (a.kind === 'word' && b.kind === 'letter')
