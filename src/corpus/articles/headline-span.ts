import { corpusIdf } from '../wording/bigram-idf.ts'
import { type Bigrams, bigramsOf } from '../wording/bigrams.ts'
import { ANNOUNCES, goesOn, hasComma, OPENS_WITH_DASH } from '../wording/markers.ts'
import { HEADLINE_WEIGHTS } from './headline-weights.ts'

/** A phrase of a title, or the part of it that stands on one line. */
export interface TitlePiece {
  readonly text: string
  /** Its block, its segment in the block, and its line in the segment. */
  readonly block: number
  readonly segment: number
  readonly row: number
  /** Whether it goes on from the piece before, and whether a word or clause is torn there. */
  readonly isWrapped: boolean
  readonly isTorn: boolean
  /** How wide its line is printed. */
  readonly width: number
}

/** Pieces that stand together: the headline, behind the kicker and before the deck. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What tells that a span is the headline, in the order of its weights. */
const SIGNS = {
  isRule: ({ span, rule }) => Number(span.from === rule.from && span.to === rule.to),
  startsByRule: ({ span, rule }) => Number(span.from === rule.from),
  endsByRule: ({ span, rule }) => Number(span.to === rule.to),
  isFirst: ({ span }) => Number(span.from === 0),
  isLast: ({ after }) => Number(after.length === 0),
  startsBlock: ({ inside: [first], before }) =>
    Number(before.length > 0 && before.at(-1)?.block !== first?.block),
  endsBlock: ({ inside, after: [next] }) => Number(next !== undefined && inside.at(-1)?.block !== next.block),
  cuts: ({ ends }) => ends.filter((piece) => piece.isWrapped && !piece.isTorn).length,
  tears: ({ ends }) => ends.filter((piece) => piece.isTorn).length,
  parts: ({ inside, before, after: [next] }) =>
    Number(isOneLine(before.at(-1), inside[0])) + Number(isOneLine(inside.at(-1), next)),
  opening: ({ inside, words }) => words.share(inside, 'opening'),
  whole: ({ inside, words }) => words.share(inside, 'whole'),
  openingBefore: ({ before, words }) => words.share(before, 'opening'),
  openingAfter: ({ after, words }) => words.share(after, 'opening'),
  wholeAfter: ({ after, words }) => words.share(after, 'whole'),
  wholeBefore: ({ before, words }) => words.share(before, 'whole'),
  leastOpening: ({ inside, words }) => Math.min(...inside.map((piece) => words.share([piece], 'opening'))),
  leastWhole: ({ inside, words }) => Math.min(...inside.map((piece) => words.share([piece], 'whole'))),
  length: ({ text }) => Math.min(60, text.length) / 20,
  isLabel: ({ text }) => Number(text.length <= 5),
  isShort: ({ text }) => Number(text.length <= 8),
  isLong: ({ text }) => Number(text.length > 28),
  isVeryLong: ({ text }) => Number(text.length > 40),
  rows: ({ inside }) => rowsOf(inside) / 3,
  manyRows: ({ inside }) => Number(rowsOf(inside) > 3),
  isAnnounced: ({ before }) => Number(ANNOUNCES.test(before.at(-1)?.text ?? '')),
  announces: ({ inside }) => Number(ANNOUNCES.test(inside.at(-1)?.text ?? '')),
  dashBehind: ({ after: [next] }) => Number(OPENS_WITH_DASH.test(next?.text ?? '')),
  dashBefore: ({ inside: [first] }) => Number(OPENS_WITH_DASH.test(first?.text ?? '')),
  markBehind: ({ after: [next] }) => Number(MARK.test(next?.text ?? '')),
  markBefore: ({ inside: [first] }) => Number(MARK.test(first?.text ?? '')),
  hangsBehind: ({ after: [next] }) => Number(HANGS.test(next?.text ?? '')),
  hangs: ({ inside: [first] }) => Number(HANGS.test(first?.text ?? '')),
  isOpen: ({ text }) => Number(goesOn(text)),
  isOpenBefore: ({ before }) => Number(goesOn(textOf(before))),
  comma: ({ text }) => Number(hasComma(text)),
  commaBefore: ({ before }) => Number(before.some((piece) => hasComma(piece.text))),
  commaAfter: ({ after }) => Number(after.some((piece) => hasComma(piece.text))),
  attends: ({ inside }) => Number(inside.length > 1 && ATTENDS.test(inside.at(-1)?.text ?? '')),
  attendsBehind: ({ after: [next] }) => Number(ATTENDS.test(next?.text ?? '')),
  bracket: ({ inside: [first] }) => Number(/^[（(［[]/u.test(first?.text ?? '')),
  picture: ({ text }) => Number(/[摄图][）)]?$|[（(][^）)]*$/u.test(text)),
  widerThanBefore: ({ inside: [first], before }) => step(before.at(-1), first),
  widthUnlikeBefore: ({ inside: [first], before }) => Math.abs(step(before.at(-1), first)),
  widerBehind: ({ inside, after: [next] }) => step(inside.at(-1), next),
  widthUnlikeBehind: ({ inside, after: [next] }) => Math.abs(step(inside.at(-1), next)),
  ragged: ({ inside }) => {
    const widths = inside.map(({ width }) => width)
    return Math.min(2, (Math.max(...widths) - Math.min(...widths)) / 10)
  },
  labelBefore: ({ before }) => Number(before.length > 0 && textOf(before).length <= 6),
  lengthBefore: ({ before }) => Math.min(60, textOf(before).length) / 20,
  lengthAfter: ({ after }) => Math.min(60, textOf(after).length) / 20,
} satisfies Record<string, (seen: Seen) => number>

/** Names of what tells, in the order of the weights. */
export const HEADLINE_SIGNS: readonly (keyof typeof SIGNS)[] = Object.keys(SIGNS) as (keyof typeof SIGNS)[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- its own keys

/** A span that may be the headline, and what stands around it. */
interface Seen {
  readonly span: Span
  readonly rule: Span
  readonly before: readonly TitlePiece[]
  readonly inside: readonly TitlePiece[]
  readonly after: readonly TitlePiece[]
  /** The first piece of the span and the one behind it: where it is cut out of the title. */
  readonly ends: readonly TitlePiece[]
  readonly text: string
  readonly words: TitleWords
}

const MARK = /^[●■◆▲○【［]/u
/** Phrases that hang on the one before: they have no subject of their own, or ask about it. */
const HANGS = /^[再又还也并将已仍均即更让把为与]|[？?]$/u
const ATTENDS = /(?:出席|主持|讲话|致辞)(?:会议|活动)?$/u

/** Titles of more pieces are misread text, or many titles in one. */
const MOST_PIECES = 12
/** By how much another span must be likelier than that of the rules, in log-odds: seven to one. */
const BETTER = 2

/**
 * The pieces of a title that are its headline.
 * @param rule what the rules of wrap, wording and order say
 * @param body the text of the article, whose opening says again what its headline says
 * @param weights of the signs, for the bench
 */
export function likeliestHeadline(
  pieces: readonly TitlePiece[],
  rule: Span,
  body: string,
  weights = HEADLINE_WEIGHTS,
): Span {
  let [best, most] = [rule, Number.NEGATIVE_INFINITY]
  let byRule = Number.NEGATIVE_INFINITY
  for (const { span, values } of headlineSpans(pieces, rule, body)) {
    const worth = values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
    if (span.from === rule.from && span.to === rule.to) byRule = worth
    if (worth > most) [best, most] = [span, worth]
  }
  return most > byRule + BETTER ? best : rule
}

/** The spans of a title that may be its headline, with what tells about each; none where there is no choice. */
export function headlineSpans(
  pieces: readonly TitlePiece[],
  rule: Span,
  body: string,
): readonly { readonly span: Span; readonly values: readonly number[] }[] {
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return []
  const words = wordsOf(pieces, body)
  return pieces
    .flatMap((_, from) => pieces.slice(from).map((_, more): Span => ({ from, to: from + more + 1 })))
    .filter((span) => isWithin(span, rule) || isBeside(span, rule))
    .map((span) => {
      const seen = look(pieces, span, rule, words)
      return { span, values: HEADLINE_SIGNS.map((sign) => SIGNS[sign](seen)) }
    })
}

/** Papers differ in whether a kicker is part of the headline: what the rules part is never joined. */
const isWithin = (span: Span, rule: Span): boolean => span.from >= rule.from && span.to <= rule.to
const isBeside = (span: Span, rule: Span): boolean => span.to <= rule.from || span.from >= rule.to

function look(pieces: readonly TitlePiece[], span: Span, rule: Span, words: TitleWords): Seen {
  const inside = pieces.slice(span.from, span.to)
  return {
    span,
    rule,
    before: pieces.slice(0, span.from),
    inside,
    after: pieces.slice(span.to),
    ends: pieces.filter((_, at) => at === span.from || at === span.to),
    text: textOf(inside),
    words,
  }
}

const textOf = (pieces: readonly TitlePiece[]): string => pieces.map(({ text }) => text).join('')

const isOneLine = (one: TitlePiece | undefined, other: TitlePiece | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.block === other.block &&
  one.segment === other.segment &&
  one.row === other.row

const rowsOf = (pieces: readonly TitlePiece[]): number =>
  pieces.filter((piece, at) => !isOneLine(pieces[at - 1], piece)).length

/** By how much one line is wider than the one over it, in tens of characters. */
const step = (above: TitlePiece | undefined, below: TitlePiece | undefined): number =>
  above && below ? Math.max(-1, Math.min(1, (below.width - above.width) / 10)) : 0

/** In UTF-16 units. */
const OPENING = 160

interface TitleWords {
  /** The share of the words of pieces, by how rare they are, that the article holds; 0 of none. */
  share(pieces: readonly TitlePiece[], where: 'opening' | 'whole'): number
}

function wordsOf(pieces: readonly TitlePiece[], body: string): TitleWords {
  const [opening, whole] = [bigramsOf(body.slice(0, OPENING)), bigramsOf(body)]
  const weighed = new Map(pieces.map((piece) => [piece, weigh(bigramsOf(piece.text), opening, whole)]))
  return {
    share(some, where) {
      let [held, all] = [0, 0]
      for (const piece of some) {
        const own = weighed.get(piece)
        held += own?.[where] ?? 0
        all += own?.all ?? 0
      }
      return all === 0 ? 0 : held / all
    },
  }
}

function weigh(words: Bigrams, opening: Bigrams, whole: Bigrams) {
  const weights = { all: 0, opening: 0, whole: 0 }
  for (const word of words) {
    const weight = corpusIdf(word)
    weights.all += weight
    if (opening.has(word)) weights.opening += weight
    if (whole.has(word)) weights.whole += weight
  }
  return weights
}
