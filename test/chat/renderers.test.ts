import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES, type Message } from '../../src/chat/index.ts'
import { readOrder } from '../../src/chat/orders/read-order.ts'
import { MOST_TOPICS, TOPIC_LENGTH, topicOf } from '../../src/chat/orders/topics.ts'
import { shapesOf } from '../../src/chat/sharing/shapes.ts'
import { digestCard } from '../../src/chat/sharing/share-digest.ts'
import { NEWS_EXCERPTS, NEWS_PER_PAGE, renderAlertNews } from '../../src/chat/views/alert-news-view.ts'
import { renderAlert, renderAlerts, renderEditing, renderRemoved } from '../../src/chat/views/alert-view.ts'
import { renderArticle } from '../../src/chat/views/article-view.ts'
import { DAYS_IN_A_LIST, renderDays, renderMonth, renderMonths } from '../../src/chat/views/calendar-view.ts'
import { renderDigest } from '../../src/chat/views/digest-view.ts'
import { renderFilters } from '../../src/chat/views/filters-view.ts'
import { renderHeadlines } from '../../src/chat/views/headlines-view.ts'
import { renderHelp, renderWelcome } from '../../src/chat/views/help-view.ts'
import { EXCERPTS, renderHits, renderNothingFound } from '../../src/chat/views/hits-view.ts'
import { renderPicking } from '../../src/chat/views/quote-view.ts'
import { renderSourcePage } from '../../src/chat/views/source-view.ts'
import {
  renderQuiet,
  renderSnooze,
  renderTimes,
  renderWeek,
  renderZones,
} from '../../src/chat/views/subscription/choices-view.ts'
import { renderOrderProblem } from '../../src/chat/views/subscription/order-view.ts'
import { renderPanel } from '../../src/chat/views/subscription/panel-view.ts'
import { renderTopics } from '../../src/chat/views/subscription/topics-view.ts'
import { renderSummary } from '../../src/chat/views/summary-view.ts'
import { toKeyboard } from '../../src/delivery/keyboard.ts'
import { payloadOf } from '../../src/delivery/payload.ts'
import { readKeyboard, validateInlineAnswer, validateText } from '../../src/playground/index.ts'
import type { Excerpt, Hit, QueryProblem, Relaxation, SearchResult } from '../../src/search/index.ts'
import type { Subscription } from '../../src/store/index.ts'
import { anyArticle, anyText } from '../support/arbitrary-articles.ts'
import { anArticle } from '../support/articles.ts'
import { runs } from '../support/runs.ts'

/** `PROPERTY_TIMES=500 npx vitest run test/chat/renderers.test.ts` is the long run. */
const RUNS = runs(200)
const anyOrigin = fc.constantFrom(undefined, { list: 'abcdefgh', page: 999_999 })
const anyTexts = fc.constantFrom(...LANGUAGES)

/** Has Telegram's own rules look at a message. @returns the text that a reader sees */
function expectAccepted(message: Message): void {
  expect(accepted(message)).not.toBe('')
}

function accepted(message: Message): string {
  const payload = payloadOf(message)
  readKeyboard(payload)
  const { text, dropped } = validateText(payload)
  expect(dropped).toBeUndefined()
  return text
}

/** From the n/m between the arrows. */
const pagesOf = ({ buttons }: Message) =>
  Number(
    buttons
      .flat()
      .map(({ text }) => /^\d+\/(\d+)$/.exec(text)?.[1])
      .find(Boolean) ?? 1,
  )

test('every page of any article is taken by Telegram', () => {
  fc.assert(
    fc.property(anyArticle, anyOrigin, anyTexts, (article, origin, texts) => {
      const place = { origin, isSaved: false, previous: article.id, next: article.id }
      const pages = pagesOf(renderArticle(article, { ...place, page: 0 }, texts))
      for (let page = 0; page <= pages; page++)
        expect(accepted(renderArticle(article, { ...place, page }, texts))).not.toBe('')
    }),
    RUNS,
  )
})

test('an article has two rows of buttons, and three with the others where they are asked for', () => {
  fc.assert(
    fc.property(anyArticle, anyOrigin, anyTexts, fc.boolean(), (article, origin, texts, isSaved) => {
      const place = { page: 0, origin, isSaved, previous: article.id, next: article.id }
      const folded = renderArticle(article, place, texts)
      const unfolded = renderArticle(article, { ...place, isUnfolded: true }, texts)
      const { more, less, related, quote, source, share, previous, next } = texts.buttons
      const labels = (message: Message) => message.buttons.flat().map(({ text }) => text)
      expect(folded.buttons).toHaveLength(2)
      expect(labels(folded)).toContain(more)
      expect(labels(unfolded)).toEqual(
        expect.arrayContaining([related, quote, source, share, previous, next, less]),
      )
      expect(labels(unfolded)).not.toContain(more)
      expect(unfolded.buttons.length).toBeLessThanOrEqual(3)
      expect(accepted(unfolded)).toBe(accepted(folded))
    }),
    RUNS,
  )
})

