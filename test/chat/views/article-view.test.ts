import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import type { Message } from '../../../src/chat/turn/reply.ts'
import { pageOfSentence, renderArticle, renderHead } from '../../../src/chat/views/article-view.ts'
import { anArticle } from '../../support/articles.ts'

const texts = textsOf('zh-Hans')
/** Of one sentence each, longer than half a page. */
const paragraphs = ['甲', '乙', '丙', '丁'].map((it) => `${it.repeat(900)}。`)
const long = anArticle({ paragraphs })
const origin = { list: 'abcdefgh', page: 3 }
const actionsOf = ({ buttons }: Message) =>
  buttons.flat().flatMap((it) => ('callbackData' in it ? (decodeCallback(it.callbackData) ?? []) : []))

test.each(
  [0, 1, 3].flatMap((page) =>
    [true, false].flatMap((isUnfolded) =>
      (['original', 'converted', undefined] as const).map((script) => [page, isUnfolded, script] as const),
    ),
  ),
)(
  'page %i (all buttons: %s, script: %s): what is pressed leaves one on this page, and leads back to the list',
  (page, isUnfolded, script) => {
    const place = { page, isUnfolded, script, origin, isSaved: false }
    const actions = actionsOf(renderArticle(long, { ...place, previous: long.id, next: long.id }, texts))
    const stays = actions.filter(({ kind }) => ['save', 'more', 'original'].includes(kind))
    expect(stays.map((it) => ('page' in it ? it.page : undefined))).toEqual(stays.map(() => page))
    const leads = actions.filter(({ kind }) => !['list', 'report', 'nothing'].includes(kind))
    expect(leads.length).toBeGreaterThan(2)
    for (const it of leads) expect(it).toMatchObject({ origin })
    expect(actions).toContainEqual({ kind: 'list', ...origin })
    // Fewer buttons, and the characters of the paper, show the same page as they are pressed.
    const again = actions.filter((it) => it.kind === 'article' && it.page === page)
    expect(again.length).toBe(
      (isUnfolded ? 1 : 0) +
        (script === 'original' && !isUnfolded ? 1 : 0) +
        (isUnfolded && page === 0 ? 2 : 0),
    )
  },
)

test.each(paragraphs.map((sentence, page) => [page, sentence] as const))(
  'a sentence of page %i is found there, whole or too long for a page',
  (page, sentence) => {
    expect(pageOfSentence(long, { paragraph: page, sentence }, texts)).toBe(page)
    const endless = `${'报'.repeat(30)}${'童'.repeat(2000)}。`
    const cut = anArticle({ paragraphs: [...paragraphs.slice(0, page), endless] })
    const shown = renderArticle(cut, { page, isSaved: false }, texts).html.markup
    expect(shown).toContain('报报报')
    expect(pageOfSentence(cut, { paragraph: page, sentence: endless }, texts)).toBe(page)
  },
)

test('a page beyond the end is the last one', () => {
  const show = (page: number) => renderArticle(long, { page, isSaved: false, origin }, texts)
  expect(show(4)).toEqual(show(3))
  expect(show(99)).toEqual(show(3))
  expect(show(3)).not.toEqual(show(2))
})

test('each sub-head stands where it was printed, also behind the last paragraph', () => {
  const article = anArticle({
    paragraphs: ['第一段。', '第二段。'],
    subheads: [0, 1, 2].map((before) => ({ text: `小标题${before}`, before })),
  })
  const { markup } = renderArticle(article, { page: 0, isSaved: false }, texts).html
  const order = ['小标题0', '第一段', '小标题1', '第二段', '小标题2'].map((it) => markup.indexOf(it))
  expect(Math.min(...order)).toBeGreaterThan(0)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('the head tells where and when a report was sent rather than by whom, and three decks', () => {
  const article = anArticle({
    dateline: '新华社北京6月7日电',
    agency: '新华社',
    deck: ['副题一', '副题二', '副题三', '副题四'],
  })
  const { markup } = renderHead(article, texts, true)
  expect(markup).toContain('新华社北京6月7日电')
  expect(['副题一', '副题二', '副题三', '副题四'].filter((it) => markup.includes(it))).toHaveLength(3)
  expect(renderHead(anArticle({ agency: '新华社' }), texts, true).markup).toContain('新华社')
})
