import { type Relaxation, renderQuery, type SearchResult } from '../search/index.ts'
import type { CliCommand, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import { hitJson } from './hit-json.ts'
import { linesOf } from './lines.ts'
import { readCount } from './read-count.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** `paperboy search QUERY`: what a reader finds in chat, in the form of docs/architecture.md. */
export const searchCommand: CliCommand = {
  usage: 'QUERY [--limit N] [--json] [--stdin]',
  help: [
    '--limit N      maximum number of hits, 10 by default',
    '--json         one line of JSON for each query',
    '--stdin        read queries from standard input, one on each line; answer in JSON, in order',
  ],
  options: { limit: { type: 'string' }, json: { type: 'boolean' }, stdin: { type: 'boolean' } },
  run: async (call) => {
    const { positionals, values, input, output } = call
    const limit = readCount('--limit', values.limit) ?? 10
    const query = positionals.join(' ')
    if (query.trim() === '' && values.stdin !== true)
      throw new UsageError('missing QUERY: paperboy search QUERY')
    const render = values.json === true || values.stdin === true ? renderJson : renderText
    return withApp<ExitCode>(call, async ({ search, today }) => {
      for await (const asked of values.stdin === true ? linesOf(input) : [query])
        output.out(render(asked, await search.search(asked, { limit, today: today() })))
      return 0
    })
  },
}

const renderJson = (query: string, result: SearchResult) => {
  const { total, hits, suggestions, understood, question, otherNames, relaxed, problems, partial } = result
  const { fillers, kind = null, wantsNewest } = question
  const reading = { query: renderQuery(understood), fillers, kind, wantsNewest, otherNames }
  return `${JSON.stringify({ query, total, hits: hits.map(hitJson), suggestions, understood: reading, relaxed, problems, partial })}\n`
}

function renderText(query: string, { total, hits, suggestions, relaxed, partial }: SearchResult): string {
  const lines = hits.flatMap(({ article, excerpts }, index) => [
    `${index + 1}. ${article.headline}`,
    `   ${[article.paper, article.issueDate, article.page, article.id].filter(Boolean).join(' · ')}`,
    ...excerpts.map(({ text }) => `   ${text}`),
  ])
  const offer = suggestions.length > 0 ? [`did you mean: ${suggestions.join(' / ')}`] : []
  const part = partial ? ['partial: some of the search server did not answer, there may be more'] : []
  return `${[`${query}: ${countOf(total, 'article')}`, ...part, ...relaxed.map(renderRelaxation), ...lines, ...offer].join('\n')}\n`
}

function tellComplete(count: number): string {
  if (count === 0) return 'no article holds all words: these hold some'
  return `the first ${count === 1 ? 'one holds' : `${count} hold`} all words, the others some`
}

/** What search did on its own, in the words of the help. */
function renderRelaxation(it: Relaxation): string {
  switch (it.kind) {
    case 'someWords':
      return it.missing.length > 0
        ? `left out, as no article holds it: ${it.missing.join(', ')}`
        : tellComplete(it.complete)
    case 'alike':
      return it.only
        ? 'no article holds enough of the words: these have headlines that mean nearly the same'
        : 'headlines that mean nearly the same are among them'
    case 'corrected':
      return `no article holds ${it.from}: searched for ${it.to}`
    case 'pinyin':
      return `${it.from} was read as ${it.to.join(' or ')}`
    case 'dateAsWord':
      return `no issue of ${it.texts.join(', ')} fits: taken for words`
    case 'phraseAsWords':
      return `no article holds ${it.texts.join(', ')} as written: searched for its words`
  }
}