test('the pages of a long article hold all of it, in order', () => {
  const paragraphs = Array.from({ length: 60 }, (_, n) => `第${n}段。${'报童走街串巷。'.repeat(50)}`)
  const article = anArticle({ paragraphs })
  const [texts] = LANGUAGES
  const show = (page: number) => renderArticle(article, { page, isSaved: false }, texts ?? LANGUAGES[0]!) // oxlint-disable-line typescript/no-non-null-assertion -- there is a first language
  const pages = Array.from({ length: pagesOf(show(0)) }, (_, page) =>
    accepted(show(page)).split('\n\n').slice(1).join(''),
  )
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.join('').replace(/\s/gu, '')).toBe(paragraphs.join(''))
})

test('any summary, source page and picking is taken by Telegram', () => {
  fc.assert(
    fc.property(
      anyArticle,
      fc.array(anyText(2000), { maxLength: 40 }),
      fc.nat({ max: 9 }),
      fc.nat({ max: 255 }),
      anyOrigin,
      anyTexts,
      (article, lines, page, picked, origin, texts) => {
        const messages = [
          renderSummary(article, lines.slice(0, 3), origin, texts),
          renderSourcePage(article, lines, { page, origin }, texts),
          renderPicking(article, lines, { page, picked, origin }, texts),
        ]
        for (const message of messages) expect(accepted(message)).not.toBe('')
      },
    ),
    RUNS,
  )
})

test('any page of headlines and of issues is taken by Telegram', () => {
  fc.assert(
    fc.property(
      fc.array(anyArticle, { minLength: 1, maxLength: 8 }),
      anyText(300),
      fc.nat({ max: 99_999 }),
      anyTexts,
      (articles, title, page, texts) => {
        const origin = { list: 'abcdefgh', page }
        expectAccepted(renderHeadlines({ title, articles, total: 800_000, origin }, texts))
        expectAccepted(renderFilters(articles, 'abcdefgh', true, texts))
        const examples = articles.map(({ headline }) => headline.slice(0, 10))
        expectAccepted(renderHelp(examples, texts))
        expectAccepted(renderWelcome({ pages: page, articles: page, examples }, texts))
      },
    ),
    RUNS,
  )
})

