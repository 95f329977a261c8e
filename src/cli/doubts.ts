import { renderLineRanges } from '../corpus/index.ts'
import type { Doubt } from '../store/index.ts'
import type { CliCommand } from './command.ts'
import { readCount } from './read-count.ts'
import { withApp } from './with-app.ts'

/** Articles that `paperboy doubts` lists unless told otherwise. */
export const DOUBTS_SHOWN = 20

/** `paperboy doubts`: the articles that are most likely cut wrong, and those that readers have reported. */
export const doubtsCommand: CliCommand = {
  usage: '[--limit N] [--json]',
  help: [`--limit N  show at most N articles; ${DOUBTS_SHOWN} unless told`, '--json     one line of JSON'],
  options: { limit: { type: 'string' }, json: { type: 'boolean' } },
  run: (call) =>
    withApp(call, async ({ archive, store: { doubts } }) => {
      const { values, output } = call
      const limit = readCount('--limit', values['limit']) ?? DOUBTS_SHOWN
      const [found, counts, { articles }] = await Promise.all([
        doubts.list(limit),
        doubts.counts(),
        archive.size(),
      ])
      if (values['json'] === true)
        output.out(`${JSON.stringify({ articles, ...counts, doubts: found.map(toJson) })}\n`)
      else {
        output.out(
          `${counts.doubtful} of ${articles} articles are doubtful, readers reported ${counts.reported}\n`,
        )
        for (const doubt of found) output.out(`\n${report(doubt)}\n`)
        if (found.length > 0)
          output.out('\nCompare with the page: paperboy read FILE shows how it was cut, and where.\n')
      }
      return 0 as const
    }),
}

const toJson = ({ article, certainty, reports }: Doubt) => ({
  id: article.id,
  headline: article.headline,
  certainty: certainty ?? null,
  reports,
  paper: article.paper ?? null,
  date: article.issueDate ?? null,
  page: article.page ?? null,
  file: article.source.file,
  lines: article.source.lines,
})

/** Three lines: what it is, where it stands, and why it is doubted. */
function report({ article, certainty, reports }: Doubt): string {
  const { file, lines } = article.source
  const { confidence } = article
  const why = [
    ...(reports > 0 ? [`${reports} ${reports === 1 ? 'reader says' : 'readers say'} that it is wrong`] : []),
    ...(certainty === undefined ? [] : [`${percent(certainty)} sure`]),
    ...(confidence
      ? [`borders ${percent(confidence.borders)}, headline ${percent(confidence.headline)}`]
      : []),
  ]
  return [
    `${article.headline}  [${article.id}]`,
    `  ${file}, lines ${placeOf(lines)}`,
    `  ${why.join('; ')}`,
  ].join('\n')
}

/** Exactly if that is short; else from the first line to the last. */
function placeOf(lines: readonly number[]): string {
  const ranges = renderLineRanges(lines)
  return ranges.length <= LONGEST_RANGES ? ranges : `${Math.min(...lines)}–${Math.max(...lines)} (in parts)`
}

const LONGEST_RANGES = 40

const percent = (share: number): string => `${Math.round(share * 100)} %`
