import { canBeDrawn, captionOf, composeChart, textsOf } from '../chat/index.ts'
import { countTrend, PERIOD_LENGTHS, type PeriodLength, type Trend } from '../trends/index.ts'
import type { CliCommand, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import { isPng, writePicture } from './draw-pictures.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

const LETTER = /[\p{L}\p{N}]/u

/** `paperboy trend QUERY`: how often the archive speaks of something, in the form of docs/architecture.md. */
export const trendCommand: CliCommand = {
  usage: 'QUERY[, QUERY…] [--by day|week|month|year] [--json] [--out FILE.png [--dark]]',
  help: [
    'QUERY          what to count; up to four queries with commas between them are compared',
    '--by LENGTH    count by day, week, month or year; what fits the span without it',
    '--json         one line of JSON',
    '--out FILE     draw it as a PNG picture',
    '--dark         light letters on dark paper',
  ],
  options: {
    by: { type: 'string' },
    json: { type: 'boolean' },
    out: { type: 'string' },
    dark: { type: 'boolean' },
  },
  run: async (call) => {
    const { positionals, values, output } = call
    const query = positionals.join(' ')
    if (!LETTER.test(query)) throw new UsageError('missing QUERY: paperboy trend QUERY')
    const by = readLength(values.by)
    const { out } = values
    if (out !== undefined && (typeof out !== 'string' || !isPng(out)))
      throw new UsageError('--out is no PNG: paperboy trend QUERY --out FILE.png')
    return withApp<ExitCode>(call, async (app) => {
      const trend = await countTrend(query, { today: app.today(), ...(by && { by }) }, app)
      if (out !== undefined && canBeDrawn(trend)) {
        const { drawPicture } = await import('../pictures/index.ts')
        await writePicture(
          out,
          await drawPicture(composeChart(trend, textsOf('zh-Hans'), values.dark === true)),
        )
      }
      output.out(values.json === true ? renderJson(trend) : renderText(trend))
      return 0
    })
  },
}

function readLength(value: string | boolean | undefined): PeriodLength | undefined {
  const by = PERIOD_LENGTHS.find((it) => it === value)
  if (value !== undefined && by === undefined)
    throw new UsageError(`--by must be one of ${PERIOD_LENGTHS.join(', ')}`)
  return by
}

const renderJson = (trend: Trend): string => {
  const queries = trend.lines.map(({ query, total, undated, points }) => ({
    query,
    total,
    undated,
    // A field of the contract is always there; JSON says null where there is nothing to say.
    points: points.map((it) => ({
      from: it.from,
      to: it.to,
      count: it.count,
      per1000: it.per1000 ?? null,
      ...(it.peak && { peak: it.peak }),
    })),
  }))
  return `${JSON.stringify({ queries, by: trend.by, caption: captionOf(trend, textsOf('zh-Hans')) })}\n`
}

/** Characters of its first day that name a period. */
const SHOWN_OF_DATE: Readonly<Record<PeriodLength, number>> = { day: 10, week: 10, month: 7, year: 4 }

function renderText(trend: Trend): string {
  const tables = trend.lines.flatMap(({ query, total, points }) => [
    '',
    `${query}: ${countOf(total, 'article')} by ${trend.by}`,
    ...points.map(({ from, count, per1000, peak }) =>
      [
        `  ${from.slice(0, SHOWN_OF_DATE[trend.by])}`,
        `${count}`.padStart(6),
        `${per1000 ?? '-'}`.padStart(8),
        peak?.headline ?? '',
      ]
        .join('  ')
        .trimEnd(),
    ),
  ])
  return `${[captionOf(trend, textsOf('zh-Hans')), ...tables].join('\n')}\n`
}
