import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, joinHtml } from '../../../src/chat/markup/html.ts'

test.each([
  ['a value is escaped', html`<b>${'<i>&"'}</b>`, '<b>&lt;i&gt;&amp;&quot;</b>'],
  ['markup is not escaped twice', html`<b>${html`<i>${'a&b'}</i>`}</b>`, '<b><i>a&amp;b</i></b>'],
  ['a number is a value', html`${3}/${5}`, '3/5'],
  ['half a surrogate pair becomes a mark', html`${'a\ud842'}`, 'a\ufffd'],
  ['pieces are joined by lines', joinHtml(['<', html`<b>x</b>`, undefined, '', 'y']), '&lt;\n<b>x</b>\n\ny'],
])('%s', (_fact, made, markup) => {
  expect(made.markup).toBe(markup)
})

test('the length is what Telegram counts: the text without its tags, an entity as one character', () => {
  expect(html`<b>${'<&>'}</b>报童𠮷`.length).toBe(3 + 2 + 2)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(html`<i>${text}</i>`.length).toBe(text.length)
    }),
  )
})
