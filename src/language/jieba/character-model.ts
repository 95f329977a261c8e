/** Characters begin, end or carry on a word, or are one (the order is cppjieba's, `HMMModel.hpp`): B, E, M, S. */
const STATES = 4
const END = 1
const SINGLE = 3
/** Stands for the logarithm of zero. */
const NEVER = -3.14e100

/**
 * A hidden Markov model of characters and their places in words: what the dictionary leaves over, most of it names, is
 * cut where the likeliest path through the states ends a word.
 */
export interface CharacterModel {
  /** By state. */
  readonly start: Float64Array
  /** From state `a` to state `b` at `4 * a + b`. */
  readonly change: Float64Array
  /** By row and state; row 0 is for characters never seen. */
  readonly emission: Float64Array
  /** By code point up to U+FFFF. */
  readonly rows: Uint16Array
}

/**
 * Reads jieba's model: a line for the start, four for the changes, four of `character:logarithm,…`, one for each state;
 * lines that begin with `#` tell about it.
 */
export function readCharacterModel(text: string): CharacterModel {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const numbersOf = (line: string) => line.trim().split(' ').map(Number)
  const rows = new Uint16Array(0x10000)
  const emissions: number[] = Array.from({ length: STATES }, () => NEVER)
  for (const [state, line] of lines.slice(1 + STATES, 1 + 2 * STATES).entries())
    for (const entry of line.trim().split(',')) {
      const point = entry.codePointAt(0) ?? 0
      if (point >= rows.length) continue
      let row = rows[point] ?? 0
      if (row === 0) {
        row = emissions.length / STATES
        rows[point] = row
        for (let i = 0; i < STATES; i++) emissions.push(NEVER)
      }
      emissions[STATES * row + state] = Number(entry.slice(entry.indexOf(':') + 1))
    }
  return {
    start: Float64Array.from(numbersOf(lines[0] ?? '')),
    change: Float64Array.from(lines.slice(1, 1 + STATES).flatMap(numbersOf)),
    emission: Float64Array.from(emissions),
    rows,
  }
}

/**
 * Cuts characters along the likeliest path (Viterbi; cppjieba, `HMMSegment.hpp`, to the same last bit).
 * @param points code points; those from `from` to `to` are cut
 * @param end told where each word ends
 */
export function cutByModel(
  { start, change, emission, rows }: CharacterModel,
  points: Int32Array,
  from: number,
  to: number,
  end: (at: number) => void,
): void {
  const length = to - from
  const weights = new Float64Array(STATES * length)
  const before = new Uint8Array(STATES * length)
  let row = STATES * (rows[points[from] ?? 0] ?? 0)
  for (let state = 0; state < STATES; state++)
    weights[state] = (start[state] ?? 0) + (emission[row + state] ?? 0)
  for (let place = 1; place < length; place++) {
    row = STATES * (rows[points[from + place] ?? 0] ?? 0)
    const last = STATES * (place - 1)
    for (let state = 0; state < STATES; state++) {
      const emitted = emission[row + state] ?? 0
      let best = NEVER
      let bestBefore = END
      for (let previous = 0; previous < STATES; previous++) {
        const weight = (weights[last + previous] ?? 0) + (change[STATES * previous + state] ?? 0) + emitted
        if (weight > best) {
          best = weight
          bestBefore = previous
        }
      }
      weights[last + STATES + state] = best
      before[last + STATES + state] = bestBefore
    }
  }
  const states = new Uint8Array(length)
  const last = STATES * (length - 1)
  let state = (weights[last + END] ?? 0) >= (weights[last + SINGLE] ?? 0) ? END : SINGLE
  for (let place = length - 1; place >= 0; place--) {
    states[place] = state
    state = before[STATES * place + state] ?? END
  }
  for (let place = 0; place < length; place++)
    if (states[place] === END || states[place] === SINGLE) end(from + place + 1)
}
