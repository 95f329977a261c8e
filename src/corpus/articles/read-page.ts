import { isDoubtful } from '../../domain/index.ts'
import type { Assembly } from '../arrangement/assemble.ts'
import type { ReaderTrees } from '../arrangement/reader-trees.ts'
import { applyCorrections, MisfitError } from '../corrections/apply-corrections.ts'
import type { Correction } from '../files/correction.ts'
import { type Line, numbersOf, toLines } from '../layout/line.ts'
import { cutPageSegments } from '../layout/page-segment.ts'
import { isPrintedOn } from '../wording/infer-date.ts'
import { toArticle } from './article-from-draft.ts'
import { type ArticleText, readDraft } from './article-text.ts'
import { datePage, textOfReports } from './date-page.ts'
import { paperOfBylines, readFolio } from './folio.ts'
import type { Leftover, Page } from './page.ts'
import { assemblyOf, bestReading } from './readings.ts'

/** The text of a page file, or of a part of it. */
export interface PageText {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  readonly text: string
  /** Lines of the file that stand before the text; 0 unless it is a part. */
  readonly linesBefore?: number
  /** What an operator says of its articles. */
  readonly corrections?: readonly Correction[]
  /** Told why the corrections of the page do not fit it, in English; then it is read without them. */
  readonly onMisfit?: (reason: string) => void
  /** What judges joins and links, where it is not the trees of the project: a source is left out of those that measure. */
  readonly trees?: ReaderTrees
  /** How sure articles are on average that are not read again, for those that measure: 0 reads once, more than 1 in all ways. */
  readonly sure?: number
}

/** Reads the text layer of one page into the articles that were printed. Pure, and never throws on any text. */
export function readPage(page: PageText): Page {
  const { file, text, linesBefore = 0, trees, sure } = page
  const lines = toLines(text, linesBefore)
  const readings = cutPageSegments(lines).map((segment) => bestReading(segment, trees, sure))
  const parts = readings.map(assemblyOf)
  const assembly = corrected(
    { drafts: parts.flatMap((it) => it.drafts), leftovers: parts.flatMap((it) => it.leftovers) },
    lines,
    page,
  )
  const furniture = assembly.leftovers.filter((block) => block.kind === 'furniture')
  // What no correction has changed was read to judge it.
  const known = new Map(
    readings.flatMap(({ articles }) => articles.map((it) => [it.draft, it.text] as const)),
  )
  const texts = assembly.drafts.map((it) => known.get(it) ?? readDraft(it))
  const folio = readFolio(
    furniture.flatMap((block) => block.lines),
    (day) => isPrintedOn(day, textOfReports(texts)),
  )
  const paper = folio.paper ?? paperOfBylines(texts.flatMap(({ agency }) => agency ?? []))
  const { warnings, ...dated } = datePage(file, folio, texts)
  const facts = { file, ...folio, ...(paper === undefined ? {} : { paper }), ...dated }
  return {
    ...facts,
    articles: texts.map((it) => toArticle(it, facts)),
    leftovers: leftoversOf(assembly),
    warnings: [...warnings, ...guessworkIn(texts)],
  }
}

function corrected(
  assembly: Assembly,
  lines: readonly Line[],
  { corrections = [], onMisfit = () => {} }: PageText,
): Assembly {
  try {
    return applyCorrections(assembly, corrections, lines)
  } catch (error) {
    if (!(error instanceof MisfitError)) throw error
    onMisfit(error.message)
    return assembly
  }
}

/** A page most of whose articles are doubtful says so. */
function guessworkIn(texts: readonly ArticleText[]): readonly string[] {
  const doubtful = texts.filter(isDoubtful).length
  if (texts.length === 0 || doubtful <= texts.length * MOSTLY) return []
  return [`mostly guesswork: ${doubtful} of ${texts.length} articles are most likely cut wrong`]
}

const MOSTLY = 0.5

const leftoversOf = ({ leftovers }: Assembly): readonly Leftover[] =>
  leftovers.map(({ kind, lines }) => ({
    kind: kind === 'furniture' ? 'furniture' : 'stray',
    lines: numbersOf(lines),
    text: lines.map((line) => line.text).join(' '),
  }))
