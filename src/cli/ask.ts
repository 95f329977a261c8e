import { type Answer, type AnswerResult, answerQuestion } from '../answers/index.ts'
import { renderQuery } from '../search/index.ts'
import type { CliCommand, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import { hitJson } from './hit-json.ts'
import { linesOf } from './lines.ts'
import { readCount } from './read-count.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** `paperboy ask QUESTION`: the sentences of the archive that answer, in the form of docs/architecture.md. */
export const askCommand: CliCommand = {
  usage: 'QUESTION [--answers N] [--limit N] [--json] [--stdin]',
  help: [
    '--answers N    maximum number of answers, 3 by default',
    '--limit N      maximum number of articles below them, 10 by default',
    '--json         one line of JSON for each question',
    '--stdin        read questions from standard input, one on each line; answer in JSON, in order',
  ],
  options: {
    answers: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
    stdin: { type: 'boolean' },
  },
  run: async (call) => {
    const { positionals, values, input, output } = call
    const limit = readCount('--limit', values.limit) ?? 10
    const answers = readCount('--answers', values.answers) ?? 3
    const question = positionals.join(' ')
    if (question.trim() === '' && values.stdin !== true)
      throw new UsageError('missing QUESTION: paperboy ask QUESTION')
    const render = values.json === true || values.stdin === true ? renderJson : renderText
    return withApp<ExitCode>(call, async ({ search, today }) => {
      for await (const asked of values.stdin === true ? linesOf(input) : [question])
        output.out(render(asked, await answerQuestion(asked, search, { answers, limit, today: today() })))
      return 0
    })
  },
}

const renderJson = (question: string, { kind, answers, found }: AnswerResult) =>
  `${JSON.stringify({ question, kind: kind ?? null, answers: answers.map(answerJson), hits: found.hits.map(hitJson) })}\n`

const answerJson = ({ article, sentence, highlights, paragraph, score, isOlder }: Answer) => ({
  sentence,
  highlights,
  id: article.id,
  headline: article.headline,
  // A field of the contract is always there; JSON says null where there is nothing to say.
  date: article.issueDate ?? null,
  paper: article.paper ?? null,
  page: article.page ?? null,
  paragraph,
  score,
  older: isOlder,
})

function renderText(question: string, { answers, found }: AnswerResult): string {
  const said = answers.flatMap(({ article, sentence, paragraph, isOlder }) => [
    `  ${sentence}${isOlder ? ' (older)' : ''}`,
    `    ${[article.headline, article.paper, article.issueDate, article.page, `${article.id} paragraph ${paragraph + 1}`].filter(Boolean).join(' · ')}`,
  ])
  const heading =
    answers.length > 0
      ? question
      : `${question}\n  the archive does not say; searched for: ${renderQuery(found.understood)}`
  const articles = found.hits.map(({ article }, i) => `  ${i + 1}. ${article.headline} · ${article.id}`)
  return `${[heading, ...said, ...(articles.length > 0 ? [countOf(found.total, 'article')] : []), ...articles].join('\n')}\n`
}
