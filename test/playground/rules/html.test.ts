import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTelegramHtml, Refusal } from '../../../src/playground/index.ts'
import { anyUnicode } from '../../support/any-unicode.ts'
import { runs } from '../../support/runs.ts'

describe('parseTelegramHtml', () => {
  test.each([
    ['<b>粗</b>', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<STRONG>粗</strong>', [{ type: 'bold', offset: 0, length: 1 }]],
    [
      '<i>斜</i><em>斜</em>',
      [
        { type: 'italic', offset: 0 },
        { type: 'italic', offset: 1 },
      ],
    ],
    ['<u>线</u><ins>线</ins>', [{ type: 'underline' }, { type: 'underline' }]],
    [
      '<s>删</s><strike>删</strike><del>删</del>',
      [{ type: 'strikethrough' }, { type: 'strikethrough' }, { type: 'strikethrough' }],
    ],
    [
      '<span class="tg-spoiler">密</span><tg-spoiler>密</tg-spoiler>',
      [{ type: 'spoiler' }, { type: 'spoiler' }],
    ],
    ['<a href="https://t.me/x?a=1&amp;b=2">链</a>', [{ type: 'text_link', url: 'https://t.me/x?a=1&b=2' }]],
    ["<a href='example.com'>链</a>", [{ type: 'text_link', url: 'http://example.com/' }]],
    ['<a href="tg://user?id=42">人</a>', [{ type: 'text_mention', user: { id: 42 } }]],
    ['<a href="没有点">链</a>', []],
    ['<a>https://a.cn/b</a>', [{ type: 'text_link', url: 'https://a.cn/b' }]],
    ['<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', [{ type: 'custom_emoji', length: 2 }]],
    ['<code>x</code>', [{ type: 'code' }]],
    ['<pre>x</pre>', [{ type: 'pre' }]],
    ['<pre><code class="language-ts">x</code></pre>', [{ type: 'pre', language: 'ts' }]],
    ['<code class="language-ts"><pre>x</pre></code>', [{ type: 'pre', language: 'ts' }]],
    ['<code class="language-ts">x</code>', [{ type: 'code' }]],
    ['<blockquote>引</blockquote>', [{ type: 'blockquote' }]],
    ['<blockquote expandable>引</blockquote>', [{ type: 'expandable_blockquote' }]],
    ['<blockquote expandable="">引</blockquote>', [{ type: 'expandable_blockquote' }]],
    ['<b></b>', []],
    ['𠮷<b  >🏟</b >', [{ type: 'bold', offset: 2, length: 2 }]],
    [
      '<b>一<i>二</i></b>',
      [
        { type: 'bold', length: 2 },
        { type: 'italic', offset: 1 },
      ],
    ],
    ['<b>短</>', [{ type: 'bold' }]],
  ])('reads %s', (html, entities) => {
    expect(parseTelegramHtml(html).entities).toMatchObject(entities)
  })

  test.each([
    ['a &lt; b &amp; c &gt; d &quot;', 'a < b & c > d "'],
    ['&#20013;&#x4e2d;&#128240;', '中中📰'],
    ['&nbsp; &apos; &copy; & &;', '&nbsp; &apos; &copy; & &;'],
    ['&lt&gt', '<>'],
    ['&#0;&#x110000;&#99999999999;', '&#0;&#x110000;&#99999999999;'],
    ['of up to nine signs, &#0000065; and &#00000065;', 'of up to nine signs, A and &#00000065;'],
  ])('decodes %s as Telegram does', (html, text) => {
    expect(parseTelegramHtml(html).text).toBe(text)
  })

  test.each([
    ['报<b', 'Unclosed start tag at byte offset 3'],
    ['<b>报', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<script>', 'Unsupported start tag "script" at byte offset 0'],
    ['长江<江>', 'Unsupported start tag "江" at byte offset 6'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
    ['<b/>', 'Unsupported start tag "b/" at byte offset 0'],
    ['</b>', 'Unexpected end tag at byte offset 0'],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['🏟 🏟&lt;<i   =aba>', 'Empty attribute name in the tag "i" at byte offset 13'],
    ['🏟 🏟&lt;<i    aba>', 'Can\'t find end tag corresponding to start tag "i"'],
    ['🏟 🏟&lt;<i    aba  =  ', 'Unclosed start tag "i" at byte offset 13'],
    ['🏟 🏟&lt;<i    aba  =  190azAz-.,', 'Unexpected end of name token at byte offset 27'],
    ['🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', 'Unclosed start tag at byte offset 13'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">👍</tg-emoji>', 'Invalid custom emoji identifier specified'],
    [
      '&#xd83d;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ])('refuses %s', (html, reason) => {
    expect(() => parseTelegramHtml(html)).toThrow(
      expect.objectContaining({ errorCode: 400, message: `Bad Request: can't parse entities: ${reason}` }),
    )
  })

  test('text that is escaped comes back as it was, whatever it holds', () => {
    const escape = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(anyUnicode(), (text) => {
        expect(parseTelegramHtml(`<b>${escape(text)}</b>`).text).toBe(text)
      }),
    )
  })

  test('any text is either read, with entities that lie inside it, or refused', () => {
    const pieces = [
      '<b>',
      '</b>',
      '<a href="',
      '">',
      '</a>',
      '<',
      '>',
      '&',
      '&amp;',
      ' ',
      '报',
      '🗞',
      '<blockquote expandable>',
    ]
    const anyMarkup = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(anyMarkup, (html) => {
        try {
          const { text, entities } = parseTelegramHtml(html)
          expect(
            entities.filter(({ offset, length }) => length < 1 || offset + length > text.length),
          ).toEqual([])
        } catch (err) {
          expect(err).toBeInstanceOf(Refusal)
        }
      }),
      runs(500),
    )
  })
})
