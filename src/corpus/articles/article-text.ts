import { type Article, type Confidence, pageNumber, type Subhead } from '../../domain/index.ts'
import { type Draft, isSubhead } from '../arrangement/draft.ts'
import type { Paragraph } from '../arrangement/text-flow.ts'
import type { Block } from '../layout/block.ts'
import { numbersOf } from '../layout/line.ts'
import {
  type Byline,
  readBareNames,
  readBracketedNames,
  readByline,
  readLeadByline,
  readMarkedNames,
  readPostAndName,
} from '../wording/byline.ts'
import { DATELINE, JUMP, JUMP_AFTER, JUMP_ON } from '../wording/markers.ts'
import { readSignature, type Signature } from '../wording/signature.ts'
import { confidenceIn, type Neighbours } from './confidence.ts'
import { partCredits, readPenName } from './credits.ts'
import { firstWords, NO_HEADLINE_FOUND } from './first-words.ts'
import { reflow } from './reflow.ts'
import { readTitle, titleAsGiven } from './title.ts'
import { textOfCaption, textOfTitle } from './title-lines.ts'

/** What an article's own lines tell. */
export interface ArticleText
  extends Pick<
    Article,
    | 'headline'
    | 'kicker'
    | 'deck'
    | 'subheads'
    | 'byline'
    | 'agency'
    | 'dateline'
    | 'paragraphs'
    | 'captions'
    | 'continuedFrom'
  > {
  /** Absent if an operator corrected it. */
  readonly confidence?: Confidence
  /** Numbers of its lines, ascending. */
  readonly lines: readonly number[]
  readonly warnings: readonly string[]
}

/** Who a dateline names. */
const AGENCY = /^(?:本报|\p{Script=Han}{1,4}?社)/u

/** An article's text, before anything is told of how sure it is. */
export type DraftText = Omit<ArticleText, 'confidence'>

/** Reads a draft: text re-flowed, jump markers and glued signatures taken off, names read. */
export const readDraft = (draft: Draft): ArticleText => withConfidence(draft, textOfDraft(draft))

/** Says how sure an article is; one that an operator corrected is not doubtful. */
export const withConfidence = (draft: Draft, text: DraftText, neighbours?: Neighbours): ArticleText =>
  draft.isCorrected ? text : { ...text, confidence: confidenceIn(draft, text, neighbours) }

/** The text of a draft, without how sure it is. */
export function textOfDraft(draft: Draft): DraftText {
  const { paragraphs, subheads } = readBody(draft)
  const signatures = paragraphs.map(readSignature)
  const jump = JUMP.exec(paragraphs[0] ?? '')
  const { titles, credits } = draft.isTitleGiven
    ? { titles: [], credits: [] }
    : partCredits([...draft.kicker, ...draft.headline, ...draft.deck], paragraphs.join('\n'))
  const title = draft.isTitleGiven ? titleAsGiven(draft) : readTitle(titles, paragraphs.join('\n'))
  const jumpAfter = JUMP_AFTER.exec(title.headline)
  const from = jump?.[1] ?? jumpAfter?.[1]
  const byline = bylineOf(draft.bylines, credits, paragraphs, signatures)
  const dateline = datelineOf(draft, paragraphs, signatures)
  const agency = byline.agency ?? AGENCY.exec(dateline ?? '')?.[0]
  const bare = paragraphs.map((paragraph, at) => {
    const text = paragraph.slice(at === 0 ? (jump?.[0].length ?? 0) : 0, signatures[at]?.at).trim()
    return at === paragraphs.length - 1 ? text.replace(JUMP_ON, '') : text
  })
  const printed = title.headline.replace(JUMP_AFTER, '').trim()
  return {
    ...dropEmpty(bare, subheads),
    headline: printed === '' ? firstWords(bare.find(Boolean) ?? '') || '（无题）' : printed,
    kicker: title.kicker,
    deck: title.deck,
    byline: byline.names,
    ...(agency === undefined ? {} : { agency }),
    ...(dateline === undefined ? {} : { dateline }),
    captions: draft.captions.map(textOfCaption),
    ...(from === undefined ? {} : { continuedFrom: pageNumber(from) }),
    lines: linesOf(draft),
    warnings: printed === '' ? [NO_HEADLINE_FOUND] : [],
  }
}

