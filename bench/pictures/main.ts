/**
 * `npm run bench:pictures -- [FOLDER] [--cards 300] [--random 1000] [--clippings 40]`: the processor time of quotation cards of
 * articles of FOLDER (the seed pages unless told), which characters of all of its articles no font has, clippings of its PDF
 * files, what is wrong with random articles, and the memory that pictures leave behind. Prints the tables of docs/pictures.md.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composeCard, quotableSentences, textsOf } from '../../src/chat/index.ts'
import { readCorpus } from '../../src/corpus/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { createFontBook, isVisible } from '../../src/pictures/fonts/font-book.ts'
import { figure, markdownTable } from '../performance/tables/markdown.ts'
import { percentile } from '../statistics.ts'
import { timeClippings } from './clippings.ts'
import { drawAlone } from './draw-alone.ts'
import { measureMemory } from './memory.ts'
import { randomArticles } from './random-articles.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    cards: { type: 'string', default: '300' },
    random: { type: 'string', default: '1000' },
    clippings: { type: 'string', default: '40' },
  },
})
const folder = positionals[0] ?? join(import.meta.dirname, '..', '..', 'seeds')
const articles = await articlesOf(folder)
const cards = Number(values.cards)
const step = Math.max(1, Math.floor(articles.length / cards))
const picked = articles.filter((_, at) => at % step === 0).slice(0, cards)
const [first = 0, ...warm] = (await drawAlone(picked.map(cardOf))).map(({ cpuMs }) => cpuMs)
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

const clippings = await timeClippings(folder, Number(values.clippings))
if (clippings.opened.length > 0) {
  const row = (name: string, times: readonly { readonly cpuMs: number; readonly wallMs: number }[]) => {
    const [cpu, wall] = [times.map(({ cpuMs }) => cpuMs), times.map(({ wallMs }) => wallMs)]
    return [name, [percentile(cpu, 0.5), percentile(cpu, 0.95), percentile(wall, 0.95)].map(figure)] as const
  }
  console.log(
    markdownTable(
      ['clipping at 200 dpi, ms', ['processor, median', '95 of 100', 'clock, 95 of 100']],
      [
        row('the first after the start', clippings.first ? [clippings.first] : []),
        row('file opened anew', clippings.opened),
        row('file still open', clippings.open),
      ],
    ),
  )
}
const { texts, missing: glyphs, overlapping, badBreaks } = await randomArticles(Number(values.random), 1)
console.log(
  `${values.random} random articles, ${texts} settings: ${glyphs} glyphs missing, ${overlapping} cut or overlapping, ${badBreaks} lines broken against the rules`,
)
const memory = await measureMemory()
const mb = (bytes: number) => figure(bytes / 2 ** 20)
console.log(
  `memory: ${mb(memory.before)} MB before, ${mb(memory.drawing)} MB while drawing, ${mb(memory.after)} MB at rest after it (+${mb(memory.after - memory.before)} MB)`,
)

async function articlesOf(folder: string): Promise<readonly Article[]> {
  const found: Article[] = []
  for await (const it of readCorpus(folder)) if (it.event === 'page') found.push(...it.page.articles)
  return found
}

/** A card of two sentences, light and dark in turn. */
function cardOf(article: Article, at: number) {
  const sentences = quotableSentences(article).slice(0, 2)
  return composeCard(
    article,
    sentences,
    [],
    { bot: 'paperboy_bot', isDark: at % 2 === 1 },
    textsOf('zh-Hans'),
  )
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
