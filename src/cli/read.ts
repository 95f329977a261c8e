import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CorpusFile,
  FILE_KINDS,
  type FileKind,
  joinContinuations,
  kindOfFile,
  listCorpus,
  type Page,
  pageJson,
  readCorpusFile,
  renderReport,
  withoutDoubles,
} from '../corpus/index.ts'
import type { CliCommand, ExitCode, Output } from './command.ts'
import { noPagesIn } from './empty-folder.ts'
import { tellUnread } from './unread.ts'
import { UsageError } from './usage-error.ts'

/** `paperboy read FILE… [--json]`: the articles of each file, or of all files below a folder. */
export const readCommand: CliCommand = {
  usage: 'FILE… [--form FORM] [--json] [--outline FILE.png]',
  help: [
    'FILE           a file, or a folder: all files below it',
    `--form FORM    read files as ${FILE_KINDS.join(', ')}; by default its name and what is in it decide`,
    '--json         print one JSON array with one element for each page',
    '--outline FILE  draw the pages of one PDF as pictures, with their articles outlined: FILE.png, FILE-2.png …',
  ],
  options: { json: { type: 'boolean' }, form: { type: 'string' }, outline: { type: 'string' } },
  run: async ({ positionals, values, output }) => {
    if (positionals.length === 0) throw new UsageError('missing FILE: name one file or folder, or more')
    const { outline } = values
    if (typeof outline === 'string' && positionals.length !== 1)
      throw new UsageError('--outline draws one PDF: name one FILE')
    const request = { form: formOf(values.form), json: values.json === true, outline }
    return read(positionals, request, output)
  },
}

function formOf(value: string | boolean | undefined): FileKind | undefined {
  if (value === undefined) return undefined
  const form = FILE_KINDS.find((it) => it === value)
  if (form === undefined) throw new UsageError(`unknown form ${value}; use ${FILE_KINDS.join(', ')}`)
  return form
}

interface ReadRequest {
  readonly form: FileKind | undefined
  readonly json: boolean
  /** Where to draw the pages to. */
  readonly outline: string | boolean | undefined
}

async function read(
  paths: readonly string[],
  { form, json, outline }: ReadRequest,
  { out, err }: Output,
): Promise<ExitCode> {
  const pages: Page[] = []
  const forms = new Map<string, FileKind>()
  let code: ExitCode = 0
  const fail = (message: string) => {
    err(`paperboy: ${message}\n`)
    code = 1
  }
  for (const path of paths)
    for await (const file of filesOf(path, form, fail, (message) => err(`paperboy: ${message}\n`))) {
      forms.set(file.file, file.kind)
      for await (const told of readCorpusFile(file)) {
        if (told.event === 'page') {
          pages.push(told.page)
          if (told.form !== undefined) forms.set(file.file, told.form)
        } else if (told.event === 'unreadable') fail(told.error.message)
        else if (told.event === 'warning') err(`paperboy: ${file.file}: ${told.message}\n`)
      }
    }
  if (pages.length === 0 && code === 0) fail(noPagesIn(paths.join(', ')))
  const best = withoutDoubles(pages)
  const left = countArticles(pages) - countArticles(best)
  if (left > 0) err(`paperboy: ${left} articles are left out: they stand in a better form too\n`)
  const joined = joinContinuations(best)
  const kind = ({ file }: Page) => forms.get(file) ?? 'page'
  out(
    json
      ? `${JSON.stringify(
          joined.map((it) => ({ ...pageJson(it), form: kind(it) })),
          undefined,
          1,
        )}\n`
      : joined.map((it) => renderReport(it, kind(it))).join('\n'),
  )
  if (typeof outline === 'string')
    for (const file of await draw(paths, forms, pages, outline)) err(`drew ${file}\n`)
  return code
}

const countArticles = (pages: readonly Page[]): number =>
  pages.reduce((sum, { articles }) => sum + articles.length, 0)

/** Draws the pages of the one PDF that was read. */
async function draw(
  [path = '']: readonly string[],
  forms: ReadonlyMap<string, FileKind>,
  pages: readonly Page[],
  out: string,
): Promise<readonly string[]> {
  if (![...forms.values()].includes('pdf')) throw new UsageError(`--outline draws PDFs; ${path} is none`)
  const { drawOutlines } = await import('./outline.ts')
  return drawOutlines({ path, pages, out })
}

/** A file by itself, or the files below a folder that have a form. */
async function* filesOf(
  path: string,
  form: FileKind | undefined,
  fail: (message: string) => void,
  tell: (message: string) => void,
): AsyncGenerator<CorpusFile> {
  const facts = await stat(path).catch(() => undefined)
  if (facts?.isDirectory()) {
    const passedOver = new Map<string, number>()
    const onPassedOver = (_file: string, reason: string) =>
      void passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1)
    for await (const it of listCorpus(path, ({ error }) => fail(error.message), onPassedOver))
      yield { ...it, file: join(path, it.file).replaceAll('\\', '/'), ...asGiven(form, it.kind) }
    for (const line of tellUnread({ reasons: new Map(), passedOver })) tell(`${path}: not read: ${line}`)
    return
  }
  const { size: sizeBytes = 0, mtimeMs: modifiedMs = 0 } = facts ?? {}
  const file = path.replaceAll('\\', '/')
  yield { file, path, ...asGiven(form, kindOfFile(path) ?? 'page'), sizeBytes, modifiedMs }
}

const asGiven = (form: FileKind | undefined, byName: FileKind) =>
  form === undefined ? { kind: byName } : { kind: form, isFormGiven: true }
