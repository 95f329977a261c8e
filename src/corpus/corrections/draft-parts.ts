import { type Draft, emptyDraft, isSubhead } from '../arrangement/draft.ts'
import type { Paragraph } from '../arrangement/text-flow.ts'
import type { Block } from '../layout/block.ts'
import type { Line } from '../layout/line.ts'

/** The parts of an article in the making, where they are not to be added to. */
export type DraftParts = {
  readonly [Part in Exclude<keyof Draft, 'evidence' | 'isCorrected' | 'isTitleGiven'>]: Readonly<Draft[Part]>
} & Pick<Draft, 'isTitleGiven'>

type BodyPart = Paragraph | Block

/** A corrected draft of some parts. What the reader knew of the arrangement is of another article. */
export const draftOf = ({ isTitleGiven, ...parts }: Partial<DraftParts>): Draft => ({
  ...emptyDraft(),
  kicker: [...(parts.kicker ?? [])],
  headline: [...(parts.headline ?? [])],
  deck: [...(parts.deck ?? [])],
  body: [...(parts.body ?? [])],
  bylines: [...(parts.bylines ?? [])],
  datelines: [...(parts.datelines ?? [])],
  captions: [...(parts.captions ?? [])],
  isCorrected: true,
  ...(isTitleGiven && { isTitleGiven }),
})

const partsOf = ({
  kicker,
  headline,
  deck,
  body,
  bylines,
  datelines,
  captions,
}: Draft): readonly BodyPart[] => [
  ...kicker,
  ...headline,
  ...deck,
  ...body,
  ...bylines,
  ...datelines,
  ...captions,
]

/** Whether a line, by its number, belongs to an article. */
export const holds = (draft: Draft, line: number): boolean =>
  partsOf(draft).some(({ lines }) => lines.some(({ number }) => number === line))

/** Whether nothing is left of an article. */
export const isEmpty = (draft: Draft): boolean => partsOf(draft).length === 0

/** A block of a title; none of no lines. */
export const blockOf = (lines: readonly Line[]): readonly Block[] =>
  lines.length === 0 ? [] : [{ kind: 'display', lines, width: 0, evidence: 'corrected' }]

/** Parts without some lines; those of which nothing is left are gone. */
export const withoutAll = <Part extends BodyPart>(
  parts: readonly Part[],
  taken: ReadonlySet<number>,
): readonly Part[] =>
  parts
    .map((part) => ({ ...part, lines: part.lines.filter(({ number }) => !taken.has(number)) }))
    .filter(({ lines }) => lines.length > 0)

/** An article without some lines. */
export const without = (draft: Draft, taken: ReadonlySet<number>): DraftParts => ({
  kicker: withoutAll(draft.kicker, taken),
  headline: withoutAll(draft.headline, taken),
  deck: withoutAll(draft.deck, taken),
  body: withoutAll(draft.body, taken),
  bylines: withoutAll(draft.bylines, taken),
  datelines: withoutAll(draft.datelines, taken),
  captions: withoutAll(draft.captions, taken),
  ...(draft.isTitleGiven && { isTitleGiven: true }),
})

/**
 * Parts a body at some lines, where a paragraph is cut if need be.
 * @returns what stands before the first of them in the body, then the part that begins with each, in the order of the
 *   lines given; `undefined` if one of them is not in the body
 */
export function partBody(
  body: readonly BodyPart[],
  lines: readonly number[],
): readonly [before: readonly BodyPart[], ...named: readonly (readonly BodyPart[])[]] | undefined {
  const wanted = new Set(lines)
  const before: BodyPart[] = []
  const named = new Map<number, BodyPart[]>()
  let current = before
  for (const part of body)
    for (const piece of cutAt(part, wanted)) {
      const first = piece.lines[0]?.number ?? -1
      if (wanted.has(first)) named.set(first, (current = []))
      current.push(piece)
    }
  const found = lines.map((line) => named.get(line) ?? [])
  return found.every((it) => it.length > 0) ? [before, ...found] : undefined
}

function cutAt<Part extends BodyPart>(part: Part, wanted: ReadonlySet<number>): readonly Part[] {
  const pieces: Line[][] = []
  for (const line of part.lines) {
    const last = pieces.at(-1)
    if (last && !wanted.has(line.number)) last.push(line)
    else pieces.push([line])
  }
  const withLines = (lines: readonly Line[]): Part => ({ ...part, lines })
  return pieces.map(withLines)
}

/** Several articles as one: titles behind the first become sub-heads, and a sentence that stops goes on. */
export function joinDrafts([first, ...rest]: readonly Draft[]): Draft {
  const all = [first, ...rest].filter((it) => it !== undefined)
  const body: BodyPart[] = [...(first?.body ?? [])]
  for (const { kicker, headline, deck, body: more } of rest) {
    body.push(...kicker, ...headline, ...deck)
    const [last, next] = [body.at(-1), more[0]]
    const goesOn =
      last && next && !isSubhead(last) && !isSubhead(next) && !(last.lines.at(-1)?.endsText ?? true)
    if (goesOn) body.splice(-1, 1, { lines: [...last.lines, ...next.lines] }, ...more.slice(1))
    else body.push(...more)
  }
  return draftOf({
    ...first,
    body,
    bylines: all.flatMap((it) => it.bylines),
    datelines: all.flatMap((it) => it.datelines),
    captions: all.flatMap((it) => it.captions),
  })
}
