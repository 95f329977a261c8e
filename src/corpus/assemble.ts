import { type Block, columnWidth } from './block.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { bestMatching } from './matching.ts'
import { toParagraphs } from './paragraph.ts'
import { endsSentence, opensArticle } from './wording.ts'

/** What a page's blocks make: articles in the making, and what belongs to none. */
export interface Assembly {
  readonly drafts: readonly Draft[]
  readonly leftovers: readonly Block[]
}

interface Chain {
  readonly draft: Draft
  readonly places: number[]
  closed: boolean
}

/** Puts blocks together to articles. */
export function assemble(blocks: readonly Block[]): Assembly {
  const chains: Chain[] = []
  const heads: number[] = []
  const leftovers: Block[] = []
  let pending: number[] = []
  for (const [at, block] of blocks.entries()) {
    const chain = chains.at(-1)
    if (block.kind === 'display') pending.push(at)
    else if (block.kind === 'furniture') leftovers.push(block)
    else if (block.kind === 'body') {
      if (
        chain &&
        goesOn(
          chain,
          block,
          pending.map((index) => blocks[index]).filter((it) => it !== undefined),
        )
      ) {
        for (const index of pending) {
          const subhead = blocks[index]
          if (subhead) chain.draft.body.push(subhead)
        }
        addBody(chain, block, at)
      } else {
        heads.push(...pending)
        const fresh: Chain = { draft: emptyDraft(), places: [], closed: false }
        chains.push(fresh)
        addBody(fresh, block, at)
      }
      pending = []
    } else if (!chain) leftovers.push(block)
    else if (block.kind === 'caption') chain.draft.captions.push(block)
    else if (block.kind === 'byline') {
      chain.draft.bylines.push(block)
      chain.closed = true
    } else {
      chain.draft.datelines.push(block)
      chain.closed = true
    }
  }
  heads.push(...pending)
  leftovers.push(...matchHeads(blocks, heads, chains))
  return { drafts: chains.map((chain) => chain.draft), leftovers }
}

function addBody(chain: Chain, block: Block, at: number): void {
  chain.places.push(at)
  const last = chain.draft.body.at(-1)
  const unfinished = last && !('kind' in last) ? last.lines.at(-1) : undefined
  const lines = unfinished ? [...(last?.lines ?? []), ...block.lines] : block.lines
  if (unfinished) chain.draft.body.pop()
  chain.draft.body.push(...toParagraphs(lines, columnWidth(block.lines.length > 2 ? block.lines : lines)))
}

const SUBHEAD_LENGTH = 40

function goesOn(chain: Chain, block: Block, between: readonly Block[]): boolean {
  const text = block.lines[0]?.text ?? ''
  if (opensArticle(text)) return false
  const last = chain.draft.body.at(-1)?.lines.at(-1)?.text ?? ''
  if (last !== '' && !endsSentence(last)) return true
  if (chain.closed) return false
  return between.length <= 1 && between.every((it) => textOf(it).length <= SUBHEAD_LENGTH)
}

const textOf = (block: Block): string => block.lines.map((line) => line.text).join('')

/** Gives each chain its headline: near, and with words in common. */
function matchHeads(blocks: readonly Block[], heads: readonly number[], chains: readonly Chain[]): Block[] {
  const scores = chains.map((chain) => {
    const body = chain.draft.body.flatMap((part) => part.lines.map((line) => line.text)).join('')
    const first = Math.min(...chain.places)
    const last = Math.max(...chain.places)
    return heads.map((place) => {
      const distance = place < first ? first - place : place - last
      return (
        1 / (distance + 1) +
        3 * sharedBigrams(textOf(blocks[place] ?? { kind: 'display', lines: [] }), body) +
        0.01
      )
    })
  })
  const matched = bestMatching(scores)
  const owner = new Map<number, Draft>()
  for (const [index, chain] of chains.entries()) {
    const place = heads[matched[index] ?? -1]
    const block = blocks[place ?? -1]
    if (place === undefined || !block) continue
    chain.draft.headline.push(block)
    owner.set(place, chain.draft)
  }
  const stray: Block[] = []
  for (const place of heads) {
    const block = blocks[place]
    if (owner.has(place) || !block) continue
    const above = owner.get(place - 1)
    const below = owner.get(place + 1)
    if (above) above.deck.push(block)
    else if (below) below.kicker.push(block)
    else stray.push(block)
  }
  return stray
}

function sharedBigrams(text: string, body: string): number {
  let shared = 0
  for (let at = 0; at + 1 < text.length; at++) if (body.includes(text.slice(at, at + 2))) shared++
  return shared / Math.max(1, text.length - 1)
}
