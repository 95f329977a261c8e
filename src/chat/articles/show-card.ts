import type { Article } from '../../domain/index.ts'
import type { TextRange } from '../../language/index.ts'
import { summarise } from '../../summary/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import { searchOptions } from '../lists/list-page.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { type Quotation, renderCard } from '../views/card-view.ts'
import { HITS_PER_PAGE } from '../views/hits-view.ts'
import { quotableSentences } from '../views/quotable.ts'
import { sentencesOfPage } from '../views/quote-view.ts'

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
  const picture = renderCard(article, quotation, { ...action, bot: turn.request.bot }, turn.texts)
  return { kind: 'picture', picture, ...(action.kind === 'redraw' && { replaces: true }) }
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
  { lists, search, today }: Parts,
  article: Article,
  origin: Origin | undefined,
): Promise<Quotation | undefined> {
  const list = origin && (await lists.get(origin.list))
  if (origin === undefined || list?.spec.kind !== 'search') return undefined
  const { hits } = await search.search(list.spec.query, {
    ...searchOptions(list.spec, today()),
    offset: origin.page * HITS_PER_PAGE,
    limit: HITS_PER_PAGE,
  })
  const [excerpt] = hits.find((hit) => hit.article.id === article.id)?.excerpts ?? []
  if (!excerpt) return undefined
  const text = excerpt.text.replaceAll(/^…|…$/g, '')
  const shift = excerpt.text.startsWith('…') ? 1 : 0
  const paragraph = article.paragraphs.findIndex((it) => it.includes(text))
  const at = article.paragraphs[paragraph]?.indexOf(text)
  if (at === undefined) return undefined
  const sentences = quotableSentences(article).filter(
    (it) => it.paragraph === paragraph && it.range[0] < at + text.length && at < it.range[1],
  )
  const marks = excerpt.highlights.map(([from, to]) => ({
    paragraph,
    range: [from - shift + at, to - shift + at] satisfies TextRange,
  }))
  return sentences.length > 0 ? { sentences, marks } : undefined
}
