/**
 * Fits which part of a title is the headline: `node --import tsx bench/reader-titles.ts FOLDER [--write]`, a folder of
 * measuring data. It is fitted on the titles of articles whose text was read rightly, in any reading of their page.
 * Prints how many headlines are right by rules and by the weights of the other sources; `--write` writes the weights fitted
 * on all (headline-weights.ts).
 */

import { writeFileSync } from 'node:fs'
import { partCredits } from '../src/corpus/articles/credits.ts'
import { HEADLINE_SIGNS, headlineSpans, likeliestHeadline } from '../src/corpus/articles/headline-span.ts'
import { readingsOf } from '../src/corpus/articles/readings.ts'
import { titlePieces } from '../src/corpus/articles/title.ts'
import { toLines } from '../src/corpus/layout/line.ts'
import { cutPageSegments } from '../src/corpus/layout/page-segment.ts'
import { descend } from './adam.ts'
import { letters } from './reader/places.ts'
import { type GoldPage, readSets } from './reader/sets.ts'
import { matchArticles } from './reader-score.ts'

type Title = ReturnType<typeof titlePieces>

/** The title of an article, and which of its spans are the printed headline; none if a piece of it is missing. */
interface TitleExample extends Title {
  readonly set: string
  readonly source: string
  readonly body: string
  readonly spans: readonly { readonly values: readonly number[]; readonly isRight: boolean }[]
  readonly wanted: string
}

const RATE = 0.05
const ROUNDS = 300
const RIDGE = 0.002

const [folder = '', write = ''] = process.argv.slice(2)
const sets = readSets(folder)
const sources = [...new Set(sets.map(({ source }) => source))]
const examples = sets.flatMap(({ name, source, pages }) =>
  pages.flatMap((page) => examplesOf(page, name, source)),
)

console.log(
  '| set, its source left out | titles of several pieces | right by rules | by weights |\n|---|--:|--:|--:|',
)
for (const source of sources) {
  const weights = fit(examples.filter((it) => it.source !== source))
  for (const { name } of sets.filter((set) => set.source === source)) {
    const own = examples.filter(({ set }) => set === name)
    const byRule = own.filter(({ pieces, rule, wanted }) => headlineOf(pieces, rule) === wanted).length
    const byWeights = own.filter(
      ({ pieces, rule, body, wanted }) =>
        headlineOf(pieces, likeliestHeadline(pieces, rule, body, weights)) === wanted,
    ).length
    console.log(
      `| ${name} | ${own.length} | ${share(byRule, own.length)} | ${share(byWeights, own.length)} |`,
    )
  }
}
const final = fit(examples)
const table = HEADLINE_SIGNS.map((sign, at) => `  ${(final[at] ?? 0).toFixed(2)}, // ${sign}`).join('\n')
console.log(table)
if (write === '--write')
  writeFileSync(
    'src/corpus/articles/headline-weights.ts',
    `/** What each sign of headline-span.ts weighs, in log-odds, made by \`bench/reader-titles.ts\`. */\nexport const HEADLINE_WEIGHTS: readonly number[] = [\n${table}\n]\n`,
  )

function examplesOf({ text, gold }: GoldPage, set: string, source: string): TitleExample[] {
  const known = new Set<string>()
  const segments = cutPageSegments(toLines(text)).map((lines) => readingsOf(lines).map((read) => read()))
  const count = Math.max(0, ...segments.map(({ length }) => length))
  return Array.from({ length: count }, (_, at) =>
    segments.flatMap((readings) => readings[at]?.articles ?? []),
  ).flatMap((articles) => {
    const drafts = new Map(articles.map((it) => [it.text, it.draft]))
    const found = matchArticles(gold, [...drafts.keys()]).filter(({ isFound }) => isFound)
    return found.flatMap(({ wanted, found: own }): TitleExample[] => {
      const draft = drafts.get(own)
      if (!draft || letters(wanted.headline) === '') return []
      const body = own.paragraphs.join('\n')
      const { titles } = partCredits([...draft.kicker, ...draft.headline, ...draft.deck], body)
      const { pieces: all, rule, deck } = titlePieces(titles, body)
      const pieces = all.slice(0, deck)
      const key = JSON.stringify([wanted.headline, pieces.map((piece) => piece.text), rule])
      if (pieces.length < 2 || known.has(key)) return []
      known.add(key)
      const right = letters(wanted.headline)
      const spans = headlineSpans(pieces, rule, body).map(({ span, values }) => ({
        values,
        isRight: headlineOf(pieces, span) === right,
      }))
      return [{ set, source, pieces, rule, deck, body, spans, wanted: right }]
    })
  })
}

/** Softmax regression over the spans of each title; every source weighs the square root of its size. */
function fit(all: readonly TitleExample[]): readonly number[] {
  const taught = all.filter(({ spans }) => spans.some(({ isRight }) => isRight))
  const sizes = new Map<string, number>()
  for (const { source } of taught) sizes.set(source, (sizes.get(source) ?? 0) + 1)
  const shares = taught.map(({ source }) => 1 / Math.sqrt(sizes.get(source) ?? 1))
  const total = shares.reduce((sum, it) => sum + it, 0)
  return descend(HEADLINE_SIGNS.length, { rate: RATE, rounds: ROUNDS }, (weights) => {
    const slope = weights.map((weight) => RIDGE * weight)
    for (const [at, { spans }] of taught.entries()) {
      const worth = spans.map(({ values }) =>
        Math.exp(values.reduce((sum, value, key) => sum + value * (weights[key] ?? 0), 0)),
      )
      const [sum, rightSum] = [worth, worth.filter((_, span) => spans[span]?.isRight)].map((some) =>
        some.reduce((a, b) => a + b, 0),
      )
      for (const [span, { values, isRight }] of spans.entries()) {
        const own = worth[span] ?? 0
        const error = ((own / (sum ?? 1) - (isRight ? own / (rightSum ?? 1) : 0)) * (shares[at] ?? 0)) / total
        for (let key = 0; key < values.length; key++)
          slope[key] = (slope[key] ?? 0) + error * (values[key] ?? 0)
      }
    }
    return slope
  })
}

function headlineOf(
  pieces: Title['pieces'],
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return letters(
    pieces
      .slice(from, to)
      .map(({ text }) => text)
      .join(''),
  )
}

function share(some: number, all: number): string {
  return all === 0 ? '–' : (some / all).toFixed(3)
}
