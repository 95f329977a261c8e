import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import type { Message } from '../../../src/chat/turn/reply.ts'
import { renderHits } from '../../../src/chat/views/hits-view.ts'
import { renderRemarks, renderUnderstood } from '../../../src/chat/views/understood-line.ts'
import type { Hit, Relaxation, SearchResult } from '../../../src/search/index.ts'
import { anArticle } from '../../support/articles.ts'

const texts = textsOf('zh-Hans')
const hit = (given: Partial<Hit['article']> = {}, more: Partial<Hit> = {}): Hit => ({
  article: anArticle(given),
  score: 1,
  headlineHighlights: [],
  excerpts: [],
  ...more,
})
const result = (hits: readonly Hit[], more: Partial<SearchResult> = {}): SearchResult => ({
  total: hits.length,
  hits,
  understood: { wanted: [[{ text: '长江', exact: false }]], excluded: [], filter: {} },
  question: { fillers: [], kind: undefined, wantsNewest: false },
  otherNames: [],
  problems: [],
  relaxed: [],
  suggestions: [],
  ...more,
})
const state = { order: 'newest', isFiltered: false } as const
const show = (it: SearchResult, page = 0, doubles?: Parameters<typeof renderHits>[4]) =>
  renderHits(it, state, { list: 'abcdefgh', page }, texts, doubles)
const labels = ({ buttons }: Message) => buttons.flat().map(({ text }) => text)

test('a headline that is cut is marked in what is shown of it alone', () => {
  const headline = `${'长江'.repeat(49)}水位上涨`
  const { markup } = show(
    result([
      hit(
        { headline },
        {
          headlineHighlights: [
            [0, 2],
            [98, 100],
            [100, 102],
          ],
        },
      ),
    ]),
  ).html
  expect(markup).toContain('<strong>长江</strong>')
  // The 100th unit is the ellipsis.
  expect(markup.match(/<strong>/g)).toHaveLength(1)
  expect(markup).not.toMatch(/…<\/strong>/u)
  const whole = show(result([hit({ headline: '长江' }, { headlineHighlights: [[0, 2]] })])).html
  expect(whole.markup).toContain('<strong>长江</strong>')
})

test('two hits can be put in order, one cannot; the order that is on does nothing', () => {
  const order = Object.values(texts.order)
  const two = show(result([hit(), hit({ headline: '另一篇' })]))
  expect(labels(two).filter((it) => order.some((name) => it.endsWith(name)))).toHaveLength(3)
  expect(labels(show(result([hit()])))).not.toContain(texts.order.oldest)
  const actions = two.buttons
    .flat()
    .filter(({ text }) => order.some((name) => text.endsWith(name)))
    .map((it) => ('callbackData' in it ? decodeCallback(it.callbackData) : undefined))
  expect(actions).toEqual([
    { kind: 'order', list: 'abcdefgh', order: 'relevance' },
    { kind: 'nothing' },
    { kind: 'order', list: 'abcdefgh', order: 'oldest' },
  ])
})

test('what may have been meant is offered once, on the first page', () => {
  const hits = Array.from({ length: 5 }, (_, n) => hit({ headline: `第${n}篇` }))
  const found = result(hits, { total: 9, suggestions: ['长江大桥', '长安', '长春', '长沙'] })
  expect(labels(show(found))).toEqual(expect.arrayContaining(['长江大桥', '长安', '长春']))
  expect(labels(show(found))).not.toContain('长沙')
  expect(labels(show(found, 1))).not.toContain('长江大桥')
})

test('doubles are counted all, and each source of them is named once', () => {
  const first = hit({ paper: '甲报' })
  const doubles = ['乙报', '乙报', '丙报'].map((paper, n) => anArticle({ paper, headline: `又一篇${n}` }))
  const { markup } = show(result([first]), 0, new Map([[first.article.id, doubles]])).html
  expect(markup).toContain(texts.doubles('3', '乙报'))
  expect(markup).not.toContain('乙报；')
})

test('what was done about a query is told whole, of one word or of several', () => {
  const told = (it: Relaxation) => renderRemarks(result([], { relaxed: [it] }), texts).join()
  expect(told({ kind: 'someWords', complete: 0, missing: ['鲲鹏'] })).toContain('鲲鹏')
  expect(told({ kind: 'someWords', complete: 0, missing: ['鲲鹏', '九天'] })).toMatch(/鲲鹏.*九天/u)
  expect(told({ kind: 'pinyin', from: 'dayun', to: ['大运', '打运'] })).toMatch(/大运.*打运/u)
  const remarks = ['甲', '乙', '丙', '丁'].map((from): Relaxation => ({ kind: 'corrected', from, to: '戊' }))
  expect(renderRemarks(result([], { relaxed: remarks }), texts)).toHaveLength(3)
})

test('a long phrase is shown shorter, between both of its quotation marks', () => {
  const understood = (text: string, exact: boolean) =>
    renderUnderstood({ understood: { wanted: [[{ text, exact }]], excluded: [], filter: {} } }, texts)
  const shown = understood('长'.repeat(60), true)
  expect(shown).toMatch(/^“长+…”$/u)
  expect(shown.length).toBeLessThan(60)
  expect(understood('长江', false)).toBe('长江')
})

test('one day is told as a day, several from when until when', () => {
  const filter = (from: string, to: string) =>
    renderUnderstood({ understood: { wanted: [], excluded: [], filter: { from, to } } }, texts)
  expect(filter('2024-06-08', '2024-06-08')).toBe('2024年6月8日')
  expect(filter('2024-06-08', '2024-06-09')).toMatch(/6月8日.*6月9日/u)
})
