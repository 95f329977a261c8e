import type { Article } from '../../domain/index.ts'
import {
  mergeRanges,
  normalise,
  normaliseWithPositions,
  sentencesOf,
  type TextRange,
  type Tokeniser,
} from '../../language/index.ts'
import { findLiteral, type Literal } from '../query/literal.ts'
import { clipAround } from './clip.ts'

/** Whole sentences of an article around what was asked for. */
export interface Excerpt {
  /** As printed, from one paragraph; `…` where a sentence too long was cut, between words. */
  readonly text: string
  /** What matched, in UTF-16 units of `text`, ascending, not overlapping. */
  readonly highlights: readonly TextRange[]
}

interface Window {
  readonly paragraph: string
  readonly range: TextRange
  readonly found: ReadonlySet<Literal>
  readonly weight: number
}

interface ExcerptOptions {
  /** Of one excerpt, in UTF-16 units. */
  readonly length: number
  /** Excerpts at most. */
  readonly count: number
  /** Knows the words that a cut must not go through. */
  readonly tokeniser: Tokeniser
}

/** The sentences of an article that show best why it was found. The same whichever index found it. */
export function excerptsOf(
  article: Article,
  literals: readonly Literal[],
  options: ExcerptOptions,
): readonly Excerpt[] {
  const { length, count } = options
  const text = [...article.paragraphs, ...article.captions]
  const display = [...article.deck, ...article.kicker, ...article.subheads.map((it) => it.text)]
  const inText = text.flatMap((paragraph) => windowsOf(paragraph, literals, length))
  // Display lines show little more than the headline does: they serve where the text has nothing to show.
  const inDisplay = display.flatMap((line) => windowsOf(line, literals, length))
  const windows = [...inText, ...inDisplay.map((it) => Object.assign({}, it, { weight: 0 }))]
  const chosen: Window[] = []
  const shown = new Set<Literal>()
  while (chosen.length < count) {
    const best = windows.reduce<Window | undefined>((best, it) => {
      const gain = gainOf(it, shown)
      return gain > 0 && (best === undefined || gain > gainOf(best, shown)) ? it : best
    }, undefined)
    if (best === undefined) break
    chosen.push(best)
    for (const literal of best.found) shown.add(literal)
  }
  for (const [at, it] of chosen.entries()) chosen[at] = widened(it, chosen, length)
  if (chosen.length > 0) return chosen.map((it) => toExcerpt(it, literals, options))
  const opening = text[0] ?? display[0]
  return opening === undefined ? [] : [openingOf(opening, options)]
}

/** What matched in a text, in UTF-16 units, ascending, not overlapping. */
export function highlightsOf(text: string, literals: readonly Literal[]): readonly TextRange[] {
  const normal = normaliseWithPositions(text)
  return mergeRanges(
    literals
      .flatMap((literal) => findLiteral(normal.text, literal))
      .map(([from, to]) => normal.toOriginal(from, to)),
  )
}

function gainOf({ found, weight }: Window, shown: ReadonlySet<Literal>): number {
  let gain = 0
  for (const literal of found) if (!shown.has(literal)) gain += literal.length
  return gain === 0 ? 0 : gain + weight
}

/**
 * Every stretch of sentences that begins and ends with a hit, shows more than any shorter one from there and is short enough, or
 * one sentence if it is not.
 */
function windowsOf(paragraph: string, literals: readonly Literal[], length: number): Window[] {
  const whole = normalise(paragraph)
  const here = literals.filter((literal) => findLiteral(whole, literal, 1).length > 0)
  if (here.length === 0) return []
  const sentences = sentencesOf(paragraph).map((range) => {
    const text = normalise(paragraph.slice(...range))
    return { range, found: here.filter((literal) => findLiteral(text, literal, 1).length > 0) }
  })
  const windows: Window[] = []
  for (const [i, { range, found: first }] of sentences.entries()) {
    if (first.length === 0) continue
    const found = new Set<Literal>()
    for (let j = i; j < sentences.length; j++) {
      const next = sentences[j]
      if (next === undefined) break
      const end = next.range[1]
      if (j > i && end - range[0] > length) break
      const before = found.size
      for (const literal of next.found) found.add(literal)
      // Among windows that show the same words the shorter is easier to read, the earlier more to the point.
      if (j > i && found.size === before) continue
      windows.push({
        paragraph,
        range: [range[0], end],
        found: new Set(found),
        weight: 1 / (1 + end - range[0]),
      })
    }
  }
  return windows
}

/** Shorter ones say little by themselves (限本市使用。), in UTF-16 units. */
const THIN = 16

/** A thin window with the sentence behind it, or else before it, if that is shown nowhere else and there is room. */
function widened(window: Window, chosen: readonly Window[], length: number): Window {
  const { paragraph, range } = window
  const [from, to] = range
  if (to - from >= THIN) return window
  const sentences = sentencesOf(paragraph)
  const isFree = (start: number, end: number) =>
    end - start <= length &&
    !chosen.some(
      (it) => it !== window && it.paragraph === paragraph && it.range[0] < end && it.range[1] > start,
    )
  const behind = sentences.find(([start]) => start >= to)
  if (behind && isFree(from, behind[1])) return { ...window, range: [from, behind[1]] }
  const before = sentences.findLast(([, end]) => end <= from)
  return before && isFree(before[0], to) ? { ...window, range: [before[0], to] } : window
}

function toExcerpt(
  { paragraph, range }: Window,
  literals: readonly Literal[],
  options: ExcerptOptions,
): Excerpt {
  const text = fitted(paragraph.slice(...range), literals, options)
  return { text, highlights: highlightsOf(text, literals) }
}

function openingOf(paragraph: string, options: ExcerptOptions): Excerpt {
  const sentences = sentencesOf(paragraph)
  const start = sentences[0]?.[0] ?? 0
  const end = sentences.findLast(([, to]) => to - start <= options.length)?.[1]
  return { text: fitted(paragraph.slice(start, end ?? sentences[0]?.[1]), [], options), highlights: [] }
}

function fitted(text: string, literals: readonly Literal[], { length, tokeniser }: ExcerptOptions): string {
  return text.length <= length
    ? text
    : clipAround(text, highlightsOf(text, literals), tokeniser.wordsOf(text), length)
}
