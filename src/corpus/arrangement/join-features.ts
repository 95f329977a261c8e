import type { Block } from '../layout/block.ts'
import { textOf } from '../layout/group.ts'
import { corpusCosine, corpusNorm } from '../wording/bigram-idf.ts'
import type { Fragment } from './fragment.ts'
import { GOES_ON, kinshipOf, NEWS } from './seam-evidence.ts'

/**
 * What is asked of two neighbouring fragments that would be joined, before text flows are made of them. Lengths are in
 * UTF-16 units, runs of fragments as logarithms; likeness is a logarithm as well, 0 for an even chance.
 */
export const JOIN_FEATURES = [
  'sameBlock',
  'isLinked',
  'end',
  'start',
  'blocksBetween',
  'paragraphs',
  'near',
  'windows',
  'relative',
  'lengthBefore',
  'lengthBehind',
  'endsText',
  'endsBracket',
  'firstComma',
  'firstStop',
  'hasBracket',
  'isNews',
  'goesOn',
  'isQuoted',
  'widthStep',
  'runBefore',
  'runBehind',
  'fragmentsABlock',
  'displayShare',
  'tightShare',
  'fragments',
  'meanLikeness',
] as const

const yes = (is: boolean): number => (is ? 1 : 0)
const foundAt = (text: string, sign: string, otherwise: number): number => {
  const at = text.indexOf(sign)
  return at < 0 ? otherwise : at
}
/** Where the first sentence has no comma, or no stop. */
const NO_COMMA = 60
const NO_STOP = 200
/** Where a bracket holds who writes, or where. */
const OPENING = 20
/** How a fragment ends or starts, from sure to torn. */
const CODES = { paragraph: 0, open: 1, middle: 2 }

/** Two neighbouring fragments that would be of one text flow: the one at a place, and the next. */
export interface Join {
  readonly at: number
  /** Whether they are thought to be one paragraph; else they stand in one block. */
  readonly isLinked: boolean
}

/** The features of joins, in the order of {@link JOIN_FEATURES}. */
export function joinFeatures(
  fragments: readonly Fragment[],
  blocks: readonly Block[],
  joins: readonly Join[],
): readonly (readonly number[])[] {
  const norms = fragments.map(({ words }) => corpusNorm(words))
  const cosine = (a: number, b: number) => {
    const [left, right] = [fragments[a], fragments[b]]
    return left && right ? corpusCosine(left.words, right.words, (norms[a] ?? 0) * (norms[b] ?? 0)) : 0
  }
  const likeness = fragments.map((_, at) => (at === 0 ? 0 : cosine(at - 1, at)))
  const mean = likeness.reduce((sum, it) => sum + it, 0) / Math.max(1, fragments.length - 1)
  const texts = fragments.map(({ lines }) => textOf(lines))
  const display = blocks.filter(({ kind }) => kind === 'display')
  const body = blocks.filter(({ kind }) => kind === 'body').length
  const ofPage = [
    fragments.length / Math.max(1, body),
    display.length / Math.max(1, fragments.length),
    display.filter(({ isTight }) => isTight === true).length / Math.max(1, display.length),
    fragments.length,
    mean,
  ]
  // What stands behind one join stands before another.
  const windows = new Map<string, { readonly words: Set<number>; readonly norm: number }>()
  const window = (from: number, to: number) => {
    const key = `${from} ${to}`
    const known = windows.get(key)
    if (known) return known
    const words = new Set<number>()
    for (const fragment of fragments.slice(Math.max(0, from), Math.max(0, to)))
      for (const bigram of fragment.words) words.add(bigram)
    const made = { words, norm: corpusNorm(words) }
    windows.set(key, made)
    return made
  }
  const around = (at: number, size: number) => {
    const [a, b] = [window(at - size + 1, at + 1), window(at + 1, at + 1 + size)]
    return kinshipOf(corpusCosine(a.words, b.words, a.norm * b.norm))
  }
  const run = (at: number, step: 1 | -1) => {
    let length = 0
    for (
      let it = at;
      it >= 0 && it < fragments.length && fragments[it]?.block === fragments[at]?.block;
      it += step
    )
      length += texts[it]?.length ?? 0
    return Math.log1p(length)
  }
  return joins.map(({ at, isLinked }) => {
    const [left, right] = [fragments[at], fragments[at + 1]]
    const [last, first] = [texts[at] ?? '', texts[at + 1] ?? '']
    if (!left || !right) return []
    const near = cosine(at, at + 1)
    return [
      yes(left.block === right.block),
      yes(isLinked),
      CODES[left.end],
      CODES[right.start],
      right.block - left.block,
      kinshipOf(near),
      around(at, 2),
      around(at, 4),
      kinshipOf(near) - kinshipOf(mean),
      last.length,
      first.length,
      yes(left.lines.at(-1)?.endsText === true),
      yes(/[）)]$/u.test(last)),
      foundAt(first, '，', NO_COMMA),
      foundAt(first, '。', NO_STOP),
      yes(/[（(]/u.test(first.slice(0, OPENING))),
      yes(NEWS.test(first)),
      yes(GOES_ON.test(first)),
      yes(/^[“‘"]/u.test(first)),
      Math.abs(left.width - right.width),
      run(at, -1),
      run(at + 1, 1),
      ...ofPage,
    ]
  })
}
