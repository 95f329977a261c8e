import { sentencesOf } from '../../../src/language/index.ts'
import type { NewsRecord } from '../../search/news.ts'

/** What articles are made of. */
export interface Pool {
  /** Real sentences of bodies, each once. */
  readonly sentences: readonly string[]
  /** Parts of real headlines, each once. */
  readonly clauses: readonly string[]
  /** Length of every real body. */
  readonly lengths: readonly number[]
}

/** Shorter ones are interjections, longer ones lists of names. */
const SENTENCE = { least: 8, most: 160 }
const CLAUSE = { least: 4, most: 24 }

export function poolOf(news: readonly Pick<NewsRecord, 'headline' | 'body'>[]): Pool {
  const within = ({ least, most }: typeof SENTENCE) => {
    return (text: string) => text.length >= least && text.length <= most
  }
  return {
    sentences: unique(news.flatMap((it) => split(it.body))).filter(within(SENTENCE)),
    clauses: unique(news.flatMap((it) => it.headline.split(/[\s　，：:；—]+/u))).filter(within(CLAUSE)),
    lengths: news.map((it) => it.body.length),
  }
}

const split = (body: string) => sentencesOf(body).map(([from, to]) => body.slice(from, to))
const unique = (texts: readonly string[]) => [...new Set(texts)]
