import type { Article } from '../../src/domain/index.ts'
import type { SearchEngine } from '../../src/search/index.ts'

/** Shares of the first five hits, as far as there can be five, 0 to 1. */
export interface TopicFigures {
  readonly inText: number
  readonly inHeadline: number
  /** The most that may hold the topic in the headline: there are fewer such articles than five of some topics. */
  readonly most: number
}

/** Asks for topics in all ways of `templates`, in which `…` stands for the topic. */
export async function askTopics(
  search: SearchEngine,
  articles: readonly Article[],
  topics: readonly string[],
  templates: readonly string[],
): Promise<TopicFigures> {
  const textOf = (it: Article) => [it.headline, ...it.paragraphs].join('\n')
  let [wanted, most, inText, inHeadline] = [0, 0, 0, 0]
  for (const topic of topics) {
    const possible = Math.min(HITS, articles.filter((it) => textOf(it).includes(topic)).length)
    const withHeadline = Math.min(HITS, articles.filter((it) => it.headline.includes(topic)).length)
    for (const template of templates) {
      const { hits } = await search.search(template.replace('…', topic), { limit: HITS })
      wanted += possible
      most += withHeadline
      inText += hits.filter(({ article }) => textOf(article).includes(topic)).length
      inHeadline += hits.filter(({ article }) => article.headline.includes(topic)).length
    }
  }
  return { inText: inText / wanted, inHeadline: inHeadline / wanted, most: most / wanted }
}

const HITS = 5
