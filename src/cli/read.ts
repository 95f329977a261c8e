import { stat } from 'node:fs/promises'
import { joinContinuations, type Page, pageJson, readCorpusFile, renderReport } from '../corpus/index.ts'
import type { CliCommand, ExitCode, Output } from './command.ts'
import { UsageError } from './usage-error.ts'

/** `paperboy read FILE… [--json]`: the articles of each page file. */
export const readCommand: CliCommand = {
  usage: 'FILE… [--json]',
  help: ['--json         the articles as one JSON array, a page an element'],
  options: { json: { type: 'boolean' } },
  run: async ({ positionals, values, output }) => {
    if (positionals.length === 0) throw new UsageError('read what? name one page file or more')
    return read(positionals, values.json === true, output)
  },
}

async function read(files: readonly string[], json: boolean, { out, err }: Output): Promise<ExitCode> {
  const pages: Page[] = []
  let code: ExitCode = 0
  for (const path of files) {
    const facts = await stat(path).catch(() => undefined)
    const file = path.replaceAll('\\', '/')
    const kind = /\.jsonl$/i.test(path) ? 'ready' : 'page'
    const { size: sizeBytes = 0, mtimeMs: modifiedMs = 0 } = facts ?? {}
    for await (const told of readCorpusFile({ file, path, kind, sizeBytes, modifiedMs })) {
      if (told.event === 'page') pages.push(told.page)
      if (told.event === 'warning') err(`paperboy: ${file}: ${told.message}\n`)
      if (told.event !== 'unreadable') continue
      err(`paperboy: ${told.error.message}\n`)
      code = 1
    }
  }
  const joined = joinContinuations(pages)
  out(json ? `${JSON.stringify(joined.map(pageJson), undefined, 1)}\n` : joined.map(renderReport).join('\n'))
  return code
}
