import type { Block } from '../layout/block.ts'
import { textOf } from '../layout/group.ts'
import { corpusCosine, corpusNorm } from '../wording/bigram-idf.ts'
import { coverage } from '../wording/bigrams.ts'
import { isLoneDateline, isNote, JUMP_ON, phrasesOf } from '../wording/markers.ts'
import { readSignature } from '../wording/signature.ts'
import { WEIGHTS } from './continuation-weights.ts'
import type { Fragment } from './fragment.ts'
import { GOES_ON, kinshipOf, NEWS } from './seam-evidence.ts'
import type { TextFlow } from './text-flow.ts'
import { LONGEST_LABEL, type TitleBlock } from './title-block.ts'

/** That one text flow goes on in another. */
export interface ContinuationCandidate {
  readonly from: number
  readonly to: number
  /** Log-odds that the two are of one article, apart from what headlines tell. */
  readonly score: number
  /** Display blocks between, by index; sub-heads if the two are of one article. */
  readonly subheads: readonly number[]
  /** What the log-odds are made of; displaced parts have none. */
  readonly evidence?: Evidence
}

/** Evidence on whether a text flow goes on in the next one of the file. Values are 0 or 1, or a share. */
export interface Evidence {
  readonly signed: number
  readonly narrowTitle: number
  readonly quotedTitle: number
  readonly longTitle: number
  readonly wideTitle: number
  readonly moreTitles: number
  /** Two titles or more, each as long as a headline and none taken from the text. */
  readonly headlines: number
  /** A label of a few characters over another title: a new article of a series. */
  readonly labelled: number
  /** A title of four phrases or more: a kicker and a headline. */
  readonly manyPhrases: number
  /** A title of one line that no blank line sets off. */
  readonly tightTitle: number
  /** A title of a page that is not wrapped, by its length: 1 from as many characters as headlines have. */
  readonly unwrappedTitle: number
  /** A title worded like those of other sections. */
  readonly section: number
  readonly otherWidth: number
  readonly attended: number
  readonly news: number
  readonly goesOn: number
  readonly cohesion: number
  /** Likeness of their words, those of a corpus of news counting for less: as a logarithm, 0 for an even chance. */
  readonly kinship: number
  /** The same where a title stands between. */
  readonly titledKinship: number
  /** Other boundaries nearby with a title of as many lines, nothing signed between: two or more make it 1. */
  readonly sisters: number
  /** Mean kinship at those boundaries: low where each title heads a piece of news. */
  readonly sisterKinship: number
}

const NO_EVIDENCE: Evidence = {
  signed: 0,
  narrowTitle: 0,
  quotedTitle: 0,
  longTitle: 0,
  wideTitle: 0,
  moreTitles: 0,
  headlines: 0,
  labelled: 0,
  manyPhrases: 0,
  tightTitle: 0,
  unwrappedTitle: 0,
  section: 0,
  otherWidth: 0,
  attended: 0,
  news: 0,
  goesOn: 0,
  cohesion: 0,
  kinship: 0,
  titledKinship: 0,
  sisters: 0,
  sisterKinship: 0,
}

/** What is looked through for continuation candidates. */
export interface PageSegment {
  readonly fragments: readonly Fragment[]
  readonly flows: readonly TextFlow[]
  readonly blocks: readonly Block[]
  readonly titleBlocks: readonly TitleBlock[]
}

/** How many fragments that belong elsewhere may stand between a text flow and the one that it goes on in. */
const LONGEST_SKIP = 6
/** A text flow that is torn in two may go on behind either part; behind the first is the rarer case. */
const BEHIND_JUMP = -1
const BEHIND_FOOT = -2
const SKIPPED = -0.5
/** What opens by its wording amid an article is the rarer case, too. */
const OPENS_AMID = -1

/**
 * Neighbours in the file that may follow one another, with the more likely first. A text flow that opens an article
 * follows none, unless it may be cited in one. A text flow may have several followers to choose from.
 * @param bias in log-odds, for each of them
 */
export const continuationCandidates = (page: PageSegment, bias = 0): readonly ContinuationCandidate[] =>
  weighedCandidates(page)
    .map(({ from, to, subheads, malus, evidence }) => ({
      from,
      to,
      subheads,
      evidence,
      score: logOdds(evidence) + malus + bias,
    }))
    .toSorted((a, b) => a.from - b.from || b.score - a.score)

