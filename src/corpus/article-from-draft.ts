import { type Article, createArticleId, type Subhead } from '../domain/index.ts'
import type { Block } from './block.ts'
import { type Byline, readByline, readLeadByline } from './byline.ts'
import { type Draft, isSubhead } from './draft.ts'
import type { Folio } from './folio.ts'
import { type Paragraph, reflow } from './paragraph.ts'
import { DATELINE, JUMP } from './wording.ts'

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
  const jump = JUMP.exec(paragraphs[0] ?? '')
  if (jump) paragraphs[0] = (paragraphs[0] ?? '').slice(jump[0].length)
  const warnings: string[] = []
  const printed = draft.headline.map(displayText).join(' ')
  if (printed === '') warnings.push('no headline found; the first words stand in for it')
  const headline = printed === '' ? firstWords(paragraphs[0] ?? '') : printed
  const byline = bylineOf(draft, paragraphs)
  const dateline = datelineOf(draft, paragraphs)
  const { paper, date, page: number, section, file, datePrecision } = page
  const printedDate = datePrecision === 'printed' ? date : undefined
  return {
    id: createArticleId({ paper, printedDate, headline, body: paragraphs.join('') }),
    headline,
    kicker: draft.kicker.map(displayText),
    deck: draft.deck.map(displayText),
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
    ...(jump?.[1] === undefined ? {} : { continuedFrom: jump[1] }),
    source: { file, lines: linesOf(draft) },
    warnings,
  }
}

const FIRST_WORDS = 24

const firstWords = (text: string): string =>
  text.length <= FIRST_WORDS ? text || '（无题）' : `${Array.from(text).slice(0, FIRST_WORDS).join('')}…`

/** Lines of a headline are joined with a blank where they are phrases of their own, with none where one runs on. */
export function displayText(block: Block): string {
  const widest = Math.max(...block.lines.map((line) => line.width))
  let text = ''
  for (const [at, line] of block.lines.entries()) {
    const before = block.lines[at - 1]
    const runsOn = before !== undefined && before.width >= widest - 1 && line.width <= before.width
    text += before === undefined ? line.text : runsOn ? line.text : ` ${line.text}`
  }
  return text
}

function bylineOf(draft: Draft, paragraphs: readonly string[]): Byline {
  const lead = readLeadByline(paragraphs[0] ?? '')
  const signed = draft.bylines.flatMap((block) => readByline(joinNames(block)) ?? [])
  const all = [...(lead ? [lead] : []), ...signed]
  const names = [...new Set(all.flatMap((byline) => byline.names))]
  const agency = all.find((byline) => byline.agency !== undefined)?.agency
  return agency === undefined ? { names } : { names, agency }
}

/** A byline that wraps is cut inside a name where one character goes over. */
function joinNames(block: Block): string {
  const [first, ...rest] = block.lines.map((line) => line.text)
  return rest.reduce(
    (text, line) => (/^\p{Script=Han}(?:\s|$)/u.test(line) ? text + line : `${text} ${line}`),
    first ?? '',
  )
}

function datelineOf(draft: Draft, paragraphs: readonly string[]): string | undefined {
  const texts = [...draft.datelines.map((block) => reflow(block.lines)), paragraphs[0] ?? '']
  return texts.flatMap((text) => DATELINE.exec(text)?.[1] ?? [])[0]
}

function linesOf(draft: Draft): number[] {
  const parts: readonly (Block | Paragraph)[] = Object.values(draft).flat()
  return parts.flatMap((part) => part.lines.map((line) => line.number)).toSorted((a, b) => a - b)
}
