/**
 * `npm run bench:pictures -- [FOLDER] [--cards 300]`: the processor time of quotation cards of articles of FOLDER (the seed
 * pages unless told), and which characters of all of its articles no font has. Prints the table of docs/pictures.md.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composeCard, quotableSentences, textsOf } from '../src/chat/index.ts'
import { readCorpus } from '../src/corpus/index.ts'
import type { Article } from '../src/domain/index.ts'
import { createFontBook, isVisible } from '../src/pictures/fonts/font-book.ts'
import { drawPicture } from '../src/pictures/index.ts'
import { figure, markdownTable } from './performance/tables/markdown.ts'
import { percentile } from './statistics.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { cards: { type: 'string', default: '300' } },
})
const articles = await articlesOf(positionals[0] ?? join(import.meta.dirname, '..', 'seeds'))
const cards = Number(values.cards)
const step = Math.max(1, Math.floor(articles.length / cards))
const picked = articles.filter((_, at) => at % step === 0).slice(0, cards)
const times: number[] = []
for (const article of picked) times.push(await timeOf(article))
const [first = 0, ...warm] = times
const missing = missingIn(articles)
console.log(
  markdownTable(
    ['processor time of a card', ['ms']],
    [
      ['the first', [figure(first)]],
      ['warm, median', [figure(percentile(warm, 0.5))]],
      ['warm, 95 of 100', [figure(percentile(warm, 0.95))]],
    ],
  ),
)
console.log(
  `${picked.length} cards; ${missing.size} characters of ${articles.length} articles are in no font: ${[...missing].join(' ')}`,
)

async function articlesOf(folder: string): Promise<readonly Article[]> {
  const found: Article[] = []
  for await (const it of readCorpus(folder)) if (it.event === 'page') found.push(...it.page.articles)
  return found
}

/** Processor time of a card of two sentences, light and dark in turn, in milliseconds. */
async function timeOf(article: Article): Promise<number> {
  const sentences = quotableSentences(article).slice(0, 2)
  const options = { bot: 'paperboy_bot', isDark: times.length % 2 === 1 }
  const card = composeCard(article, sentences, [], options, textsOf('zh-Hans'))
  const before = process.cpuUsage()
  await drawPicture(card)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Characters that are drawn as their code point in a frame. */
function missingIn(all: readonly Article[]): ReadonlySet<string> {
  const book = createFontBook({ register: () => null })
  const characters = new Set(
    all.flatMap(({ headline, paragraphs }) => Array.from([headline, ...paragraphs].join(''))),
  )
  return new Set(
    [...characters].filter(
      (it) => isVisible(it) && !/[\p{Cc}\s]/u.test(it) && book.familyFor(it, 'serif') === undefined,
    ),
  )
}
