import { answerQuestion, asksSomething } from '../../answers/index.ts'
import type { IntakeProgress } from '../../intake/index.ts'
import type { SearchOptions } from '../../search/index.ts'
import type { ListSpec } from '../../store/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import type { Message } from '../turn/reply.ts'
import { renderAnswers } from '../views/answers-view.ts'
import { HEADLINES_PER_PAGE, renderHeadlines } from '../views/headlines-view.ts'
import { EXCERPTS, HITS_PER_PAGE, renderHits, renderNothingFound } from '../views/hits-view.ts'
import { renderCount } from '../views/source-line.ts'
import { renderFilter } from '../views/understood-line.ts'
import { makeAlertNewsPage } from './alert-news-page.ts'
import { makeDigestPage } from './digest-page.ts'
import { foldDoubles } from './fold-doubles.ts'
import type { ListPage, PageRequest } from './page.ts'
import { makeTimelinePage, makeTrendPage } from './trend-page.ts'

/** Articles near another one that are offered. */
const RELATED = 6

/** A page beyond the end shows the last one. */
export function makeListPage(
  parts: Parts,
  spec: ListSpec,
  request: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  switch (spec.kind) {
    case 'search':
      return searchPage(parts, spec, request, texts)
    case 'headlines':
      return headlinesPage(parts, spec, request, texts)
    case 'related':
      return relatedPage(parts, spec, request, texts)
    case 'digest':
      return makeDigestPage(parts, spec, request, texts)
    case 'alerts':
      return makeAlertNewsPage(parts, spec, request, texts)
    case 'trend':
      return makeTrendPage(parts, spec, request, texts)
    case 'timeline':
      return makeTimelinePage(parts, spec, request, texts)
    case 'saved':
      return savedPage(parts, request, texts)
  }
}

type Spec<K extends ListSpec['kind']> = Extract<ListSpec, { kind: K }>

async function searchPage(
  parts: Parts,
  spec: Spec<'search'>,
  { list, page: asked }: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  // With the hits of the pages before and after, among which doubles may stand.
  const find = async (page: number) => {
    const before = Math.min(page, 1) * HITS_PER_PAGE
    const result = await parts.search.search(spec.query, {
      ...searchOptions(spec, parts.today()),
      offset: page * HITS_PER_PAGE - before,
      limit: before + 2 * HITS_PER_PAGE,
      excerptedHits: before + HITS_PER_PAGE,
    })
    return { ...result, ...foldDoubles(result.hits, { from: before, to: before + HITS_PER_PAGE }) }
  }
  if (asked === 0 && spec.order === 'relevance' && isToBeAnswered(parts, spec)) {
    const answered = await answeredPage(parts, spec, { list, page: 0 }, texts)
    if (answered !== undefined) return answered
  }
  let page = asked
  let result = await find(page)
  if (result.hits.length === 0 && result.total > 0) {
    page = clampPage(asked, Math.ceil(result.total / HITS_PER_PAGE))
    result = await find(page)
  }
  const isFiltered = spec.section !== undefined || spec.month !== undefined
  const message =
    result.total === 0 && !isFiltered
      ? renderNothingFound(result, { list, page }, texts)
      : renderHits(result, { order: spec.order, isFiltered }, { list, page }, texts, result.doubles)
  const indexing = parts.indexing()
  return { total: result.total, message: indexing ? whileIndexing(indexing, message, texts) : message }
}

/** Most searches ask nothing: to look for an answer takes several times as long as to search. */
const isToBeAnswered = ({ search, today }: Parts, { answers, query }: Spec<'search'>): boolean =>
  answers === 'always' || (answers === 'questions' && asksSomething(query, search, { today: today() }))

/** The first page of a search that asks something: the answers, and the articles with a sentence each. */
async function answeredPage(
  parts: Parts,
  spec: Spec<'search'>,
  origin: Origin,
  texts: Texts,
): Promise<ListPage | undefined> {
  const options = { ...searchOptions(spec, parts.today()), excerptCount: 1, limit: HITS_PER_PAGE }
  const result = await answerQuestion(spec.query, parts.search, options)
  const { kind, found } = result
  if (kind === undefined || found.total === 0) return undefined
  const isFiltered = spec.section !== undefined || spec.month !== undefined
  const { hits, doubles } = foldDoubles(found.hits, { from: 0, to: HITS_PER_PAGE })
  const articles = renderHits({ ...found, hits }, { order: spec.order, isFiltered }, origin, texts, doubles)
  const message = renderAnswers(result, articles, origin, texts)
  const indexing = parts.indexing()
  return { total: found.total, message: indexing ? whileIndexing(indexing, message, texts) : message }
}

/** Says first that more may be found later. */
const whileIndexing = ({ done, total }: IntakeProgress, message: Message, texts: Texts): Message => ({
  ...message,
  html: html`${texts.indexing(renderCount(done, texts), renderCount(total, texts))}\n${message.html}`,
})

/** What a list asks of search, but for the page. */
export const searchOptions = ({ order, section, month }: Spec<'search'>, today: string): SearchOptions => ({
  ...EXCERPTS,
  order,
  today,
  filter: {
    ...(section !== undefined && { section }),
    ...(month !== undefined && { from: `${month}-01`, to: `${month}-31` }),
  },
})

async function headlinesPage(
  parts: Parts,
  spec: Spec<'headlines'>,
  { list, page: asked }: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  const { kind: _kind, ...wanted } = spec
  const { total } = await parts.archive.browse({ ...wanted, offset: 0, limit: 0 })
  const page = clampPage(asked, Math.ceil(total / HEADLINES_PER_PAGE))
  const { articles } = await parts.archive.browse({
    ...wanted,
    offset: page * HEADLINES_PER_PAGE,
    limit: HEADLINES_PER_PAGE,
  })
  const title = [
    texts.headlines,
    ...renderFilter(wanted, texts),
    texts.articles(renderCount(total, texts)),
  ].join(' · ')
  const more = [[button(texts.buttons.dates, { kind: 'issues', page: 0, origin: { list, page } })]]
  return { total, message: renderHeadlines({ title, articles, total, origin: { list, page }, more }, texts) }
}

async function relatedPage(
  parts: Parts,
  { id, origin }: Spec<'related'>,
  { list }: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  const articles = (await parts.search.related(id, RELATED)).map(({ article }) => article)
  const more = [
    [
      button(texts.buttons.fullText, { kind: 'article', id, page: 0, origin }),
      ...(origin ? [button(texts.buttons.back, { kind: 'list', ...origin })] : []),
    ],
  ]
  const total = articles.length
  return {
    total,
    message: renderHeadlines(
      { title: texts.relatedTitle, articles, total, origin: { list, page: 0 }, more },
      texts,
    ),
  }
}

async function savedPage(
  parts: Parts,
  { list, page: asked, ownerId }: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  if (ownerId === undefined) throw new TypeError('saved articles are always of somebody')
  const { total } = await parts.bookmarks.list(ownerId, { offset: 0, limit: 0 })
  const page = clampPage(asked, Math.ceil(total / HEADLINES_PER_PAGE))
  const { articleIds } = await parts.bookmarks.list(ownerId, {
    offset: page * HEADLINES_PER_PAGE,
    limit: HEADLINES_PER_PAGE,
  })
  const articles = (await parts.archive.getMany(articleIds)).filter((article) => article !== undefined)
  const title = texts.savedTitle(renderCount(total, texts))
  return { total, message: renderHeadlines({ title, articles, total, origin: { list, page } }, texts) }
}
