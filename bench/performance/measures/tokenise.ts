import { createTokeniser, normalise, openSegmenter } from '../../../src/language/index.ts'
import { readAllArticles } from '../corpus/read-made.ts'
import { costOf } from '../cost.ts'
import type { Measure } from '../task.ts'

/** More say the same. */
const ARTICLES = 5000

/** Text to words: the dictionary, and each step in MB of UTF-8 a CPU second. */
export const measureTokenise: Measure = async ({ corpus }) => {
  const articles = (await readAllArticles(corpus.corpus)).slice(0, ARTICLES)
  const texts = articles.map((it) => [it.headline, ...it.paragraphs].join('\n'))
  const megabytes = texts.reduce((sum, it) => sum + Buffer.byteLength(it), 0) / 1e6
  const rssBefore = process.memoryUsage().rss
  const dictionary = await costOf(openSegmenter)
  const dictionaryMb = (process.memoryUsage().rss - rssBefore) / 1e6
  const segmenter = await openSegmenter()
  const tokeniser = createTokeniser(segmenter)
  const speedOf = async (step: (text: string) => unknown) => {
    const { cpuMs } = await costOf(async () => texts.forEach(step))
    return (1000 * megabytes) / cpuMs
  }
  const normalising = await speedOf(normalise)
  const cutting = await speedOf((text) => segmenter.cut(text))
  const terms = await speedOf((text) => tokeniser.termsOf(text))
  return {
    dictionaryMs: dictionary.wallMs,
    dictionaryMb,
    normalising,
    cutting,
    terms,
    articles: (terms * articles.length) / megabytes,
  }
}
