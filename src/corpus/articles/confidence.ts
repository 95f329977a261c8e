import type { Article, Confidence } from '../../domain/index.ts'
import { SURE_MARGIN } from '../arrangement/arrangement-evidence.ts'
import type { Draft } from '../arrangement/draft.ts'
import { goesOn, isNote, opensArticle, phrasesOf } from '../wording/markers.ts'
import { likenessOf, type Meaning, meaningOf, meaningOfAll, NO_MEANING } from '../wording/meaning.ts'
import { CONFIDENCE_WEIGHTS } from './confidence-weights.ts'
import { NO_HEADLINE_FOUND } from './first-words.ts'

/** Kinds of evidence on whether an article is cut right. Values are 0 to 1, or near it. */
export const DOUBTS = [
  'inside',
  'insideRisk',
  'ends',
  'endsRisk',
  'flows',
  'isTorn',
  'opens',
  'isSigned',
  'isUntitled',
  'title',
  'titleMargin',
  'titleRival',
  'isTitleAbove',
  'untitledShare',
  'tornShare',
  'unusedShare',
  'tightShare',
  'pageRisk',
  'isWrapped',
  'length',
  'isShort',
  'stopsAmid',
  'manySubheads',
  'longSubhead',
  'titleLines',
  'titleBlocks',
  'titleLength',
  'phrases',
  'kicker',
  'deck',
  'openTitle',
  'oddTitle',
  'isPicture',
  'signedAmid',
  'opensAmid',
  'leastMeaning',
  'endMeaning',
  'nextMeaning',
  'beforeMeaning',
  'isNextUntitled',
  'untitledNext',
  'untitledBefore',
  'nextLength',
] as const

/** What tells how sure an article is, by kind of evidence; the weights are fitted on it. */
export type Doubts = Readonly<Record<(typeof DOUBTS)[number], number>>

/** Characters from which on an article is a long one, on a logarithmic scale, and below which it is hardly one. */
const LONG = 3000
const SHORT = 60
/** Sub-heads of more characters are text. */
const LONGEST_SUBHEAD = 30
/** Headlines of so many characters are long, and of so many phrases. */
const LONG_TITLE = 40
const MANY_PHRASES = 4

/** What is no headline by its wording: a sentence, a note, an opening. */
const ODD_TITLE = /[。；]|[，：]$|(?:摄|供图|来源)/u

/** What tells of a picture, in a text no longer than a caption has. */
const PICTURE = /图为|图①|(?:摄|照片|供图)[）)]?。?$/u
const LONGEST_CAPTION = 240
/** A paragraph that ends with who wrote it. */
const SIGNED = /[。！？”][（(][^（()）]{2,12}[）)]$/u

/** Pieces of an article that are compared have so many characters at least. */
const SHORTEST_PIECE = 40

/** How alike in what they mean the two parts are between which an article falls apart most, and its headline and its end. */
function meaningWithin(headline: string, paragraphs: readonly string[]) {
  const meanings = paragraphs.map(meaningOf)
  const behind = runningSums(meanings.toReversed()).toReversed()
  const size = paragraphs.join('').length
  let least = 1
  let length = 0
  for (const [at, before] of runningSums(meanings).entries()) {
    length += paragraphs[at]?.length ?? 0
    const rest = behind[at + 1]
    if (rest && length >= SHORTEST_PIECE && size - length >= SHORTEST_PIECE)
      least = Math.min(least, likenessOf(before, rest))
  }
  return { leastMeaning: least, endMeaning: likenessOf(meaningOf(headline), meanings.at(-1) ?? NO_MEANING) }
}

/** What the texts up to each one mean together. */
function runningSums(meanings: readonly Meaning[]): readonly Meaning[] {
  let sum = NO_MEANING
  return meanings.map((it) => (sum = meaningOfAll([sum, it])))
}

/** What stands before an article and behind it on the page, as far as something does. */
export interface Neighbours {
  readonly before?: Neighbour | undefined
  readonly next?: Neighbour | undefined
}
type Neighbour = Pick<Article, 'paragraphs' | 'warnings'>

/** From so many characters on what stands behind is an article of its own. */
const ENOUGH = 200

/** How alike in what it means an article is with what stands beside it: what was cut off has no headline, or is short. */
function meaningBeside(paragraphs: readonly string[], isUntitled: number, { before, next }: Neighbours) {
  const own = meaningOf(paragraphs.join('\n'))
  const to = (it: Neighbour | undefined) => (it ? likenessOf(own, meaningOf(it.paragraphs.join('\n'))) : 0)
  const [nextMeaning, beforeMeaning] = [to(next), to(before)]
  const isNextUntitled = yes(next?.warnings.includes(NO_HEADLINE_FOUND) === true)
  return {
    nextMeaning,
    beforeMeaning,
    isNextUntitled,
    untitledNext: isNextUntitled * nextMeaning,
    untitledBefore: isUntitled * beforeMeaning,
    nextLength: Math.min(1, (next?.paragraphs.join('').length ?? ENOUGH) / ENOUGH),
  }
}