/** A continuation candidate before its evidence is summed up; the weights are fitted on these. */
interface WeighedCandidate {
  readonly from: number
  readonly to: number
  readonly subheads: readonly number[]
  /** What its place takes from its log-odds. */
  readonly malus: number
  readonly evidence: Evidence
}

/** The continuation candidates of a page segment with their evidence, in file order. */
export function weighedCandidates(page: PageSegment): readonly WeighedCandidate[] {
  const { flows, titleBlocks, fragments } = page
  const norms = flows.map(({ words }) => corpusNorm(words))
  const byFragment = new Map(flows.map((flow, at) => [flow.firstFragment, at]))
  const found: (Boundary & WeighedCandidate)[] = []
  for (const [from, left] of flows.entries())
    for (const end of [left.lastFragment, ...left.jumps]) {
      let start = end + 1
      while (start - end <= LONGEST_SKIP && start < fragments.length && !byFragment.has(start)) start++
      const to = byFragment.get(start) ?? -1
      const [endFragment, right] = [fragments[end], flows[to]]
      if (!endFragment || !right || to === from) continue
      if (end === left.lastFragment && endFragment.end === 'middle') continue
      const [after, before] = [endFragment.block, right.first.block]
      const subheads = titleBlocks.flatMap(({ place }, at) => (place > after && place < before ? [at] : []))
      const isNext = start === end + 1
      if (right.opens && !(isNext && subheads.length === 0 && opensAmid(left, right))) continue
      const malus = placeMalus(left, end) + (isNext ? 0 : SKIPPED) + (right.opens ? OPENS_AMID : 0)
      found.push({ from, to, end, subheads, malus, evidence: weigh(page, { from, to, end }, norms) })
    }
  const sizes = found.map(({ evidence, subheads }) =>
    evidence.signed || evidence.quotedTitle ? 0 : titleLines(titleBlocks, subheads),
  )
  const stretches = stretchesOf(flows, found)
  return found.map(({ from, to, subheads, malus, evidence }, at) => {
    const size = sizes[at] ?? 0
    const alike =
      size === 0
        ? []
        : found.filter((it, other) => sizes[other] === size && stretches[it.from] === stretches[from])
    const sisters = Math.min(2, Math.max(0, alike.length - 1)) / 2
    const sisterKinship =
      sisters === 0 ? 0 : alike.reduce((sum, it) => sum + it.evidence.kinship, 0) / alike.length
    // Sections of one article may speak of quite different things.
    const titledKinship = evidence.titledKinship * (evidence.titledKinship < 0 ? 1 - sisters : 1)
    return { from, to, subheads, malus, evidence: { ...evidence, sisters, sisterKinship, titledKinship } }
  })
}

/**
 * Whether a text flow that opens by its wording may stand amid an article: another dispatch that is cited (据新华社…电), what
 * a dateline set alone opens, or a credit in brackets.
 */
