import { summarise } from '../summary/index.ts'
import type { CliCommand, ExitCode } from './command.ts'
import { createFindArticle, NoSuchArticleError } from './find-article.ts'
import { linesOf } from './lines.ts'
import { readCount } from './read-count.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** `paperboy summary ID`: an article's key sentences, in the form of docs/architecture.md. */
export const summaryCommand: CliCommand = {
  usage: 'ID [--sentences N] [--json] [--stdin]',
  help: [
    'ID             id of an article, or the id that it has in a JSON Lines file',
    '--sentences N  number of sentences, 3 by default',
    '--json         one line of JSON for each article',
    '--stdin        read ids from standard input, one on each line; answer in JSON, in order',
  ],
  options: { sentences: { type: 'string' }, json: { type: 'boolean' }, stdin: { type: 'boolean' } },
  run: async (call) => {
    const { positionals, values, input, output } = call
    const sentences = readCount('--sentences', values.sentences) ?? 3
    const many = values.stdin === true
    const [id] = positionals
    if (id === undefined && !many)
      throw new UsageError('missing ID: paperboy summary ID; paperboy search shows the ids')
    return withApp(call, async (app) => {
      let code: ExitCode = 0
      const findArticle = createFindArticle(app.archive)
      for await (const asked of many ? linesOf(input) : [id ?? '']) {
        const article = await findArticle(asked.trim())
        if (article) {
          const answer = {
            id: article.id,
            headline: article.headline,
            sentences: summarise(article, { sentences }),
          }
          output.out(
            many || values.json === true
              ? toLine(answer)
              : `${[answer.headline, ...answer.sentences].join('\n')}\n`,
          )
        } else if (many) {
          output.out(toLine({ id: asked, error: 'no such article' }))
          code = 1
        } else throw new NoSuchArticleError(asked)
      }
      return code
    })
  },
}

const toLine = (answer: object) => `${JSON.stringify(answer)}\n`
