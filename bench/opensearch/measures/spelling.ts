import { firstOfNewest } from '../../../src/app/follow-index.ts'
import type { SearchResult } from '../../../src/search/index.ts'
import { createChance } from '../../search/chance.ts'
import { queriesOfAllKinds } from '../../search/kinds-of-query.ts'
import { askAgain, type Setting, tokeniser } from '../setting.ts'

const OF_EACH_KIND = 100
const HAN_WORD = /^\p{sc=Han}{2,4}$/u

/**
 * Whether a process that knows the words of the newest articles only reads misspellings and pinyin as one that knows all, and
 * takes no word of old articles for a misspelling.
 */
export async function measureSpelling({
  articles,
  memory,
  fill,
  server,
}: Setting): Promise<readonly string[]> {
  await fill()
  const asked = await queriesOfAllKinds(articles, tokeniser, OF_EACH_KIND, 30)
  const of = (kind: string) => asked.flatMap((it) => (it.kind === kind ? it.query : []))
  const lines: string[] = []
  const unlike: string[] = []
  for (const [kind, queries] of [
    ['words that only old articles hold', wordsOfOldOnly({ articles, server })],
    ['misspelled words', of('misspelled')],
    ['words in pinyin', of('pinyin')],
  ] as const) {
    let [sameReading, sameFirst, rewritten, refused] = [0, 0, 0, 0]
    for (const query of queries) {
      const [a, b] = [
        await memory.search(query, { today: '2024-12-31' }),
        await askAgain(() => server.search(query, { today: '2024-12-31' })),
      ]
      if (b === undefined) {
        refused++
        continue
      }
      if (a.relaxed.length > 0) rewritten++
      if (readingOf(a) === readingOf(b)) sameReading++
      else unlike.push(`${kind}: ${query}: ${readingOf(a)} ${a.total} / ${readingOf(b)} ${b.total}`)
      if (a.hits[0]?.article.id === b.hits[0]?.article.id) sameFirst++
    }
    lines.push(
      `${kind} (${queries.length - refused}, of which memory reads ${rewritten} otherwise than written): read alike / same first hit | ${sameReading} / ${sameFirst}`,
    )
  }
  return [...lines, ...unlike.slice(0, 20).map((it) => `unlike | ${it}`)]
}

const readingOf = ({ relaxed }: SearchResult) => JSON.stringify(relaxed)

/** Words of the archive that the counts beside the server do not know. */
function wordsOfOldOnly({ articles, server }: Pick<Setting, 'articles' | 'server'>): readonly string[] {
  const chance = createChance(31)
  const known = articles.length - firstOfNewest(articles.length, 0)
  const isUnknown = (word: string) => server.rarityOf(word) > Math.log(1 + known)
  const words = new Set<string>()
  for (let tries = 0; tries < 10 * articles.length && words.size < OF_EACH_KIND; tries++) {
    const article = articles[chance(articles.length)]
    const all = server.wordsOf(article?.headline ?? '').filter((it) => HAN_WORD.test(it))
    const word = all[chance(all.length)]
    if (word !== undefined && isUnknown(word)) words.add(word)
  }
  return [...words]
}
