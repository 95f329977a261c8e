import type { Article } from '../../src/domain/index.ts'
import { percentile } from '../statistics.ts'
import type { Question } from './news.ts'

export interface KnownItemFigures {
  readonly questions: number
  /** Mean of 1 / place of the first right answer among ten. */
  readonly mrr: number
  /** The same of the very article that was meant. */
  readonly strictMrr: number
  /** Share of questions with a right answer among ten, and with one in the first place. */
  readonly recall: number
  readonly first: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** The same in time of the processor, which other programs on the machine do not lengthen as much. */
  readonly p95CpuMs: number
}

/**
 * Asks for articles that are known, ten answers a question. An answer is right if it is the article asked for or holds every word of the query
 * (in headline or body, whatever was indexed); for a full headline also if it bears the same headline.
 */
export async function askKnownItems(
  find: (query: string) => Promise<readonly Article[]>,
  articles: readonly Article[],
  questions: readonly Question[],
): Promise<KnownItemFigures> {
  const bySource = new Map(articles.map((it) => [it.sourceId, it]))
  const times: number[] = []
  const cpuTimes: number[] = []
  let [reciprocals, strictReciprocals, found, first] = [0, 0, 0, 0]
  for (const { kind, query, id } of questions) {
    const asked = bySource.get(id)
    const words = query.split(/\s+/u)
    const isRight = (article: Article | undefined) =>
      article !== undefined &&
      (article === asked ||
        (kind === 'full' && article.headline === asked?.headline) ||
        words.every((word) => `${article.headline}\n${article.paragraphs.join('\n')}`.includes(word)))
    const start = performance.now()
    const cpuStart = process.cpuUsage()
    const answers = await find(query)
    times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(cpuStart)
    cpuTimes.push((user + system) / 1000)
    // Known by where they come from: what was indexed may lack its headline.
    const hits = answers.map((it) => bySource.get(it.sourceId))
    const place = hits.findIndex(isRight)
    if (place >= 0) [reciprocals, found] = [reciprocals + 1 / (place + 1), found + 1]
    if (place === 0) first++
    const strictPlace = asked === undefined ? -1 : hits.indexOf(asked)
    if (strictPlace >= 0) strictReciprocals += 1 / (strictPlace + 1)
  }
  const count = questions.length
  return {
    questions: count,
    mrr: reciprocals / count,
    strictMrr: strictReciprocals / count,
    recall: found / count,
    first: first / count,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p95CpuMs: percentile(cpuTimes, 0.95),
  }
}
