/**
 * Fits what the text of an article tells of its prominence: `npm run bench:digest -- FOLDER --fit`. Writes
 * src/digest/prominence-terms.ts.
 *
 * A linear model is fitted to pairs of one day's articles of which the editors put one before the other (logistic loss,
 * AdaGrad), on the even months; the odd months are left out, and bench/digest.ts reports them. Terms are words of
 * jieba's dictionary that stand in headlines or openings on many days. Names of people and of media are no terms: the
 * model is to know what is prominent, not who was in those years.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { MEASURES, type ProminenceSigns, signsOf } from '../src/digest/prominence-signs.ts'
import type { Article } from '../src/domain/index.ts'
import { openSegmenter, type Segmenter } from '../src/language/index.ts'

/** Days that a term must stand in: fewer tell of single events. */
const LEAST_DAYS = 40
const TERMS = 200
const EPOCHS = 8
const STEP = 0.1
const DECAY = 0.002
/** What editors show first is what is fitted. */
const TOP = 10
const MEDIA = /央视|总台|联播|日报|新华社|快评|本台|记者|电视|节目|栏目|播发|播出|开播|频道/u
/** Foreign names that the dictionary does not mark as such. */
const PEOPLE = /普京|拜登|特朗普|泽连斯基/u

type Days = readonly (readonly Article[])[]

/** A pair of one day, the more prominent one first. */
type Pair = readonly [ProminenceSigns, ProminenceSigns]

/** Fits the weights and writes them. @param days each in the order of its editors */
export async function fitProminence(days: Days): Promise<void> {
  const signed = days.map(signsOf)
  const all = termsOf(signed, await openSegmenter())
  const first = fit(signed, all)
  const strength = (at: number) =>
    Math.abs(first[MEASURES.length + 2 * at] ?? 0) + Math.abs(first[MEASURES.length + 2 * at + 1] ?? 0)
  const kept = [...all.keys()].toSorted((a, b) => strength(b) - strength(a)).slice(0, TERMS)
  const terms = kept.map((at) => all[at] ?? '').toSorted()
  write(fit(signed, terms), terms)
  console.log(`${terms.length} of ${all.length} terms kept`)
}

function termsOf(days: readonly (readonly ProminenceSigns[])[], segmenter: Segmenter): readonly string[] {
  const tags = readTags()
  const daysOf = new Map<string, number>()
  for (const day of days) {
    const words = new Set(day.flatMap((it) => wordsOf(`${it.headline}\n${it.opening}`, segmenter)))
    for (const word of words) daysOf.set(word, (daysOf.get(word) ?? 0) + 1)
  }
  return [...daysOf].flatMap(([word, count]) => {
    const tag = tags.get(word)
    const isTerm = word.length >= 2 && tag !== undefined && !/^(?:nr|t$|m$)/.test(tag)
    return isTerm && count >= LEAST_DAYS && !MEDIA.test(word) && !PEOPLE.test(word) ? [word] : []
  })
}

/** Parts of speech by jieba's dictionary: nr are names of people, t times, m numbers. */
function readTags(): ReadonlyMap<string, string> {
  const files: { readonly DEFAULT_DICT: string } = createRequire(import.meta.url)('nodejieba')
  const lines = readFileSync(files.DEFAULT_DICT, 'utf8').split('\n')
  return new Map(
    lines.map((line) => {
      const [word = '', , tag = ''] = line.split(' ')
      return [word, tag]
    }),
  )
}

const wordsOf = (text: string, segmenter: Segmenter): readonly string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
    let from = 0
    return segmenter.cut(run).map((to) => {
      const word = run.slice(from, to)
      from = to
      return word
    })
  })

function fit(days: readonly (readonly ProminenceSigns[])[], terms: readonly string[]): Float64Array {
  const weights = new Float64Array(MEASURES.length + 2 * terms.length)
  const squares = new Float64Array(weights.length).fill(1e-6)
  const random = createRandom()
  const known = new Map<ProminenceSigns, Float64Array>()
  const vectorOf = (signs: ProminenceSigns) => {
    const vector = known.get(signs) ?? toVector(signs, terms)
    known.set(signs, vector)
    return vector
  }
  for (let round = 0; round < EPOCHS * days.length; round++) {
    const day = days[Math.floor(random() * days.length)] ?? []
    for (const [better, worse] of pairsOfDay(day, random)) {
      const [a, b] = [vectorOf(better), vectorOf(worse)]
      let margin = 0
      for (let i = 0; i < weights.length; i++) margin += (weights[i] ?? 0) * ((a[i] ?? 0) - (b[i] ?? 0))
      const push = 1 / (1 + Math.exp(margin))
      for (let i = 0; i < weights.length; i++) {
        const difference = (a[i] ?? 0) - (b[i] ?? 0)
        if (difference === 0) continue
        const gradient = DECAY * (weights[i] ?? 0) - push * difference
        squares[i] = (squares[i] ?? 0) + gradient * gradient
        weights[i] = (weights[i] ?? 0) - (STEP * gradient) / Math.sqrt(squares[i] ?? 1)
      }
    }
  }
  return weights
}

function toVector({ measures, headline, opening }: ProminenceSigns, terms: readonly string[]): Float64Array {
  const inText = terms.flatMap((term) => [Number(headline.includes(term)), Number(opening.includes(term))])
  return Float64Array.from([...measures, ...inText])
}

/** The lead against eight others; each of the first ten against three, two of them beyond the first ten. */
function pairsOfDay(day: readonly ProminenceSigns[], random: () => number): readonly Pair[] {
  return day.slice(0, TOP).flatMap((better, place) =>
    Array.from({ length: place === 0 ? 8 : 3 }, () => {
      const from = place > 0 && random() < 0.7 ? Math.min(TOP, day.length) : place + 1
      return day[from + Math.floor(random() * (day.length - from))]
    }).flatMap((worse): Pair[] => (worse ? [[better, worse]] : [])),
  )
}

/** A linear congruential generator (Numerical Recipes), so that two runs give the same weights. */
function createRandom(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function write(weights: Float64Array, terms: readonly string[]): void {
  const print = (weight = 0) => (Math.round(weight * 10) / 10 || 0).toString()
  const measures = MEASURES.map((name, i) => `  ${name}: ${(weights[i] ?? 0).toFixed(2)},`)
  const lines = terms.map((term, i) => {
    const at = MEASURES.length + 2 * i
    return `${term} ${print(weights[at])} ${print(weights[at + 1])}`
  })
  const file = join(import.meta.dirname, '..', 'src', 'digest', 'prominence-terms.ts')
  writeFileSync(
    file,
    `/**
 * What the text tells of an article's prominence, fitted by \`npm run bench:digest -- FOLDER --fit\` to the order that
 * editors gave the news of 544 days; docs/digest.md says how well it does. Not written by hand.
 */
export const MEASURE_WEIGHTS = {
${measures.join('\n')}
} as const

/** Words, with what each weighs in a headline and in the opening of the text. */
export const TERM_WEIGHTS = \`
${lines.join('\n')}
\`
`,
  )
}
