// The readings of one page segment: several ways to take its lines, and which of them is kept.

import { type Assembly, assemble } from '../arrangement/assemble.ts'
import type { Draft } from '../arrangement/draft.ts'
import type { ReaderTrees } from '../arrangement/reader-trees.ts'
import { type Block, toBlocks } from '../layout/block.ts'
import { groupInOrder } from '../layout/group.ts'
import { untangle } from '../layout/interleaved.ts'
import type { Line } from '../layout/line.ts'
import type { ReadingBias } from '../layout/reading-bias.ts'
import { JUMP_AMID } from '../wording/markers.ts'
import type { DraftText } from './article-text.ts'
import { keyOfLine, type ReadArticle, readDrafts } from './read-drafts.ts'

/** One way to take a page segment: every line of it in an article or left over. */
export interface Reading {
  readonly articles: readonly ReadArticle[]
  readonly leftovers: readonly Block[]
}

/** A page whose articles are as sure as this on average is not read again. */
const SURE = 0.85
/** What an article must be likelier than to be worth having: at half the F1 one more of them leaves the F1 as it is. */
const EVEN = 0.35
/** By how much another reading must be worth more, and how many more right articles it must promise, not only fewer wrong ones. */
const BETTER = 0.3
const MORE_RIGHT = 0.3
/** How likely its articles must be on average: what is doubtful either way stays as it looked at first. */
const LIKELY = 0.45
/** How sure an article is of which nothing is known. */
const UNKNOWN = 0.2

/** More titles and fewer links; fewer links alone. */
const MORE_TITLES: ReadingBias = { text: -1.5, links: -1.2 }
const FEWER_LINKS: ReadingBias = { text: 0, links: -1.2 }

/**
 * Reads the lines of a page segment in several ways, and keeps wherever two readings disagree the articles that are
 * likelier right: whether a line is a title shows best in the articles that come of it.
 */
export const bestReading = (lines: readonly Line[], trees?: ReaderTrees, sure?: number): Reading =>
  bestOf(readingsOf(lines, trees), lines, sure)

/**
 * The best that can be put together of readings of the same lines.
 * @param sure how sure articles are on average, 0 to 1, that are not read again; 0 reads once, more than 1 in all ways
 */
export function bestOf([first, ...others]: Readings, lines: readonly Line[], sure = SURE): Reading {
  const start = first()
  let best = start
  for (const read of others) {
    if (meanChance(best) >= sure) break
    best = better(best, read())
  }
  return best === start ? start : inOrder(best, lines)
}

type ReadOnce = () => Reading
/** At least one. */
export type Readings = readonly [ReadOnce, ...ReadOnce[]]

/** Reads a page segment as it looks at first, and otherwise: each reading is made when it is asked for. */
export function readingsOf(lines: readonly Line[], trees?: ReaderTrees): Readings {
  const ordered = untangle(lines)
  const groups = groupInOrder(ordered)
  const texts = new Map<string, DraftText>()
  const toReading = ({ drafts, leftovers }: Assembly): Reading => ({
    articles: readDrafts(drafts, texts),
    leftovers,
  })
  const blocks = toBlocks(groups)
  const known = assemble(blocks, trees)
  const first = toReading(known)
  const hasBlanks = ordered.some(({ afterBlank }, at) => at > 0 && afterBlank)
  const fewerLinks = () => {
    if (!hasBlanks) return assemble(blocks, trees, FEWER_LINKS, known)
    return assemble(toBlocks(groupInOrder(withoutBlanks(ordered)), FEWER_LINKS), trees, FEWER_LINKS)
  }
  return [
    () => first,
    () => toReading(assemble(toBlocks(groups, MORE_TITLES), trees, MORE_TITLES)),
    () => toReading(fewerLinks()),
  ]
}

/** What a reading makes: drafts and leftovers. */
export const assemblyOf = ({ articles, leftovers }: Reading): Assembly => ({
  drafts: articles.map(({ draft }) => draft),
  leftovers,
})

const withoutBlanks = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, at) => (at === 0 || !line.afterBlank ? line : { ...line, afterBlank: false }))

