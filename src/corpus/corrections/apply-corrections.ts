import type { Assembly } from '../arrangement/assemble.ts'
import { type Draft, isSubhead } from '../arrangement/draft.ts'
import type { Paragraph } from '../arrangement/text-flow.ts'
import { type Correction, type Mark, marksOf, rolesOf } from '../files/correction.ts'
import type { Block } from '../layout/block.ts'
import type { Line } from '../layout/line.ts'
import { cleanLine, foldWideSigns } from '../wording/clean.ts'
import { blockOf, draftOf, holds, isEmpty, joinDrafts, partBody, without, withoutAll } from './draft-parts.ts'

/** Why the corrections of a page do not fit it, in English, for the operator. */
export class MisfitError extends Error {}

/**
 * Corrects how a page was cut: each correction after the one before. Nothing is lost: lines that no article holds any
 * more are left over.
 * @param lines all lines of the page
 * @throws {MisfitError} if one of them does not fit the page
 */
export function applyCorrections(
  assembly: Assembly,
  corrections: readonly Correction[],
  lines: readonly Line[],
): Assembly {
  const byNumber = new Map(lines.map((line) => [line.number, line]))
  if (corrections.length > 0 && byNumber.size < lines.length)
    throw new MisfitError('its columns stand side by side, so that a line is in several articles')
  for (const marks of corrections.map(marksOf)) {
    for (const mark of marks) checkMark(mark, byNumber.get(mark.line))
    const twice = marks.find(({ line }, at) => marks.findIndex((it) => it.line === line) < at)
    if (twice) throw new MisfitError(`line ${twice.line} is named twice in one correction`)
  }
  return corrections.reduce((page, it) => applyOne(page, it, byNumber), assembly)
}

function checkMark({ line, text }: Mark, found: Line | undefined): void {
  if (found?.text.startsWith(foldWideSigns(cleanLine(text)))) return
  const now = found === undefined ? 'is blank or not there' : `begins with “${found.text.slice(0, 12)}”`
  throw new MisfitError(`line ${line} ${now}, not with “${text}”`)
}

function applyOne(page: Assembly, correction: Correction, lines: ReadonlyMap<number, Line>): Assembly {
  if (correction.kind === 'join') return join(page, correction.articles)
  if (correction.kind === 'headline') return setTitle(page, correction, lines)
  if (correction.kind === 'split') return split(page, correction.at)
  return reorder(page, correction.parts)
}

function draftAt({ drafts }: Assembly, { line }: Mark): Draft {
  const draft = drafts.find((it) => holds(it, line))
  if (!draft) throw new MisfitError(`line ${line} belongs to no article`)
  return draft
}

function replace(page: Assembly, old: readonly Draft[], now: readonly Draft[]): Assembly {
  const [first] = old
  return {
    ...page,
    drafts: page.drafts.flatMap((it) => (it === first ? now : old.includes(it) ? [] : [it])),
  }
}

function join(page: Assembly, marks: readonly Mark[]): Assembly {
  const drafts = [...new Set(marks.map((mark) => draftAt(page, mark)))]
  // A later reader may have joined them by itself.
  return drafts.length === 1 ? page : replace(page, drafts, [joinDrafts(drafts)])
}

function split(page: Assembly, mark: Mark): Assembly {
  const draft = draftAt(page, mark)
  const parts = partBody(draft.body, [mark.line])
  if (!parts) throw new MisfitError(`line ${mark.line} is not in the body of an article`)
  const [body, [first, ...rest] = []] = parts
  // It is the first of an article already.
  if (first === undefined || body.length === 0) return page
  const heads = isSubhead(first)
  return replace(
    page,
    [draft],
    divide(draft, body, { headline: heads ? [first] : [], body: heads ? rest : [first, ...rest] }),
  )
}

type Body = readonly (Paragraph | Block)[]

/** What signs an article, and its captions, go to the part whose text stands nearer to them in the file. */
function divide(
  draft: Draft,
  body: Body,
  second: { readonly headline: readonly Block[]; readonly body: Body },
): readonly Draft[] {
  const distance = (block: Block, parts: Body) =>
    Math.min(
      ...parts
        .flatMap(({ lines }) => lines)
        .map(({ number }) => Math.abs(number - (block.lines[0]?.number ?? 0))),
    )
  const behind = [...second.headline, ...second.body]
  const isSecond = (block: Block) => distance(block, behind) < distance(block, body)
  const lone = (belongs: (block: Block) => boolean) => ({
    bylines: draft.bylines.filter(belongs),
    datelines: draft.datelines.filter(belongs),
    captions: draft.captions.filter(belongs),
  })
  return [
    draftOf({ ...draft, ...lone((block) => !isSecond(block)), body }),
    draftOf({ ...lone(isSecond), ...second }),
  ]
}

function reorder(page: Assembly, marks: readonly Mark[]): Assembly {
  const draft = marks[0] && draftAt(page, marks[0])
  const numbers = marks.map(({ line }) => line)
  const parts = draft && partBody(draft.body, numbers)
  if (!draft || !parts)
    throw new MisfitError(`lines ${numbers.join(', ')} are not in the body of one article`)
  const [before, ...named] = parts
  return replace(page, [draft], [draftOf({ ...draft, body: [...before, ...named.flat()] })])
}

function setTitle(
  page: Assembly,
  correction: Extract<Correction, { kind: 'headline' }>,
  lines: ReadonlyMap<number, Line>,
): Assembly {
  const article = draftAt(page, correction.of)
  const roles = rolesOf(correction)
  const taken = new Set(roles.flatMap(([, marks]) => marks).map(({ line }) => line))
  const former = withoutAll([...article.kicker, ...article.headline, ...article.deck], taken)
  const title = Object.fromEntries(
    roles.map(([role, marks]) => [role, blockOf(marks.flatMap(({ line }) => lines.get(line) ?? []))]),
  )
  const drafts = page.drafts.map((it) =>
    it === article
      ? draftOf({ ...without(it, taken), ...title, isTitleGiven: true })
      : withoutTaken(it, taken),
  )
  return {
    drafts: drafts.filter((it) => !isEmpty(it)),
    leftovers: [...withoutAll(page.leftovers, taken), ...former].toSorted(byPlace),
  }
}

/** An article that loses nothing stays as it is, with all that is known of it. */
const withoutTaken = (draft: Draft, taken: ReadonlySet<number>): Draft =>
  [...taken].some((line) => holds(draft, line)) ? draftOf(without(draft, taken)) : draft

const byPlace = (a: Block, b: Block): number => (a.lines[0]?.number ?? 0) - (b.lines[0]?.number ?? 0)
