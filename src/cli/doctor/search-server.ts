import { openSearchServer } from '../../app/index.ts'
import type { Config } from '../../config/index.ts'
import { createTokeniser, openSegmenter } from '../../language/index.ts'
import { systemClock } from '../../ops/index.ts'
import { createSearch } from '../../search/index.ts'
import type { Store } from '../../store/index.ts'
import { type Check, look } from './check.ts'

/** What the server says is told by the check, and not logged as well. */
const SILENT = { error: () => {}, info: () => {} }
const MEND = 'docs/scale.md says what the search server needs'

/** Whether the search server of the settings answers, and its index is right for the archive; nothing without one. */
export async function checkSearchServer(config: Config, { archive }: Store): Promise<readonly Check[]> {
  if (config.SEARCH_URL === undefined) return []
  const check = 'search server'
  const tokeniser = createTokeniser(await openSegmenter())
  return [
    await look(check, MEND, async () => {
      let server: ReturnType<typeof openSearchServer>
      createSearch(tokeniser, archive, (counts) => {
        server = openSearchServer(config, { tokeniser, archive, counts }, systemClock, SILENT)
        return server?.remote
      })
      if (server === undefined) throw new Error('there is an address')
      try {
        const { facts, current } = await server.remote.inspect()
        const what = `OpenSearch ${facts.version}, cluster ${facts.cluster}`
        if (current === undefined)
          return { check, state: 'warn', finding: `${what}: no index yet`, mend: 'run paperboy index' }
        const { documents } = await server.remote.state()
        const behind = (await archive.state()).revision - current.revision
        const finding = `${what}: ${documents} articles in ${current.index}`
        return behind > 0
          ? {
              check,
              state: 'warn',
              finding: `${finding}, ${behind} changes behind`,
              mend: 'run paperboy index, or start the bot',
            }
          : { check, state: 'ok', finding }
      } finally {
        await server.remote.close()
      }
    }),
  ]
}