/** In UTF-16 units without blanks: a sub-head that is longer is titles and text in one. */
const FUSED_SUBHEAD = 40

/** No article goes on in what stands behind its jump marker, or holds a fused sub-head. */
const chanceOf = ({ text }: ReadArticle): number =>
  JUMP_AMID.test(text.paragraphs.join('\n')) || text.subheads.some(isFused)
    ? 0
    : (text.confidence?.borders ?? UNKNOWN)

const isFused = ({ text }: { readonly text: string }): boolean =>
  text.replace(/\s+/gu, '').length > FUSED_SUBHEAD

/** How many of its articles are right, as far as can be told. */
const chances = ({ articles }: Reading): number => articles.reduce((sum, it) => sum + chanceOf(it), 0)

const meanChance = (reading: Reading): number => chances(reading) / Math.max(1, reading.articles.length)

/** Where two readings cut the same lines otherwise, the likelier cut of them; the first where neither is. */
export function better(first: Reading, second: Reading): Reading {
  const articles: ReadArticle[] = []
  const leftovers: Block[] = []
  let isChanged = false
  for (const [own, other] of disagreements(first, second)) {
    const [worth, right] = [worthOf(other) - worthOf(own), chances(other) - chances(own)]
    const takesOther = worth > BETTER && right > MORE_RIGHT && meanChance(other) > LIKELY
    isChanged ||= takesOther
    const kept = takesOther ? other : own
    articles.push(...kept.articles)
    leftovers.push(...kept.leftovers)
  }
  return isChanged ? { articles, leftovers } : first
}

const worthOf = (reading: Reading): number => chances(reading) - EVEN * reading.articles.length

/** Parts two readings where they share no line: each part of one holds the same lines as that of the other. */
function disagreements(first: Reading, second: Reading): readonly (readonly [Reading, Reading])[] {
  const members = [...membersOf(first, 0), ...membersOf(second, 1)]
  const parent = members.map((_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (parent[top] !== top) top = parent[top] ?? top
    parent[at] = top
    return top
  }
  const holder = new Map<string, number>()
  for (const [at, { lines }] of members.entries())
    for (const line of lines) {
      const key = keyOfLine(line)
      const known = holder.get(key)
      if (known === undefined) holder.set(key, at)
      else parent[root(at)] = root(known)
    }
  const parts = new Map<number, [Made, Made]>()
  for (const [at, member] of members.entries()) {
    const part = parts.get(root(at)) ?? [newReading(), newReading()]
    parts.set(root(at), part)
    const own = part[member.side]
    if ('article' in member) own.articles.push(member.article)
    else own.leftovers.push(member.block)
  }
  return [...parts.values()]
}

/** The articles and leftovers of a reading, with their lines. */
const membersOf = ({ articles, leftovers }: Reading, side: 0 | 1) => [
  ...articles.map((article) => ({ side, article, lines: linesOf(article.draft) })),
  ...leftovers.map((block) => ({ side, block, lines: block.lines })),
]

interface Made extends Reading {
  readonly articles: ReadArticle[]
  readonly leftovers: Block[]
}

const newReading = (): Made => ({ articles: [], leftovers: [] })

const linesOf = ({ kicker, headline, deck, body, bylines, datelines, captions }: Draft): readonly Line[] =>
  [...kicker, ...headline, ...deck, ...body, ...bylines, ...datelines, ...captions].flatMap((it) => it.lines)

/** Articles and leftovers in the order of the file, by where their text begins. */
function inOrder({ articles, leftovers }: Reading, lines: readonly Line[]): Reading {
  const places = new Map(lines.map((line, at) => [keyOfLine(line), at]))
  const placeOf = (own: readonly Line[]) => (own[0] ? (places.get(keyOfLine(own[0])) ?? 0) : lines.length)
  const start = ({ draft }: ReadArticle) => placeOf([...draft.body, ...draft.headline][0]?.lines ?? [])
  return {
    articles: articles.toSorted((a, b) => start(a) - start(b)),
    leftovers: leftovers.toSorted((a, b) => placeOf(a.lines) - placeOf(b.lines)),
  }
}