const opensAmid = (left: TextFlow, right: TextFlow): boolean =>
  /^[（(]?据/u.test(right.text) || isLoneDateline(left.text) || isNote(right.text)

/**
 * A text flow whose last fragment stands before the rest of it ends with the foot of a column that was moved: what
 * follows it in the file follows something else.
 */
function placeMalus({ lastFragment, jumps }: TextFlow, end: number): number {
  const isMovedFoot = jumps.some((jump) => jump > lastFragment)
  if (end === lastFragment) return isMovedFoot ? BEHIND_FOOT : 0
  return isMovedFoot ? 0 : BEHIND_JUMP
}

/** Numbers the stretches of text flows between which nothing is signed and nothing opens by its wording. */
function stretchesOf(
  flows: readonly TextFlow[],
  boundaries: readonly { readonly from: number; readonly evidence: Evidence }[],
): readonly number[] {
  const signed = new Set(boundaries.flatMap(({ from, evidence }) => (evidence.signed ? [from] : [])))
  let stretch = 0
  return flows.map(({ opens }, at) => {
    if (opens || signed.has(at - 1)) stretch++
    return stretch
  })
}

/** Lines of the one title at a boundary; 0 where there are none or more. */
const titleLines = (titleBlocks: readonly TitleBlock[], subheads: readonly number[]): number =>
  subheads.length === 1 ? (titleBlocks[subheads[0] ?? -1]?.block.lines.length ?? 0) : 0

/** The kinds of evidence, in the order of the weights. */
export const EVIDENCE = [
  'signed',
  'narrowTitle',
  'quotedTitle',
  'longTitle',
  'wideTitle',
  'moreTitles',
  'headlines',
  'labelled',
  'manyPhrases',
  'tightTitle',
  'unwrappedTitle',
  'section',
  'otherWidth',
  'attended',
  'news',
  'goesOn',
  'cohesion',
  'kinship',
  'titledKinship',
  'sisters',
  'sisterKinship',
] as const

function logOdds(evidence: Evidence): number {
  let sum = WEIGHTS.bias
  for (const key of EVIDENCE) sum += evidence[key] * WEIGHTS[key]
  return sum
}

const ATTENDED = /(?:参加|陪同|出席)[^。，]{0,14}。$/u
/** In UTF-16 units. */
const SHORTEST_HEADLINE = 8

const isLikeHeadline = (title: TitleBlock): boolean =>
  !title.quoted && !title.marked && title.series === undefined && title.text.length >= SHORTEST_HEADLINE

/** A boundary: between a text flow, at the end of one of its fragments, and another. */
interface Boundary {
  readonly from: number
  readonly to: number
  /** Place of the fragment that the first text flow ends with here. */
  readonly end: number
}

const yes = (is: boolean): number => (is ? 1 : 0)

function weigh(
  { fragments, flows, blocks, titleBlocks }: PageSegment,
  { from, to, end }: Boundary,
  norms: readonly number[],
): Evidence {
  const [left, right, last] = [flows[from], flows[to], fragments[end]]
  if (!left || !right || !last) return NO_EVIDENCE
  const between = blocks.slice(last.block + 1, right.first.block)
  const titles = titleBlocks.filter(({ place }) => place > last.block && place < right.first.block)
  const [title] = titles
  const width = right.first.width
  const lines = title?.block.lines ?? []
  const phrases = title === undefined ? 0 : phrasesOf(title.text).length
  const widest = Math.max(0, ...lines.map((line) => line.width))
  const lastParagraph = textOf(last.lines)
  const cosine = corpusCosine(left.words, right.words, (norms[from] ?? 0) * (norms[to] ?? 0))
  const sure = Math.min(1, Math.min(left.words.size, right.words.size) / ENOUGH_WORDS)
  const kinship = sure * Math.min(MOST_KINSHIP, kinshipOf(cosine))
  return {
    signed: yes(
      between.some(({ kind }) => kind === 'byline' || kind === 'dateline') ||
        readSignature(lastParagraph) !== undefined ||
        JUMP_ON.test(lastParagraph),
    ),
    narrowTitle: yes(title !== undefined && !title.quoted && lines.length === 1 && widest <= width),
    quotedTitle: yes(title?.quoted === true),
    longTitle: yes(title !== undefined && !title.quoted && (lines.length > 1 || phrases > 2)),
    wideTitle: yes(title !== undefined && ((width > 0 && widest > width + 1) || phrases > 3)),
    moreTitles: yes(titles.length > 1),
    headlines: yes(titles.filter(isLikeHeadline).length > 1),
    labelled: yes(titles.length > 1 && (title?.text.length ?? 0) <= LONGEST_LABEL),
    manyPhrases: yes(phrases > 3),
    tightTitle: yes(titles.length === 1 && title?.block.isTight === true && lines.length === 1),
    unwrappedTitle: yes(title !== undefined && width === 0 && !title.marked && title.text.length >= 14),
    section: yes(title?.series !== undefined || title?.marked === true),
    otherWidth: yes(Math.abs(last.width - width) > 1.2),
    attended: yes(ATTENDED.test(lastParagraph) && lastParagraph.length < 60),
    news: yes(NEWS.test(right.text)),
    goesOn: yes(GOES_ON.test(right.text)),
    cohesion: Math.max(coverage(left.telling, right.words), coverage(right.telling, left.words)),
    kinship,
    titledKinship: title === undefined ? 0 : kinship,
    sisters: 0,
    sisterKinship: 0,
  }
}

/** Texts that are more alike than this, as a logarithm, may as well repeat a form. */
const MOST_KINSHIP = 1.2
/** Pairs of characters from which on a text tells what it is about; fewer count for less. */
const ENOUGH_WORDS = 80
