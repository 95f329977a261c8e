import { archiveOf } from '../../../test/support/seed-articles.ts'
import { askKnownItems } from '../../search/known-items.ts'
import { readNews } from '../../search/news.ts'
import type { Query } from '../corpus/query.ts'
import { kindOf, warmTokeniser } from '../engines/open-engine.ts'
import type { Figures, Measure } from '../task.ts'

/** Questions by their kind in the file: a few words, a clause of a headline, a whole headline. */
const KINDS = ['words', 'clause', 'full'] as const

/** Mean reciprocal rank among ten on real news: of an article that holds all words, and of the one that was meant. */
export const measureRelevance: Measure = async (task) => {
  const { articles, questions } = readNews(task.news)
  const engine = await (await kindOf(task)).create({
    tokeniser: await warmTokeniser(),
    archive: archiveOf(articles),
  })
  await engine.add(articles)
  const byId = new Map(articles.map((it) => [it.id, it]))
  const figures: Record<string, number> = {}
  for (const kind of KINDS) {
    const find = async (text: string) => {
      const query: Query = { kind: kind === 'words' ? 'words' : 'piece', text }
      return (await engine.find(query, 10)).flatMap((id) => byId.get(id) ?? [])
    }
    const asked = questions.filter((it) => it.kind === kind)
    const { mrr, strictMrr } = await askKnownItems(find, articles, asked)
    Object.assign(figures, { [kind]: mrr, [`${kind} strict`]: strictMrr })
  }
  return figures satisfies Figures
}
