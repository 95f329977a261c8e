import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateCaption, validateText } from '../../../src/playground/index.ts'

const html = (text: string) => validateText({ text, parse_mode: 'HTML' })
const refusal = (description: string) => expect.objectContaining({ message: description })

test.each([
  ['nothing', '', 'Bad Request: message text is empty'],
  ['blanks', ' \n ', 'Bad Request: text must be non-empty'],
  ['markup around nothing', '<b> </b>', 'Bad Request: text must be non-empty'],
  ['4097 units', '字'.repeat(4097), 'Bad Request: message is too long'],
  ['2049 characters beyond the first plane', '𠮷'.repeat(2049), 'Bad Request: message is too long'],
  ['half a character', '报\ud83d', 'Bad Request: strings must be encoded in UTF-8'],
])('a text of %s is refused', (_what, text, description) => {
  expect(() => html(text)).toThrow(refusal(description))
})

test('4096 UTF-16 units are allowed, and markup does not count', () => {
  expect(html(`<b>${'字'.repeat(4096)}</b>`).text).toHaveLength(4096)
  expect(html('𠮷'.repeat(2048)).text).toHaveLength(4096)
})

test('an edit and a caption are too long in words of their own', () => {
  const long = '字'.repeat(5000)
  expect(() => validateText({ text: long }, 'edit')).toThrow(refusal('Bad Request: MESSAGE_TOO_LONG'))
  expect(() => validateCaption({ caption: '字'.repeat(1025) })).toThrow(
    refusal('Bad Request: message caption is too long'),
  )
  expect(() => validateCaption({ caption: long }, 'edit')).toThrow(
    refusal('Bad Request: MEDIA_CAPTION_TOO_LONG'),
  )
  expect(validateCaption({}).text).toBe('')
  expect(validateCaption({ caption: '字'.repeat(1024) }).text).toHaveLength(1024)
})

test('Markdown is not spoken here', () => {
  expect(() => validateText({ text: 'x', parse_mode: 'Markdown' })).toThrow(
    refusal('Bad Request: unsupported parse_mode'),
  )
})

test.each([
  [
    'blank ends are cut off, and entities move along',
    ' \n<b> 报 </b>\n',
    '报',
    [{ type: 'bold', offset: 0, length: 1 }],
  ],
  ['marks of direction and control characters go', 'a\u202eb\r\tc', 'ab c', []],
  ['nothing is nested in code', '<code>a<b>b</b></code>', 'ab', [{ type: 'code', offset: 0, length: 2 }]],
  [
    'no quote stands in a quote',
    '<blockquote>a<blockquote>b</blockquote></blockquote>',
    'ab',
    [{ type: 'blockquote', offset: 0, length: 2 }],
  ],
  [
    'commands, links and tags are found',
    '/start https://t.me/x. #报 @paperboy_bot',
    '/start https://t.me/x. #报 @paperboy_bot',
    [
      { type: 'bot_command', offset: 0, length: 6 },
      { type: 'url', offset: 7, length: 14 },
      { type: 'hashtag', offset: 23, length: 2 },
      { type: 'mention', offset: 26, length: 13 },
    ],
  ],
  ['a command ends where its word ends', '/search长江 a/b', '/search长江 a/b', []],
])('%s', (_fact, given, text, entities) => {
  expect(html(given)).toEqual({ text, entities })
})

test('no more than 100 entities are kept', () => {
  expect(html('<b>a</b> '.repeat(150)).entities).toHaveLength(100)
})

test.each([
  [{ type: 'bold', offset: 9, length: 1 }, 'entity begins after the end of the text at UTF-16 offset 9'],
  [
    { type: 'bold', offset: 0, length: 9 },
    'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9',
  ],
  [{ type: 'bold', offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
  [{ type: 'loud', offset: 0, length: 1 }, "can't parse MessageEntity: Unsupported type specified"],
  [{ type: 'text_link', offset: 0, length: 1 }, 'can\'t parse MessageEntity: Can\'t find field "url"'],
  [
    { type: 'text_link', offset: 0, length: 1, url: 'not-a-url' },
    "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
  ],
])('the entity %j is refused', (entity, reason) => {
  expect(() => validateText({ text: 'hello', entities: [entity] })).toThrow(refusal(`Bad Request: ${reason}`))
})

test('whatever is escaped and short enough is accepted, with entities inside the text', () => {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const anyText = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(anyText, anyText, (bold, rest) => {
      const { text, entities } = html(`题<b>${escape(bold)}</b>${escape(rest)}`)
      expect(text.startsWith('题')).toBe(true)
      expect(entities.every(({ offset, length }) => length > 0 && offset + length <= text.length)).toBe(true)
    }),
  )
})
