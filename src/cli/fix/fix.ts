import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CorpusFile,
  type Correction,
  correctionsFileOf,
  kindOfFile,
  readCorrections,
  renderCorrections,
  renderLineRanges,
  writeCorrections,
} from '../../corpus/index.ts'
import { type Article, PaperboyError } from '../../domain/index.ts'
import type { CliCommand, ExitCode, Output } from '../command.ts'
import { UsageError } from '../usage-error.ts'
import { isAsked, readOrders } from './orders.ts'
import { type ReadResult, readWith } from './read-with.ts'

/** A page cannot be corrected in this way. */
export class CorrectionError extends PaperboyError {
  readonly code = 'CORRECTION'
}

/** `paperboy fix PAGE …`: an operator corrects how a page is cut, in a file beside it. */
export const fixCommand: CliCommand = {
  usage:
    'PAGE [--join A,B…] [--split LINE] [--headline LINES [--kicker LINES] [--deck LINES] --of A] [--order LINE,LINE…] [--undo] [--dry-run] [--json]',
  help: [
    'PAGE             a text page: a path, or its name below the corpus folder. Alone: shows its articles and corrections',
    '--join A,B…      make one article of several; A is an id of paperboy read, or the number of one of its lines',
    '--split LINE     begin another article at a line of the body',
    '--headline LINES  set the headline of the article --of A (after --split: of the new one); LINES is 3-4,7',
    '--kicker LINES   the lines over the headline; needs --headline',
    '--deck LINES     the lines under the headline; needs --headline',
    '--order L,L…     put the parts of a body that begin with these lines in this order',
    '--undo           take back the last correction of the page',
    '--dry-run        show what would come of it, and write nothing',
    '--json           print one line of JSON',
  ],
  options: {
    join: { type: 'string' },
    split: { type: 'string' },
    headline: { type: 'string' },
    kicker: { type: 'string' },
    deck: { type: 'string' },
    of: { type: 'string' },
    order: { type: 'string' },
    undo: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async ({ positionals, values, config, output }) => {
    const [page, more] = positionals
    if (page === undefined || more !== undefined) throw new UsageError('name one PAGE: paperboy fix PAGE')
    if (values.undo === true && isAsked(values)) throw new UsageError('--undo stands alone')
    const file = await findPage(page, config.CORPUS_DIR)
    const known = await readCorrections(file.path, file.file)
    const before = await readWith(file, known)
    const now =
      values.undo === true
        ? known.slice(0, -1)
        : [...known, ...(await readOrders(file, before.articles, values))]
    if (values.undo === true && known.length === 0)
      throw new CorrectionError(`there is no correction of ${file.file} to take back`)
    const isChange = values.undo === true || now.length > known.length
    const after = isChange ? await readWith(file, now) : before
    // What is taken back need not fit, and nor need what stays.
    if (now.length > known.length && after.misfit !== undefined)
      throw new CorrectionError(`${file.file} cannot be corrected so: ${after.misfit}`)
    const isDry = values['dry-run'] === true
    if (isChange && !isDry) await writeCorrections(file.path, file.file, now)
    const result = { file: file.file, corrections: now, before, after, isChange, isDry }
    return values.json === true ? tellJson(result, output) : tell(result, output)
  },
}

async function findPage(page: string, corpus: string): Promise<CorpusFile> {
  for (const path of [page, join(corpus, page)]) {
    const facts = await stat(path).catch(() => undefined)
    if (!facts?.isFile()) continue
    const file = page.replaceAll('\\', '/')
    const kind = kindOfFile(path)
    if (kind !== 'page')
      throw new CorrectionError(
        `${file} is no text page: only pages that are cut by their text (*.txt) can be corrected`,
      )
    return { file, path, kind, sizeBytes: facts.size, modifiedMs: facts.mtimeMs }
  }
  throw new CorrectionError(`there is no file ${page}, and none of that name in ${corpus}`)
}

interface Result {
  readonly file: string
  readonly corrections: readonly Correction[]
  readonly before: ReadResult
  readonly after: ReadResult
  readonly isChange: boolean
  readonly isDry: boolean
}

function tell({ file, corrections, before, after, isChange, isDry }: Result, { out, err }: Output): ExitCode {
  const known = new Set(before.articles.map(({ id }) => id))
  for (const article of after.articles) out(`${known.has(article.id) ? ' ' : '*'} ${lineOf(article)}\n`)
  const target = correctionsFileOf(file)
  if (after.misfit !== undefined)
    err(`paperboy: ${target} does not fit any more, so that the page is read without it: ${after.misfit}\n`)
  if (isDry) out(`\n${target} would say:\n${renderCorrections(corrections)}`)
  else if (isChange)
    err(`${target}: ${corrections.length} corrections. The archive follows when the page is read next\n`)
  else
    out(corrections.length === 0 ? '\nno corrections\n' : `\n${target}:\n${renderCorrections(corrections)}`)
  return after.misfit === undefined ? 0 : 1
}

const lineOf = ({ id, headline, source }: Article): string =>
  `${headline}  [${id}]  lines ${renderLineRanges(source.lines)}`

function tellJson({ file, corrections, after, isChange, isDry }: Result, { out }: Output): ExitCode {
  const articles = after.articles.map(({ id, headline, source }) => ({ id, headline, lines: source.lines }))
  const text: unknown = JSON.parse(renderCorrections(corrections))
  const misfit = after.misfit ?? null
  out(
    `${JSON.stringify({ file: correctionsFileOf(file), written: isChange && !isDry, misfit, ...Object(text), articles })}\n`,
  )
  return after.misfit === undefined ? 0 : 1
}