test('any calendar is taken by Telegram, and leads to every day that has an issue', () => {
  const anyDay = fc.date({ min: new Date('1872-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(
      fc.uniqueArray(anyDay, {
        minLength: 1,
        maxLength: 60,
        selector: (it) => it.toISOString().slice(0, 10),
      }),
      fc.nat({ max: 9 }),
      anyOrigin,
      anyTexts,
      (dates, page, origin, texts) => {
        const days = dates
          .map((it) => ({ day: it.toISOString().slice(0, 10), articles: 12_345 }))
          .toSorted((a, b) => (a.day < b.day ? 1 : -1))
        expectAccepted(renderDays({ days: days.slice(0, DAYS_IN_A_LIST), undated: 12_345 }, origin, texts))
        expectAccepted(renderMonths({ days, undated: 12_345 }, { page, origin }, texts))
        const reached = new Set(days.map(({ day }) => day.slice(0, 7)))
        const offered = [...reached].flatMap((month) => {
          const message = renderMonth(days, { month, origin }, texts)
          expectAccepted(message)
          return message.buttons
            .flat()
            .flatMap((it) =>
              'callbackData' in it && it.callbackData.startsWith('i.') ? it.callbackData.slice(2) : [],
            )
        })
        expect(offered.toSorted()).toEqual(days.map(({ day }) => day).toSorted())
      },
    ),
    RUNS,
  )
})

test('every page of any digest is taken by Telegram, and its first page opens every story', () => {
  fc.assert(
    fc.property(
      fc.array(anyArticle, { minLength: 1, maxLength: 12 }),
      anyText(300),
      fc.nat({ max: 99_999 }),
      anyTexts,
      (articles, title, page, texts) => {
        const remarks = [texts.late('08:00', '2024年12月30日'), texts.perhapsAgain]
        const content = { title, remarks, articles, wasAsked: false }
        const show = (at: number) => renderDigest(content, { list: 'abcdefgh', page: at }, texts)
        const opened = show(0)
          .buttons.flat()
          .filter((it) => 'callbackData' in it && it.callbackData.startsWith('a.'))
        expect(opened).toHaveLength(articles.length)
        for (const at of [0, 1, 2, page]) expectAccepted(show(at))
      },
    ),
    RUNS,
  )
})

const anySubscription: fc.Arbitrary<Subscription> = fc.record({
  chatId: fc.constant(1),
  time: fc.constantFrom('00:00', '23:59'),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  timeZone: fc.constantFrom('Asia/Shanghai', 'America/Argentina/ComodRivadavia', 'UTC'),
  topics: fc.array(
    anyText(TOPIC_LENGTH).map((text) => text.slice(0, TOPIC_LENGTH)),
    { maxLength: MOST_TOPICS },
  ),
  length: fc.constantFrom('short', 'normal'),
  skipWhenEmpty: fc.boolean(),
  quietHours: fc.constant(['22:00', '07:00'] as const),
  snoozedUntilMs: fc.constantFrom(0, 1e12),
})

test('every screen of any subscription, and every answer to an order, is taken by Telegram', () => {
  fc.assert(
    fc.property(
      anySubscription,
      fc.constantFrom('on', 'off', 'never'),
      fc.constantFrom('private', 'group', 'topic'),
      fc.array(anyText(300), { maxLength: 30 }),
      fc.nat({ max: 9 }),
      anyTexts,
      (subscription, state, place, words, page, texts) => {
        const panel = { subscription, state, place, nowMs: 9e11 } as const
        expectAccepted(renderPanel(panel, words[0], texts))
        expectAccepted(renderTimes(subscription, texts))
        expectAccepted(renderWeek(subscription, texts))
        expectAccepted(renderZones(subscription, 9e11, texts))
        expectAccepted(renderQuiet(subscription, texts))
        expectAccepted(renderSnooze(texts))
        const offered = words.map(topicOf).filter((topic) => topic !== undefined)
        expectAccepted(renderTopics(subscription, offered, page, texts))
        for (const [first = '', second = ''] of [words, words.toReversed()]) {
          const read = readOrder(`${first} 话题 ${second}`, 9e11)
          if ('problem' in read)
            expectAccepted({ html: renderOrderProblem(read.problem, texts), buttons: [] })
        }
        expectAccepted({
          html: renderOrderProblem({ kind: 'badZone', text: words[0] ?? '', near: words.slice(0, 4) }, texts),
          buttons: [],
        })
      },
    ),
    RUNS,
  )
})

const anyExcerpt: fc.Arbitrary<Excerpt> = anyText(EXCERPTS.excerptLength / 3).map((text) => ({
  text: text.slice(0, EXCERPTS.excerptLength).toWellFormed(),
  highlights: Array.from({ length: Math.min(10, text.length >> 1) }, (_, n) => [n * 2, n * 2 + 1] as const),
}))

const anyHit: fc.Arbitrary<Hit> = fc.record({
  article: anyArticle,
  score: fc.double({ min: 0, noNaN: true }),
  headlineHighlights: fc.constant([]),
  excerpts: fc.array(anyExcerpt, { maxLength: EXCERPTS.excerptCount }),
})

const anyProblem: fc.Arbitrary<QueryProblem> = anyText(500).chain((text) =>
  fc.constantFrom<QueryProblem>(
    { kind: 'nothingAsked' },
    { kind: 'unbalancedQuote' },
    { kind: 'emptyField', field: text },
    { kind: 'badPage', text },
    { kind: 'badDate', text },
    { kind: 'strayOperator', text },
    { kind: 'tooLong', unit: 'words', kept: 40 },
  ),
)

const anyRelaxation: fc.Arbitrary<Relaxation> = anyText(500).chain((text) =>
  fc.constantFrom<Relaxation>(
    { kind: 'someWords', complete: 3, missing: [text, text] },
    { kind: 'alike', only: true },
    { kind: 'alike', only: false },
    { kind: 'corrected', from: text, to: text },
    { kind: 'pinyin', from: text, to: [text, text] },
    { kind: 'dateAsWord', texts: [text] },
    { kind: 'phraseAsWords', texts: [text, text] },
  ),
)

const anyResult: fc.Arbitrary<SearchResult> = fc.record({
  total: fc.constant(99_999),
  hits: fc.array(anyHit, { minLength: 1, maxLength: 5 }),
  suggestions: fc.array(anyText(300), { maxLength: 4 }),
  otherNames: fc.array(fc.record({ text: anyText(90), names: fc.array(anyText(90), { maxLength: 9 }) }), {
    maxLength: 9,
  }),
  problems: fc.array(anyProblem, { maxLength: 4 }),
  relaxed: fc.array(anyRelaxation, { maxLength: 4 }),
  question: fc.record({
    fillers: fc.array(anyText(300), { maxLength: 4 }),
    kind: fc.constantFrom('number', undefined),
    wantsNewest: fc.boolean(),
  }),
  understood: anyText(400).map((text) => ({
    wanted: [
      [{ text, exact: true }],
      [
        { text, exact: false, field: 'title' as const },
        { text, exact: false },
      ],
    ],
    excluded: [{ text, exact: false }],
    filter: { section: text, paper: text, page: text, from: '2024-06-01', to: '2024-06-30' },
  })),
})

test('any page of hits is taken by Telegram, whatever was asked', () => {
  fc.assert(
    fc.property(
      anyResult,
      fc.nat({ max: 19_999 }),
      fc.boolean(),
      anyTexts,
      (result, page, isFiltered, texts) => {
        const origin = { list: 'abcdefgh', page }
        const doubles = new Map(result.hits.map(({ article }) => [article.id, [article, article, article]]))
        accepted(renderHits(result, { order: 'newest', isFiltered }, origin, texts, doubles))
        accepted(renderHits(result, { order: 'newest', isFiltered }, origin, texts))
        expect(accepted(renderNothingFound({ ...result, hits: [], total: 0 }, origin, texts))).not.toBe('')
      },
    ),
    RUNS,
  )
})

test('the card of any digest is taken by Telegram', () => {
  fc.assert(
    fc.property(
      fc.array(anyArticle, { minLength: 1, maxLength: 12 }),
      anyText(300),
      anyTexts,
      (articles, title, texts) => {
        const link = 'https://t.me/paperboy_bot?start=q_abcdefgh'
        expectAccepted(digestCard('abcdefgh.d', title, articles, link, texts).message)
      },
    ),
    RUNS,
  )
})

const anyName = anyText(160).map((text) => text.slice(0, 160).toWellFormed())

test('any notice of alerts is taken by Telegram, and opens every article of its page', () => {
  const anyItem = fc.record({
    match: fc.record({
      article: anyArticle,
      headlineHighlights: fc.constant([]),
      excerpts: fc.array(anyExcerpt, { maxLength: NEWS_EXCERPTS.excerptCount }),
    }),
    foundBy: fc.subarray([0, 1, 2], { minLength: 1 }),
  })
  fc.assert(
    fc.property(
      fc.array(anyName, { minLength: 1, maxLength: 50 }),
      fc.array(anyItem, { minLength: 1, maxLength: NEWS_PER_PAGE }),
      fc.nat({ max: 60 }),
      fc.nat({ max: 999_999 }),
      anyTexts,
      (names, items, page, unlisted, texts) => {
        const origin = { list: 'abcdefgh', page }
        const alerts = names.map((name) => ({ id: 'abcdefgh', name }))
        const listed = page * NEWS_PER_PAGE + items.length
        const message = renderAlertNews({ alerts, items, listed, unlisted, origin }, texts)
        expectAccepted(message)
        const opened = message.buttons
          .flat()
          .filter((it) => 'callbackData' in it && it.callbackData.startsWith('a.'))
        expect(opened).toHaveLength(items.length)
      },
    ),
    RUNS,
  )
})

test('any alert, its card and the list of all are taken by Telegram', () => {
  fc.assert(
    fc.property(
      fc.array(anyText(400), { minLength: 1, maxLength: 50 }),
      anyArticle,
      fc.boolean(),
      anyOrigin,
      anyTexts,
      (queries, newest, muted, origin, texts) => {
        const alerts = queries.map((query) => ({
          id: 'abcdefgh',
          chatId: 1,
          ownerId: 1,
          query: query.slice(0, 400).toWellFormed(),
          muted,
          arrival: 0,
        }))
        const [alert] = alerts
        if (!alert) return
        for (let page = 0; page < 6; page++)
          expectAccepted(renderAlerts(alerts, page, page % 2 ? '6月9日周日 08:00' : undefined, texts))
        const foresight = { total: 99_999, share: 1, suggestion: alert.query }
        const remarks = [alert.query, alert.query]
        expectAccepted(renderAlert(alert, { foresight: { ...foresight, newest }, remarks, origin }, texts))
        expectAccepted(renderAlert(alert, { foresight, remarks: [], origin }, texts))
        expectAccepted(renderEditing(alert, origin, texts))
        expectAccepted(renderRemoved(alert, origin, texts))
      },
    ),
    RUNS,
  )
})

test('the cards of any article are taken by Telegram', () => {
  fc.assert(
    fc.property(
      anyArticle,
      fc.array(anyText(2000), { maxLength: 3 }),
      anyTexts,
      (article, summary, texts) => {
        const quotes = summary.map((text) => ({ text: text.slice(0, 300).toWellFormed(), highlights: [] }))
        const cards = shapesOf({ article, summary, quotes }, 'paperboy_bot', texts)
        const results = cards.map(({ id, title, description, message }) => ({
          type: 'article',
          id,
          title,
          description,
          input_message_content: { message_text: message.html.markup, parse_mode: 'HTML' },
          reply_markup: toKeyboard(message.buttons),
        }))
        validateInlineAnswer({ inline_query_id: '1', results })
        expect(cards.map(({ message }) => accepted(message)).every((text) => text.length < 4096)).toBe(true)
      },
    ),
    RUNS,
  )
})
