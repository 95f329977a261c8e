import type { Block } from '../layout/block.ts'
import type { Line } from '../layout/line.ts'
import { type Bigrams, bigramsOf, type Rarity, type Words, weighWords } from '../wording/bigrams.ts'
import { JUMP_AFTER, opensArticle } from '../wording/markers.ts'
import type { Fragment } from './fragment.ts'
import type { Trees } from './link-trees.ts'
import { joinsOf, wrongJoins } from './wrong-joins.ts'

/** A paragraph with all its fragments, in reading order. */
export interface Paragraph {
  readonly lines: readonly Line[]
}

/** Paragraphs that surely follow one another in one article. */
export interface TextFlow {
  readonly paragraphs: readonly Paragraph[]
  readonly text: string
  /** Pairs of characters in the text flow, and in its first two paragraphs. */
  readonly words: Bigrams
  readonly opening: Bigrams
  /** The pairs in the text flow that tell what it is about. */
  readonly telling: Words
  readonly first: Fragment
  readonly last: Fragment
  /** Whether it opens an article by its wording: 本报讯, a dateline, a jump marker. */
  readonly opens: boolean
  /** Places of its first and its last fragment among the fragments of the page. */
  readonly firstFragment: number
  readonly lastFragment: number
  /** Places of its fragments that go on elsewhere than in the next fragment of the file. */
  readonly jumps: readonly number[]
}

/** What text flows are made of. */
interface Fragmented {
  readonly fragments: readonly Fragment[]
  /** For each fragment the one that its paragraph goes on in. */
  readonly links: readonly (number | undefined)[]
  readonly blocks: readonly Block[]
  readonly rarity: Rarity
}

/** Paragraphs at the start that a headline mostly speaks of. */
const OPENING_PARAGRAPHS = 2

/**
 * Fragments that make one paragraph, in reading order, and paragraphs of one block, are one text flow, unless trees tell
 * that two articles meet there.
 */
export function toTextFlows(page: Fragmented, trees: Trees): readonly TextFlow[] {
  const { fragments, links, blocks } = page
  const next = goesOnIn(fragments, links)
  if (trees.length > 0)
    for (const at of wrongJoins(fragments, blocks, joinsOf(next, links), trees)) next[at] = undefined
  const kept = links.map((to, at) => (next[at] === to ? to : undefined))
  const followers = new Set(next.filter((it) => it !== undefined))
  const seen = new Set<number>()
  const flows: TextFlow[] = []
  // A ring of links has no start: its first fragment in the file is taken for one.
  for (const start of [...fragments.keys()]
    .filter((at) => !followers.has(at))
    .concat([...fragments.keys()])) {
    if (seen.has(start)) continue
    const order: number[] = []
    for (let at: number | undefined = start; at !== undefined && !seen.has(at); at = next[at]) {
      order.push(at)
      seen.add(at)
    }
    const flow = toTextFlow(order, { ...page, links: kept })
    if (flow) flows.push(isJumpedTo(flow, blocks) ? { ...flow, opens: true } : flow)
  }
  return flows.toSorted((a, b) => a.firstFragment - b.firstFragment)
}

/** For each fragment the one that it goes on in: the rest of its paragraph, or the next paragraph of its block. */
export function goesOnIn(
  fragments: readonly Fragment[],
  links: readonly (number | undefined)[],
): (number | undefined)[] {
  const linked = new Set(links.filter((it) => it !== undefined))
  const sameBlock = (at: number) =>
    fragments[at + 1]?.block === fragments[at]?.block && fragments[at + 1]?.lines[0]?.opensArticle !== true
  return fragments.map(
    (piece, at) =>
      links[at] ?? (piece.end !== 'middle' && !linked.has(at + 1) && sameBlock(at) ? at + 1 : undefined),
  )
}

/** Whether the headline before a text flow ends with a jump marker. */
const isJumpedTo = (flow: TextFlow, blocks: readonly Block[]): boolean => {
  const before = blocks[flow.first.block - 1]
  return before?.kind === 'display' && JUMP_AFTER.test(before.lines.at(-1)?.text ?? '')
}

function toTextFlow(
  order: readonly number[],
  { fragments, links, rarity }: Fragmented,
): TextFlow | undefined {
  const paragraphs: { lines: Line[] }[] = []
  for (const [index, at] of order.entries()) {
    const lines = fragments[at]?.lines ?? []
    const current = paragraphs.at(-1)
    if (current && links[order[index - 1] ?? -1] === at) current.lines.push(...lines)
    else paragraphs.push({ lines: [...lines] })
  }
  const [firstFragment = 0, lastFragment = 0] = [order[0], order.at(-1)]
  const [first, last] = [fragments[firstFragment], fragments[lastFragment]]
  if (!first || !last) return undefined
  const jumps = order.filter((at, index) => index < order.length - 1 && order[index + 1] !== at + 1)
  const text = textOfAll(paragraphs)
  const words = order.length === 1 ? first.words : bigramsOf(text)
  const opening =
    paragraphs.length <= OPENING_PARAGRAPHS
      ? words
      : bigramsOf(textOfAll(paragraphs.slice(0, OPENING_PARAGRAPHS)))
  return {
    paragraphs,
    text,
    words,
    opening,
    telling: weighWords(words, rarity),
    opens: opensArticle(text),
    first,
    last,
    firstFragment,
    lastFragment,
    jumps,
  }
}

const textOfAll = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ lines }) => lines.map((line) => line.text).join('')).join('\n')