const yes = (is: boolean): number => (is ? 1 : 0)

/** What of an article's text tells. */
type ArticleParts = Pick<Article, 'headline' | 'paragraphs' | 'subheads' | 'kicker' | 'deck' | 'warnings'>

const ALONE: Neighbours = {}

/** The evidence on an article; `undefined` where nothing was arranged, so that nothing is known. */
export function doubtsOf(
  draft: Draft,
  text: ArticleParts,
  neighbours: Neighbours = ALONE,
): Doubts | undefined {
  const { evidence } = draft
  if (!evidence) return undefined
  const { headline, paragraphs, subheads, kicker, deck } = text
  const size = paragraphs.join('').length
  const titles = [...draft.kicker, ...draft.headline, ...draft.deck]
  const scale = (value: number) => value / SURE_MARGIN
  return {
    inside: scale(evidence.inside),
    insideRisk: evidence.insideRisk,
    ends: scale(evidence.ends),
    endsRisk: evidence.endsRisk,
    flows: Math.log2(evidence.flows) / 4,
    isTorn: yes(evidence.isTorn),
    opens: yes(evidence.opens),
    isSigned: yes(evidence.isSigned),
    isUntitled: yes(draft.headline.length === 0),
    title: Math.max(-1, Math.min(1, scale(evidence.title))),
    titleMargin: scale(evidence.titleMargin),
    titleRival: scale(evidence.titleRival),
    isTitleAbove: yes(evidence.isTitleAbove),
    untitledShare: evidence.untitledShare,
    tornShare: evidence.tornShare,
    unusedShare: evidence.unusedShare,
    tightShare: evidence.tightShare,
    pageRisk: evidence.pageRisk,
    isWrapped: yes(evidence.isWrapped),
    length: Math.min(1.5, Math.log(1 + size) / Math.log(LONG)),
    isShort: yes(size < SHORT),
    stopsAmid: yes(!/[。！？!?…；;”’」』）)》\]】]$/u.test(paragraphs.at(-1) ?? '')),
    manySubheads: Math.min(1, subheads.length / 6),
    longSubhead: yes(subheads.some((it) => it.text.length > LONGEST_SUBHEAD)),
    titleLines: Math.min(1, titles.reduce((sum, { lines }) => sum + lines.length, 0) / 4),
    titleBlocks: Math.min(1, titles.length / 3),
    titleLength: Math.min(1.5, headline.length / LONG_TITLE),
    phrases: Math.min(1.5, phrasesOf(headline).length / MANY_PHRASES),
    kicker: yes(kicker.length > 0),
    deck: yes(deck.length > 0),
    openTitle: yes(goesOn(headline)),
    oddTitle: yes(
      ODD_TITLE.test(headline) || isNote(headline) || opensArticle(headline) || headline.length < 5,
    ),
    isPicture: yes(size < LONGEST_CAPTION && PICTURE.test(paragraphs.join(''))),
    signedAmid: yes(paragraphs.slice(0, -1).some((it) => SIGNED.test(it))),
    opensAmid: yes(paragraphs.slice(1).some(opensArticle)),
    ...meaningWithin(headline, paragraphs),
    ...meaningBeside(paragraphs, yes(text.warnings.includes(NO_HEADLINE_FOUND)), neighbours),
  }
}

/** A page of which nothing reads like running text is mostly guesswork. */
const GUESSED: Confidence = { borders: 0.3, headline: 0.3 }

/** How sure an article is: a logistic model of the evidence, see docs/reader.md. */
export function confidenceIn(draft: Draft, text: ArticleParts, neighbours?: Neighbours): Confidence {
  const doubts = doubtsOf(draft, text, neighbours)
  if (!doubts) return GUESSED
  return {
    borders: chance(doubts, CONFIDENCE_WEIGHTS.borders),
    headline: chance(doubts, CONFIDENCE_WEIGHTS.headline),
  }
}

/** Taken from the log-odds of either: pages of sources that were left out of the fit go wrong more often. */
export const CAUTION = 0.3

function chance(doubts: Doubts, weights: Readonly<Record<'bias' | keyof Doubts, number>>): number {
  let sum = weights.bias - CAUTION
  for (const key of DOUBTS) sum += weights[key] * doubts[key]
  return Math.round(100 / (1 + Math.exp(-sum))) / 100
}