function readBody(draft: Draft): {
  readonly paragraphs: readonly string[]
  readonly subheads: readonly Subhead[]
} {
  const paragraphs: Paragraph[] = []
  const subheads: Subhead[] = []
  for (const [at, part] of draft.body.entries()) {
    const before = draft.body[at - 1]
    if (isSubhead(part)) subheads.push({ text: textOfTitle(part), before: paragraphs.length })
    else if (before && !isSubhead(before) && isTorn(before, part))
      paragraphs.push({ lines: [...(paragraphs.pop()?.lines ?? []), ...part.lines] })
    else paragraphs.push(part)
  }
  return { paragraphs: paragraphs.map(({ lines }) => reflow(lines)), subheads }
}

/** A sentence that has ended, and another that stops at a word. */
const STOPS_AMID = /。[^。]*[\p{L}\p{N}，、]$/u
/** What no sentence goes on with: 5., 一、, （三）, ■. */
const ITEM =
  /^(?:\d{1,3}[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|[^\p{L}\p{N}“‘「『《〈])/u

/** Whether a blank line of the file went through a sentence of running text. */
function isTorn(before: Paragraph, next: Paragraph): boolean {
  const [last, first] = [before.lines.at(-1), next.lines[0]]
  if (!last || !first || first.number - last.number > 2 || first.opensArticle) return false
  return STOPS_AMID.test(reflow(before.lines)) && !ITEM.test(first.text)
}

/** A paragraph that was nothing but a jump marker or a signature is gone; sub-heads keep their place. */
function dropEmpty(paragraphs: readonly string[], subheads: readonly Subhead[]) {
  const kept = (end: number) => paragraphs.slice(0, end).filter(Boolean).length
  return {
    paragraphs: paragraphs.filter(Boolean),
    subheads: subheads.map(({ text, before }) => ({ text, before: kept(before) })),
  }
}

function bylineOf(
  bylines: readonly Block[],
  credits: readonly Block[],
  paragraphs: readonly string[],
  glued: readonly (Signature | undefined)[],
): Byline {
  const lead = readLeadByline(paragraphs[0] ?? '')
  const signed = [
    ...bylines.map(joinNames).map(readSigning),
    ...credits.map(joinNames).map((text) => readSigning(text) ?? readPenName(text)),
  ].flatMap((it) => it ?? [])
  const all = [...(lead ? [lead] : []), ...signed, ...glued.flatMap((it) => it?.byline ?? [])]
  const names = [...new Set(all.flatMap((byline) => byline.names))]
  const agency = all.find((byline) => byline.agency !== undefined)?.agency
  return agency === undefined ? { names } : { names, agency }
}

const readSigning = (text: string): Byline | undefined =>
  readByline(text) ??
  readBracketedNames(text) ??
  readLeadByline(text) ??
  readBareNames(text) ??
  readMarkedNames(text) ??
  readPostAndName(text)

const ENDS_ALONE = /\s\p{Script=Han}$/u
const STARTS_ALONE = /^\p{Script=Han}(?:\s|$)/u

/** A byline that wraps is cut inside a name where one character stands alone on either side. */
function joinNames(block: Block): string {
  const [first, ...rest] = block.lines.map((line) => line.text)
  const isCut = (text: string, line: string) => ENDS_ALONE.test(text) || STARTS_ALONE.test(line)
  return rest.reduce((text, line) => (isCut(text, line) ? text + line : `${text} ${line}`), first ?? '')
}

function datelineOf(
  draft: Draft,
  paragraphs: readonly string[],
  glued: readonly (Signature | undefined)[],
): string | undefined {
  const texts = [...draft.datelines.map((block) => reflow(block.lines)), paragraphs[0] ?? '']
  return [
    ...texts.flatMap((text) => DATELINE.exec(text)?.[1] ?? []),
    ...glued.flatMap((it) => it?.dateline ?? []),
  ][0]
}

function linesOf(draft: Draft): number[] {
  const { kicker, headline, deck, body, bylines, datelines, captions } = draft
  const parts = [...kicker, ...headline, ...deck, ...body, ...bylines, ...datelines, ...captions]
  return numbersOf(parts.flatMap((part) => part.lines)).toSorted((a, b) => a - b)
}
