import type { Article, ArticleId } from '../../domain/index.ts'
import { summarise } from '../../summary/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage, rowsOf } from '../turn/keyboard.ts'
import type { Keyboard, Message } from '../turn/reply.ts'
import { shorten } from './shorten.ts'
import { renderMonthDay, renderSource } from './source-line.ts'

/** UTF-16 units of a summary if all sections are shown, and if one is. Twelve stories fit into a message. */
const SUMMARY = { all: 90, one: 160 } as const

/** Stories that fit into one message. */
const MOST = 12
/** UTF-16 units of the headline of what came later. */
const FOLLOW_UP = 60

interface Numbered {
  /** From 1, among all stories. */
  readonly number: number
  readonly article: Article
}

/** A digest, with its stories as articles in their order. */
interface DigestContent {
  readonly title: string
  /** Said below the title: that it came late, or perhaps twice. */
  readonly remarks: readonly string[]
  readonly articles: readonly Article[]
  /** Of several days: in the order given, without sections, each story with its day. */
  readonly isRoundUp?: boolean
  /** By the id of a story: the article that says what came of it. */
  readonly followUps?: ReadonlyMap<ArticleId, Article>
  /** Somebody asked for it; else it can tell why it came. */
  readonly wasAsked: boolean
  /** Each story with its paper, day and page: where no press shows them. */
  readonly withSources?: boolean
}

/** The day's pick. Page 0 has all stories, page n those of the n-th section; a page beyond the end is the last. */
export function renderDigest(
  { title, remarks, articles, isRoundUp = false, followUps, wasAsked, withSources = false }: DigestContent,
  { list, page: asked }: Origin,
  texts: Texts,
): Message {
  const sections = sectionsOf(articles.slice(0, MOST), isRoundUp)
  const page = clampPage(asked, sections.length + 1)
  const shown = page === 0 ? sections : sections.slice(page - 1, page)
  const limit = page === 0 ? SUMMARY.all : SUMMARY.one
  const nameOf = (section: string | undefined) => section ?? texts.withoutSection
  const named = sections.length > 1 || sections[0]?.section !== undefined
  const lines = shown.flatMap(({ section, stories }) => [
    html``,
    ...(named ? [html`<b>${shorten(nameOf(section), 60)}</b>`] : []),
    ...stories.flatMap((story, i) => [
      ...(i > 0 ? [html``] : []),
      ...linesOf(story, limit),
      ...(withSources ? sourceOf(story, texts) : isRoundUp ? dayOf(story, texts) : []),
      ...followUpOf(followUps?.get(story.article.id), texts),
    ]),
  ])
  const open = shown.flatMap(({ stories }) =>
    stories.map(({ number, article }) =>
      button(`${number}`, { kind: 'article', id: article.id, page: 0, origin: { list, page } }),
    ),
  )
  const later = shown.flatMap(({ stories }) =>
    stories.flatMap(({ number, article }) => {
      const id = followUps?.get(article.id)?.id
      const text = texts.roundUp.followUpOf(`${number}`)
      return id === undefined ? [] : [button(text, { kind: 'article', id, page: 0, origin: { list, page } })]
    }),
  )
  const turns: Keyboard =
    page > 0
      ? [[button(texts.buttons.back, { kind: 'list', list, page: 0 })]]
      : rowsOf(
          sections.map(({ section, stories }, i) =>
            button(`${shorten(nameOf(section), 20)} ${stories.length}`, { kind: 'list', list, page: i + 1 }),
          ),
          3,
        )
  return {
    html: joinHtml([
      html`<b>${shorten(title, 120)}</b>`,
      ...remarks.map((remark) => html`${remark}`),
      ...lines,
    ]),
    buttons: [
      ...rowsOf(open, 6),
      ...rowsOf(later, 4),
      ...(sections.length > 1 ? turns : []),
      ...(page === 0 ? [lastRow(list, wasAsked, texts)] : []),
    ],
  }
}

/** What a share button types behind the bot's name, and inline mode understands. */
const shareDigestQuery = (list: string): string => `d_${list}`

const lastRow = (list: string, wasAsked: boolean, texts: Texts): Keyboard[number] => [
  { text: texts.buttons.share, share: shareDigestQuery(list) },
  ...(wasAsked ? [] : [button(texts.buttons.why, { kind: 'why' })]),
]

/** Sections in the order of their first stories; the stories keep theirs. */
function sectionsOf(articles: readonly Article[], isRoundUp: boolean) {
  const sectionOf = ({ section }: Article) => (isRoundUp ? undefined : section)
  const sections = new Map<string | undefined, Numbered[]>()
  for (const article of articles) sections.set(sectionOf(article), sections.get(sectionOf(article)) ?? [])
  let number = 0
  for (const [section, stories] of sections)
    for (const article of articles)
      if (sectionOf(article) === section) {
        number++
        stories.push({ number, article })
      }
  return Array.from(sections, ([section, stories]) => ({ section, stories }))
}

function linesOf({ number, article }: Numbered, limit: number): readonly SafeHtml[] {
  const [summary] = summarise(article, { sentences: 1 })
  const headline = html`${number}. <b>${shorten(article.headline, 100)}</b>`
  return summary === undefined ? [headline] : [headline, html`${shorten(summary, limit)}`]
}

function dayOf({ article: { issueDate } }: Numbered, texts: Texts): readonly SafeHtml[] {
  return issueDate === undefined ? [] : [html`${renderMonthDay(issueDate.slice(5), texts)}`]
}

function followUpOf(article: Article | undefined, texts: Texts): readonly SafeHtml[] {
  if (article?.issueDate === undefined) return []
  const day = renderMonthDay(article.issueDate.slice(5), texts)
  return [html`${texts.roundUp.later(day, shorten(article.headline, FOLLOW_UP))}`]
}

function sourceOf({ article }: Numbered, texts: Texts): readonly SafeHtml[] {
  const source = renderSource(article, texts)
  return source === '' ? [] : [html`${shorten(source, 100)}`]
}
