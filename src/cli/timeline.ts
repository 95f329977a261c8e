import { type Timeline, tellTimeline } from '../trends/index.ts'
import type { CliCommand, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

const LETTER = /[\p{L}\p{N}]/u

/** `paperboy timeline QUERY`: how something went, in the form of docs/architecture.md. */
export const timelineCommand: CliCommand = {
  usage: 'QUERY [--json]',
  help: ['--json         one line of JSON'],
  options: { json: { type: 'boolean' } },
  run: async (call) => {
    const { positionals, values, output } = call
    const query = positionals.join(' ')
    if (!LETTER.test(query)) throw new UsageError('missing QUERY: paperboy timeline QUERY')
    return withApp<ExitCode>(call, async (app) => {
      const timeline = await tellTimeline(query, { today: app.today() }, app)
      output.out(values.json === true ? renderJson(timeline) : renderText(timeline))
      return 0
    })
  },
}

const renderJson = ({ query, total, undated, events }: Timeline): string =>
  `${JSON.stringify({
    query,
    total,
    undated,
    events: events.map(({ kind, article, excerpt }) => ({
      kind,
      // A field of the contract is always there; JSON says null where there is nothing to say.
      date: article.issueDate ?? null,
      sentence: excerpt.text,
      highlights: excerpt.highlights,
      id: article.id,
      headline: article.headline,
      paper: article.paper ?? null,
      page: article.page ?? null,
    })),
  })}\n`

function renderText({ query, total, undated, events }: Timeline): string {
  const told = events.flatMap(({ kind, article, excerpt }) => [
    `  ${article.issueDate ?? ''} ${kind}: ${article.headline}`,
    `    ${excerpt.text}`,
    `    ${[article.paper, article.page, article.id].filter(Boolean).join(' · ')}`,
  ])
  const left = undated > 0 ? [`  without a date: ${undated}`] : []
  return `${[`${query}: ${countOf(total, 'article')}`, ...told, ...left].join('\n')}\n`
}
