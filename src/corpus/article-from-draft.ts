import { type Article, createArticleId, type Subhead } from '../domain/index.ts'
import type { Block } from './block.ts'
import { type Byline, readByline, readLeadByline } from './byline.ts'
import { type Draft, isSubhead } from './draft.ts'
import type { Folio } from './folio.ts'
import { reflow } from './paragraph.ts'
import type { Paragraph } from './run.ts'
import { readSignature, type Signature } from './signature.ts'
import { readTitle, segmentsOf } from './title.ts'
import { DATELINE, JUMP, JUMP_AFTER } from './wording.ts'

/** What the page tells of all its articles. */
export interface PageFacts extends Folio {
  readonly file: string
  readonly datePrecision?: Article['datePrecision']
}

/** Finishes a draft: text re-flowed, names read, id made. */
export function toArticle(draft: Draft, page: PageFacts): Article {
  const paragraphs: string[] = []
  const subheads: Subhead[] = []
  for (const part of draft.body) {
    if (isSubhead(part)) subheads.push({ text: displayText(part), before: paragraphs.length })
    else paragraphs.push(reflow(part.lines))
  }
  const signatures = paragraphs.map(readSignature)
  for (const [at, signature] of signatures.entries())
    if (signature) paragraphs[at] = (paragraphs[at] ?? '').slice(0, signature.at).trimEnd()
  const jump = JUMP.exec(paragraphs[0] ?? '')
  if (jump) paragraphs[0] = (paragraphs[0] ?? '').slice(jump[0].length)
  const warnings: string[] = []
  const blocks = [...draft.kicker, ...draft.headline, ...draft.deck]
  const title = readTitle(blocks)
  const jumpAfter = JUMP_AFTER.exec(title.headline)
  const printed = title.headline.replace(JUMP_AFTER, '').trim()
  const continuedFrom = jump?.[1] ?? jumpAfter?.[1]
  if (printed === '') warnings.push('no headline found; the first words stand in for it')
  const headline = printed === '' ? firstWords(paragraphs[0] ?? '') : printed
  const byline = bylineOf(draft, paragraphs, signatures)
  const dateline = datelineOf(draft, paragraphs, signatures)
  const { paper, date, page: number, section, file, datePrecision } = page
  const printedDate = datePrecision === 'printed' ? date : undefined
  return {
    id: createArticleId({ paper, printedDate, headline, body: paragraphs.join('') }),
    headline,
    kicker: title.kicker,
    deck: title.deck,
    subheads,
    byline: byline.names,
    ...(byline.agency === undefined ? {} : { agency: byline.agency }),
    ...(dateline === undefined ? {} : { dateline }),
    paragraphs,
    captions: draft.captions.map(displayText),
    ...(paper === undefined ? {} : { paper }),
    ...(date === undefined || datePrecision === undefined ? {} : { issueDate: date, datePrecision }),
    ...(number === undefined ? {} : { page: number }),
    ...(section === undefined ? {} : { section }),
    ...(continuedFrom === undefined ? {} : { continuedFrom }),
    source: { file, lines: linesOf(draft) },
    warnings,
  }
}

const FIRST_WORDS = 24

const firstWords = (text: string): string =>
  text.length <= FIRST_WORDS ? text || '（无题）' : `${Array.from(text).slice(0, FIRST_WORDS).join('')}…`

const displayText = (block: Block): string =>
  segmentsOf(block.lines)
    .map(({ text }) => text)
    .join(' ')

function bylineOf(
  draft: Draft,
  paragraphs: readonly string[],
  glued: readonly (Signature | undefined)[],
): Byline {
  const lead = readLeadByline(paragraphs[0] ?? '')
  const signed = draft.bylines.flatMap((block) => readByline(joinNames(block)) ?? [])
  const all = [...(lead ? [lead] : []), ...signed, ...glued.flatMap((it) => it?.byline ?? [])]
  const names = [...new Set(all.flatMap((byline) => byline.names))]
  const agency = all.find((byline) => byline.agency !== undefined)?.agency
  return agency === undefined ? { names } : { names, agency }
}

/** A byline that wraps is cut inside a name where one character stands alone on either side. */
function joinNames(block: Block): string {
  const [first, ...rest] = block.lines.map((line) => line.text)
  const isCut = (text: string, line: string) =>
    /\s\p{Script=Han}$/u.test(text) || /^\p{Script=Han}(?:\s|$)/u.test(line)
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
  const parts: readonly (Block | Paragraph)[] = Object.values(draft).flat()
  return parts.flatMap((part) => part.lines.map((line) => line.number)).toSorted((a, b) => a - b)
}
