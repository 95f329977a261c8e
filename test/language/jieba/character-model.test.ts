import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CharacterModel,
  cutByModel,
  readCharacterModel,
} from '../../../src/language/jieba/character-model.ts'
import { runs } from '../../support/runs.ts'

const pointsOf = (text: string) => Int32Array.from(text, (it) => it.codePointAt(0) ?? 0)

const FILE = [
  '# states: B E M S',
  '',
  '-0.5 -9 -9 -1.5',
  '-9 -0.5 -1 -9',
  '-0.7 -9 -9 -0.6',
  '-9 -0.4 -1.2 -9',
  '-0.8 -9 -9 -0.5',
  '#B',
  '张:-1,王:-2.5',
  '#E',
  '明:-1.25,,:-7',
  '#M',
  '小:-1',
  '#S',
  '的:-0.25,张:-6,\u{20BB7}:-1',
].join('\n')

test('the model is read by state and character, what is never seen as impossible', () => {
  const model = readCharacterModel(FILE)
  expect([...model.start]).toEqual([-0.5, -9, -9, -1.5])
  expect([...model.change]).toEqual([
    -9, -0.5, -1, -9, -0.7, -9, -9, -0.6, -9, -0.4, -1.2, -9, -0.8, -9, -9, -0.5,
  ])
  const never = -3.14e100
  const emissionsOf = (character: string) => {
    const row = 4 * (model.rows[character.codePointAt(0) ?? 0] ?? 0)
    return [...model.emission.subarray(row, row + 4)]
  }
  expect(emissionsOf('张')).toEqual([-1, never, never, -6])
  expect(emissionsOf('王')).toEqual([-2.5, never, never, never])
  expect(emissionsOf('明')).toEqual([never, -1.25, never, never])
  expect(emissionsOf('小')).toEqual([never, never, -1, never])
  expect(emissionsOf('的')).toEqual([never, never, never, -0.25])
  expect(emissionsOf('京')).toEqual([never, never, never, never])
})

/** All ways through the states, one by one, and of the likeliest the ends of words. */
function likeliestEnds({ start, change, emission, rows }: CharacterModel, points: Int32Array): number[] {
  let best = Number.NEGATIVE_INFINITY
  let ends: number[] = []
  for (let way = 0; way < 4 ** points.length; way++) {
    const states = Array.from(points, (_, i) => Math.floor(way / 4 ** i) % 4)
    if (![1, 3].includes(states.at(-1) ?? 0)) continue
    let weight = 0
    for (const [i, state] of states.entries()) {
      weight += i === 0 ? (start[state] ?? 0) : (change[4 * (states[i - 1] ?? 0) + state] ?? 0)
      weight += emission[4 * (rows[points[i] ?? 0] ?? 0) + state] ?? 0
    }
    if (weight <= best) continue
    best = weight
    ends = states.flatMap((state, i) => (state === 1 || state === 3 ? [i + 1] : []))
  }
  return ends
}

test('of all ways through the states it takes the likeliest', () => {
  const logarithms = (length: number) =>
    fc.array(fc.double({ min: -20, max: -0.001, noNaN: true }), { minLength: length, maxLength: length })
  let several = 0
  fc.assert(
    fc.property(
      logarithms(4),
      logarithms(16),
      logarithms(16),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
      (start, change, emission, text) => {
        // Character 4 has no row of its own: it is one never seen, as row 0 says.
        const model: CharacterModel = {
          start: Float64Array.from(start),
          change: Float64Array.from(change),
          emission: Float64Array.from(emission),
          rows: Uint16Array.of(0, 1, 2, 3),
        }
        const points = Int32Array.from(text)
        const ends: number[] = []
        cutByModel(model, points, 0, points.length, (at) => ends.push(at))
        expect(ends).toEqual(likeliestEnds(model, points))
        if (ends.length > 1 && ends.length < text.length) several++
      },
    ),
    runs(150),
  )
  expect(several).toBeGreaterThan(0)
})

test('it cuts a stretch of the characters and leaves alone what stands around it', () => {
  const ends: number[] = []
  cutByModel(readCharacterModel(FILE), pointsOf('的张小明的的'), 1, 5, (at) => ends.push(at))
  expect(ends).toEqual([4, 5])
})
