import type { TextRange } from '../language/index.ts'
import type { WeighedForm } from './best-form.ts'
import type { FoundWord } from './words-in.ts'

/** How a stretch that may answer stands to the words of the topic; shares and flags are from 0 to 1. */
export interface Closeness {
  /** How much of the topic stands in the clause of the stretch alone. */
  readonly ownClause: number
  /** How much of it stands right before the stretch, and right behind it. */
  readonly rightBefore: number
  readonly rightBehind: number
  /** A word of the topic touches it: 加蓬*总统*恩圭马. */
  readonly touches: number
  /** The same behind it: *52岁*的钱海军. */
  readonly touchedBehind: number
  /** How near what is asked of the topic stands; then whether no other stretch that fits as well stands nearer to it. */
  readonly predicateGap: number
  readonly isNearest: number
  /** The headline holds it too. */
  readonly inHeadlineToo: number
  /** 1 for the first stretch of a sentence, less for those behind it. */
  readonly order: number
}

/** Characters that stand right before or behind a stretch. */
const REACH = 10
/** Gap at which a word is half as near. */
const HALF = 6
const BREAK = /[,;:。、]/u
const LINK = /^(?:的|是|为|:|“)?$/u
const LINK_BEHIND = /^[的“]?$/u

/**
 * Tells how a stretch of a sentence stands to the words of the topic that the sentence holds.
 * @param form the stretch; all is 0 without one
 * @param forms all stretches of the sentence that may answer
 * @param found the words of the topic in the sentence
 * @param predicate what is asked of the topic, if the sentence says it; else the word that says most stands for it
 * @param total what all words of the topic weigh together, above 0
 */
export function closenessOf(
  sentence: string,
  headline: string,
  {
    form,
    forms,
    found,
    predicate,
    total,
  }: {
    readonly form: WeighedForm | undefined
    readonly forms: readonly WeighedForm[]
    readonly found: readonly FoundWord[]
    readonly predicate: FoundWord | undefined
    readonly total: number
  },
): Closeness {
  if (form === undefined)
    return {
      ownClause: 0,
      rightBefore: 0,
      rightBehind: 0,
      touches: 0,
      touchedBehind: 0,
      predicateGap: 0,
      isNearest: 0,
      inHeadlineToo: 0,
      order: 0,
    }
  const { range } = form
  const [from, to] = clauseOf(sentence, range)
  let [ownClause, rightBefore, rightBehind, touches, touchedBehind] = [0, 0, 0, 0, 0]
  for (const { places, weight, text } of found) {
    if (places.some((at) => at >= from && at < to)) ownClause += weight
    if (places.some((at) => at + text.length <= range[0] && range[0] - at - text.length <= REACH))
      rightBefore += weight
    if (places.some((at) => at >= range[1] && at - range[1] <= REACH)) rightBehind += weight
    if (
      text.length > 1 &&
      places.some(
        (at) => at + text.length <= range[0] && LINK.test(sentence.slice(at + text.length, range[0])),
      )
    )
      touches = 1
    if (
      text.length > 1 &&
      places.some((at) => at >= range[1] && LINK_BEHIND.test(sentence.slice(range[1], at)))
    )
      touchedBehind = 1
  }
  const asked =
    predicate ??
    found.reduce((a: FoundWord | undefined, it) => (a && a.weight >= it.weight ? a : it), undefined)
  const gap = asked === undefined ? undefined : gapTo(asked, range)
  const others = forms.filter((it) => it !== form && it.fit >= form.fit)
  return {
    ownClause: ownClause / total,
    rightBefore: rightBefore / total,
    rightBehind: rightBehind / total,
    touches,
    touchedBehind,
    predicateGap: gap === undefined ? 0 : 1 / (1 + gap / HALF),
    isNearest: asked !== undefined && others.every((it) => gapTo(asked, it.range) >= (gap ?? 0)) ? 1 : 0,
    inHeadlineToo: range[1] - range[0] > 1 && headline.includes(sentence.slice(...range)) ? 1 : 0,
    order: 1 / (1 + forms.filter((it) => it.range[0] < range[0]).length),
  }
}

/** The clause that a stretch stands in: from mark to mark. */
export function clauseOf(sentence: string, [start, end]: TextRange): TextRange {
  let [from, to] = [start, end]
  while (from > 0 && !BREAK.test(sentence.charAt(from - 1))) from--
  while (to < sentence.length && !BREAK.test(sentence.charAt(to))) to++
  return [from, to]
}

const gapTo = ({ places, text }: FoundWord, [from, to]: TextRange): number =>
  Math.min(
    ...places.map((at) => (at + text.length <= from ? from - at - text.length : at >= to ? at - to : 0)),
  )
