/** A variable that is no setting, though its name is nearly one. */
export interface MisspelledSetting {
  readonly found: string
  readonly meant: string
}

/** Letters that may be wrong, missing, too many or swapped. */
const MAX_DISTANCE = 2

/**
 * Variables whose names are at most two letters away from a setting's: `BOT_TOKN`, `TIMEZONE`, `bot_token`.
 * @param known names of all settings
 */
export function findMisspelled(
  env: Readonly<NodeJS.ProcessEnv>,
  known: readonly string[],
): readonly MisspelledSetting[] {
  return Object.entries(env)
    .filter(([name, value]) => !known.includes(name) && value?.trim() !== '')
    .flatMap(([found]) => {
      const meant = nearestOf(found.toUpperCase(), known)
      return meant === undefined ? [] : [{ found, meant }]
    })
}

/** The name that was meant by one that is at most two letters away from it. */
export function nearestOf(found: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((meant) => ({ meant, distance: editDistance(found, meant) }))
    .filter(({ distance }) => distance <= MAX_DISTANCE)
    .toSorted((a, b) => a.distance - b.distance)
  return nearest?.meant
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1 each. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MAX_DISTANCE) return Number.POSITIVE_INFINITY
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
