import type { Article } from '../../domain/index.ts'
import { loadScriptConverter } from '../../language/index.ts'
import { summarise } from '../../summary/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import {
  type CardOptions,
  inOtherScript,
  isInOtherScript,
  type Quotation,
  renderCard,
} from '../views/card-view.ts'
import { quotableSentences } from '../views/quotable.ts'
import { sentencesOfPage } from '../views/quote-view.ts'
import { matchedTexts } from './matched-text.ts'

/** Sentences of a card for which none were picked. */
const SENTENCES = 2

/**
 * Draws what is quoted of an article: the picked sentences, else those that the search found which one came from, with
 * what matched marked, else the key sentences.
 */
export async function showCard(
  parts: Parts,
  action: CallbackActions['card' | 'redraw'],
  turn: Turn,
): Promise<Reply> {
  const article = await parts.archive.get(action.id)
  if (!article) return toast(turn.texts.noSuchArticle)
  const quotation =
    picked(article, action) ?? (await foundIn(parts, article, action.origin)) ?? keySentences(article)
  const { look, convert } = await scriptFor(article, action, turn)
  const options = { ...action, look, bot: turn.request.bot, ...(convert && { convert }) }
  const picture = renderCard(article, quotation, options, turn.texts)
  return { kind: 'picture', picture, ...(action.kind === 'redraw' && { replaces: true }) }
}

/**
 * Whoever reads in Traditional Chinese is first shown a card in it; everybody may change to the other script than the paper's.
 * The dictionaries are loaded only for that.
 */
async function scriptFor(
  { headline, paragraphs }: Article,
  { kind, look }: CallbackActions['card' | 'redraw'],
  { texts }: Turn,
): Promise<Pick<CallbackActions['card'], 'look'> & Pick<CardOptions, 'convert'>> {
  const wantsTraditional = kind === 'card' && texts.language === 'zh-Hant'
  if (!wantsTraditional && !isInOtherScript(look)) return { look }
  const { toTraditional, toSimplified } = await loadScriptConverter()
  const text = [headline, ...paragraphs].join('')
  const isTraditional = toTraditional(text) === text
  if (!isTraditional) return { look: inOtherScript(look), convert: toTraditional }
  return isInOtherScript(look) ? { look, convert: toSimplified } : { look }
}

/** What was picked; undefined if it was nothing, or the article has changed since. */
function picked(
  article: Article,
  { page, picked: bits }: CallbackActions['card' | 'redraw'],
): Quotation | undefined {
  const offered = sentencesOfPage(quotableSentences(article), page)
  const sentences = offered.filter((_, place) => ((bits >> place) & 1) === 1)
  return sentences.length > 0 ? { sentences, marks: [] } : undefined
}

function keySentences(article: Article): Quotation {
  const all = quotableSentences(article)
  const key = new Set(summarise(article, { sentences: SENTENCES }))
  const chosen = all.filter(({ text }) => key.has(text))
  return { sentences: chosen.length > 0 ? chosen : all.slice(0, SENTENCES), marks: [] }
}

/** The sentences of an article that a list shows as the excerpt of a hit; undefined if the list is no search. */
async function foundIn(
  parts: Parts,
  article: Article,
  origin: Origin | undefined,
): Promise<Quotation | undefined> {
  const [found] = await matchedTexts(parts, article, origin)
  if (!found) return undefined
  const { paragraph, range, marks } = found
  const sentences = quotableSentences(article).filter(
    (it) => it.paragraph === paragraph && it.range[0] < range[1] && range[0] < it.range[1],
  )
  return sentences.length > 0
    ? { sentences, marks: marks.map((it) => ({ paragraph, range: it })) }
    : undefined
}
