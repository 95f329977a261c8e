import type { App } from '../app/index.ts'
import { composeDigest, type DayDigest, findAskedDay, newestDate, readIssue } from '../digest/index.ts'
import { PaperboyError } from '../domain/index.ts'
import { isDate, isDay } from './asked-day.ts'
import type { CliCommand, ExitCode } from './command.ts'
import { linesOf } from './lines.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** The archive has no issue of this day. */
class NoSuchIssueError extends PaperboyError {
  readonly code = 'NO_SUCH_ISSUE'
}

/** `paperboy digest`: the pick of a day, in the form of docs/architecture.md. */
export const digestCommand: CliCommand = {
  usage: '[--date D] [--json] [--stdin]',
  help: [
    '--date D       day of the issue: 2024-06-08, 6月8日, 昨天; the newest issue by default',
    '--json         one line of JSON for each date',
    '--stdin        read dates from standard input, one on each line; answer in JSON, in order',
  ],
  options: { date: { type: 'string' }, json: { type: 'boolean' }, stdin: { type: 'boolean' } },
  run: async (call) => {
    const { values, input, output } = call
    const many = values.stdin === true
    if (typeof values.date === 'string' && !isDate(values.date))
      throw new UsageError(
        `invalid --date ${values.date}: use YYYY-MM-DD, for example 2024-06-08, or 6月8日, or 昨天`,
      )
    return withApp(call, (app) =>
      many ? answerMany(app, linesOf(input), output.out) : answerOne(app, values, output.out),
    )
  },
}

async function answerOne(
  { archive, today }: App,
  { date, json }: Readonly<Record<string, string | boolean | undefined>>,
  out: (text: string) => void,
): Promise<ExitCode> {
  const newest = await newestDate(archive)
  const asked = typeof date === 'string' ? await dayOf(archive, date, today()) : newest
  if (asked === undefined) throw new NoSuchIssueError('the archive has no dated issue')
  const digest = composeDigest(await readIssue(archive, asked), { date: asked })
  if (digest.sections.length === 0)
    throw new NoSuchIssueError(
      `there is no issue of ${asked}${newest === undefined ? '' : `; the newest issue is of ${newest}`}`,
    )
  out(json === true ? toLine(toJson(digest)) : renderText(digest))
  return 0
}

async function answerMany(
  { archive, today }: App,
  lines: AsyncIterable<string>,
  out: (text: string) => void,
): Promise<ExitCode> {
  let code: ExitCode = 0
  for await (const line of lines) {
    const asked = line.trim()
    const date = await dayOf(archive, asked, today())
    const digest = composeDigest(isDay(date) ? await readIssue(archive, date) : [], { date })
    const found = digest.sections.length > 0
    if (!found) code = 1
    const error = isDate(asked) ? 'no such issue' : 'no date'
    out(toLine({ ...toJson(digest), ...(!found && { error }) }))
  }
  return code
}

/** The day that is asked for, or the text itself where the archive has no issue that it may mean. */
const dayOf = async (archive: App['archive'], text: string, today: string): Promise<string> =>
  isDay(text) ? text : ((await findAskedDay(archive, text, today)) ?? text)

const toLine = (answer: object) => `${JSON.stringify(answer)}\n`

/** A section without a name is `null`, a story without a sentence has an empty summary. */
const toJson = ({ date, sections }: DayDigest) => ({
  date,
  sections: sections.map(({ section = null, stories }) => ({
    section,
    stories: stories.map(({ id, headline, summary = '' }) => ({ id, headline, summary })),
  })),
})

const renderText = ({ date, sections }: DayDigest) =>
  [
    date,
    ...sections.flatMap(({ section, stories }) => [
      '',
      ...(section === undefined ? [] : [`[${section}]`]),
      ...stories.flatMap(({ id, headline, summary }) => [
        `· ${headline}  ${id}`,
        ...(summary === undefined ? [] : [`  ${summary}`]),
      ]),
    ]),
    '',
  ].join('\n')
