import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/index.ts'
import { renderArticle } from '../../src/chat/views/article-view.ts'
import { renderHeadlines } from '../../src/chat/views/headlines-view.ts'
import { renderList, renderNothingFound } from '../../src/chat/views/list-view.ts'
import { renderSummary } from '../../src/chat/views/summary-view.ts'
import { readKeyboard, validateText } from '../../src/playground/index.ts'
import type { Hit, SearchResult } from '../../src/search/index.ts'
import { anyArticle, anyText } from '../support/arbitrary-articles.ts'
import { anArticle } from '../support/articles.ts'

const RUNS = { numRuns: 300 }
const origin = fc.constantFrom(undefined, { list: 'abcdefgh', page: 999_999 }, { list: 'h', page: 3 })

/** Has Telegram's own rules look at a message. @returns the text that a reader sees */
function accepted({ html, buttons }: Message): string {
  const keyboard = buttons.map((row) =>
    row.map((it) => ('press' in it ? { text: it.text, callback_data: it.press } : it)),
  )
  readKeyboard({ reply_markup: { inline_keyboard: keyboard } })
  return validateText({ text: html.markup, parse_mode: 'HTML' }).text
}

test('every page of any article is taken by Telegram', () => {
  fc.assert(
    fc.property(anyArticle, origin, (article, from) => {
      const pages = pagesOf(renderArticle(article, 0, from))
      for (let page = 0; page <= pages; page++)
        expect(accepted(renderArticle(article, page, from))).not.toBe('')
    }),
    RUNS,
  )
})

test('the pages of a long article hold all of it, in order', () => {
  const paragraphs = Array.from({ length: 60 }, (_, n) => `第${n}段。${'报童走街串巷。'.repeat(50)}`)
  const article = anArticle({ paragraphs })
  const pages = Array.from({ length: pagesOf(renderArticle(article, 0)) }, (_, page) =>
    accepted(renderArticle(article, page)).split('\n\n').slice(1).join(''),
  )
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.join('').replace(/\s/gu, '')).toBe(paragraphs.join(''))
})

/** From the n/m between the arrows. */
const pagesOf = ({ buttons }: Message) =>
  Number(
    buttons
      .flat()
      .map(({ text }) => /^1\/(\d+)$/.exec(text)?.[1])
      .find(Boolean) ?? 1,
  )

test('any summary is taken by Telegram', () => {
  fc.assert(
    fc.property(anyArticle, fc.array(anyText(2000), { maxLength: 3 }), origin, (article, sentences, from) => {
      expect(accepted(renderSummary(article, sentences, from))).not.toBe('')
    }),
    RUNS,
  )
})

test('any page of headlines is taken by Telegram', () => {
  fc.assert(
    fc.property(
      fc.array(anyArticle, { minLength: 1, maxLength: 8 }),
      fc.nat({ max: 99_999 }),
      (articles, page) => {
        expect(accepted(renderHeadlines(articles, page, 800_000))).toContain('标题')
      },
    ),
    RUNS,
  )
})

const anyHit: fc.Arbitrary<Hit> = fc.record({
  article: anyArticle,
  score: fc.double({ min: 0, noNaN: true }),
  headlineHighlights: fc.constant([]),
  excerpts: anyText(30).map((text) => [{ text, highlights: [[0, text.length]] }]),
})

const resultOf = (hits: readonly Hit[], suggestions: readonly string[]): SearchResult => ({
  total: 99_999,
  hits,
  suggestions,
  problems: [],
  relaxed: [],
  understood: { wanted: [], excluded: [], filter: {} },
})

test('any page of hits is taken by Telegram, whatever was asked', () => {
  fc.assert(
    fc.property(
      fc.array(anyHit, { minLength: 1, maxLength: 5 }),
      anyText(2000),
      fc.nat({ max: 19_999 }),
      (hits, query, page) => {
        expect(accepted(renderList(query, resultOf(hits, []), { list: 'abcdefgh', page }))).toContain('99999')
        expect(accepted(renderNothingFound(query, resultOf([], [query])))).toContain('没有找到')
      },
    ),
    RUNS,
  )
})
