import { composeCard, type QuotableSentence, quotableSentences, textsOf } from '../chat/index.ts'
import { type Article, PaperboyError } from '../domain/index.ts'
import { loadScriptConverter, type TextRange } from '../language/index.ts'
import { summarise } from '../summary/index.ts'
import type { CliCommand } from './command.ts'
import { isPng, writePicture } from './draw-pictures.ts'
import { createFindArticle, NoSuchArticleError } from './find-article.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** What is asked to be quoted is not in the article. */
export class QuoteError extends PaperboyError {
  readonly code = 'QUOTE'
}

/** UTF-16 units: longer than any paragraph of a paper that one would share as a picture. */
const LONGEST_QUOTE = 2_000
/** Sentences of a card for which none were chosen. */
const SENTENCES = 2
/** As the playground's bot is called. */
const PLAYGROUND_BOT = 'paperboy_bot'

/** `paperboy card ID --out FILE.png`: a quotation as a picture. */
export const cardCommand: CliCommand = {
  usage:
    'ID [--quote TEXT|--sentences 3,4] [--dark] [--square] [--simplified|--traditional] [--bot NAME] --out FILE.png',
  help: [
    'ID             id of an article, or the id that it has in a JSON Lines file',
    '--quote TEXT   quote the sentences that hold this text, and mark it',
    '--sentences N  quote these sentences, counted from 1: 3,4; the key sentences without it',
    '--dark         light letters on dark paper',
    '--square       as high as wide',
    '--simplified   in Simplified Chinese characters; those of the paper without it',
    '--traditional  in Traditional Chinese characters',
    '--bot NAME     user name of the bot that the QR code leads to, without @',
    '--out FILE     the picture',
  ],
  options: {
    quote: { type: 'string' },
    sentences: { type: 'string' },
    dark: { type: 'boolean' },
    square: { type: 'boolean' },
    simplified: { type: 'boolean' },
    traditional: { type: 'boolean' },
    bot: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (call) => {
    const { out, quote, sentences, dark, square, simplified, traditional, bot } = call.values
    const [id] = call.positionals
    if (id === undefined) throw new UsageError('missing ID: paperboy card ID; paperboy search shows the ids')
    if (typeof out !== 'string' || !isPng(out))
      throw new UsageError('--out is missing or no PNG: paperboy card ID --out FILE.png')
    if (quote !== undefined && sentences !== undefined)
      throw new UsageError('--quote and --sentences exclude one another')
    if (simplified && traditional) throw new UsageError('--simplified and --traditional exclude one another')
    if (typeof bot === 'string' && !/^\w{3,64}$/.test(bot))
      throw new UsageError('--bot is no user name of a bot: 5 to 32 letters, digits or _, without @')
    const article = await withApp(call, (app) => createFindArticle(app.archive)(id))
    if (!article) throw new NoSuchArticleError(id)
    const { chosen, marks } = choose(article, quote, sentences)
    const known =
      typeof bot === 'string' ? bot : call.config.BOT_TOKEN === undefined ? PLAYGROUND_BOT : undefined
    const scripts = simplified || traditional ? await loadScriptConverter() : undefined
    const convert = traditional ? scripts?.toTraditional : scripts?.toSimplified
    const options = {
      bot: known,
      isDark: dark === true,
      isSquare: square === true,
      ...(convert && { convert }),
    }
    const { drawPicture } = await import('../pictures/index.ts')
    await writePicture(
      out,
      await drawPicture(composeCard(article, chosen, marks, options, textsOf('zh-Hans'))),
    )
    call.output.out(`${out}\n`)
    return 0
  },
}

interface Choice {
  readonly chosen: readonly QuotableSentence[]
  readonly marks: readonly { readonly paragraph: number; readonly range: TextRange }[]
}

type Given = string | boolean | undefined

function choose(article: Article, quote: Given, numbers: Given): Choice {
  const all = quotableSentences(article)
  if (typeof quote === 'string') return holding(article, all, quote.trim())
  if (typeof numbers === 'string') return { chosen: numbered(all, numbers), marks: [] }
  const key = new Set(summarise(article, { sentences: SENTENCES }))
  const chosen = all.filter(({ text }) => key.has(text))
  return { chosen: chosen.length > 0 ? chosen : all.slice(0, SENTENCES), marks: [] }
}

function numbered(all: readonly QuotableSentence[], list: string): readonly QuotableSentence[] {
  const wanted = list.split(/[,，]/).map((it) => Number(it.trim()))
  const isRight = wanted.every((it) => Number.isInteger(it) && it >= 1 && it <= all.length)
  if (!isRight) throw new UsageError(`--sentences must be numbers from 1 to ${all.length}, for example 3,4`)
  return all.filter((_, at) => wanted.includes(at + 1))
}

/** The sentences that hold a text of one paragraph; blanks count as they are. */
function holding(article: Article, all: readonly QuotableSentence[], quote: string): Choice {
  if (quote === '') throw new UsageError('--quote is empty')
  if (quote.length > LONGEST_QUOTE)
    throw new UsageError(`--quote has ${quote.length} characters; a card holds ${LONGEST_QUOTE} at most`)
  for (const [paragraph, text] of article.paragraphs.entries()) {
    const from = text.indexOf(quote)
    if (from < 0) continue
    const range: TextRange = [from, from + quote.length]
    const chosen = all.filter(
      (it) => it.paragraph === paragraph && it.range[0] < range[1] && range[0] < it.range[1],
    )
    if (chosen.length === 0) continue
    const isWhole = chosen[0]?.range[0] === range[0] && chosen.at(-1)?.range[1] === range[1]
    return { chosen, marks: isWhole ? [] : [{ paragraph, range }] }
  }
  throw new QuoteError(`article ${article.id} does not say this: --quote takes its words as they are printed`)
}
