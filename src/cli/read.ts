import { stat } from 'node:fs/promises'
import { joinContinuations, type Page, pageJson, readCorpusFile, renderReport } from '../corpus/index.ts'

/** Where a command writes: its answer, and what went wrong. */
export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/**
 * `paperboy read FILE… [--json]`: the articles of each page file, as a report for people or in the contract's form.
 * @returns the exit code: 0, or 1 where a file could not be read.
 */
export async function read(
  files: readonly string[],
  { json }: { readonly json: boolean },
  { out, err }: Output,
): Promise<0 | 1> {
  const pages: Page[] = []
  let code: 0 | 1 = 0
  for (const path of files) {
    const facts = await stat(path).catch(() => undefined)
    const file = path.replaceAll('\\', '/')
    const kind = /\.jsonl$/i.test(path) ? 'ready' : 'page'
    const { size: sizeBytes = 0, mtimeMs: modifiedMs = 0 } = facts ?? {}
    for await (const event of readCorpusFile({ file, path, kind, sizeBytes, modifiedMs })) {
      if (event.event === 'page') pages.push(event.page)
      if (event.event !== 'unreadable') continue
      err(`${event.error.message}\n`)
      code = 1
    }
  }
  const joined = joinContinuations(pages)
  if (json) out(`${JSON.stringify(joined.map(pageJson), undefined, 1)}\n`)
  else out(joined.map(renderReport).join('\n'))
  return code
}
