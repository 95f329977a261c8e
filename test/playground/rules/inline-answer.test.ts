import { expect, test } from 'vitest'
import { validateInlineAnswer } from '../../../src/playground/index.ts'

const card = (more: object = {}) => ({
  type: 'article',
  id: '1',
  title: '题',
  input_message_content: { message_text: '<b>文</b>', parse_mode: 'HTML' },
  ...more,
})
const refusal = (reason: string) => expect.objectContaining({ message: `Bad Request: ${reason}` })

test('a good answer is read with its defaults: kept for everybody for 300 seconds', () => {
  const answer = validateInlineAnswer({ results: JSON.stringify([card()]), next_offset: '50' })
  expect(answer).toMatchObject({ cacheTime: 300, isPersonal: false, nextOffset: '50', button: undefined })
  expect(answer.results).toMatchObject([
    { id: '1', title: '题', content: { text: '文', entities: [{ type: 'bold' }] } },
  ])
})

test.each([
  [[card({ id: '' })], 'RESULT_ID_INVALID'],
  [[card({ id: '江'.repeat(22) })], 'RESULT_ID_INVALID'],
  [[card(), card()], 'RESULT_ID_DUPLICATE'],
  [Array.from({ length: 51 }, (_, id) => card({ id })), 'RESULTS_TOO_MUCH'],
  [[card({ title: '' })], 'can\'t parse inline query result: Can\'t find field "title"'],
  [
    [card({ input_message_content: undefined })],
    'can\'t parse inline query result: Can\'t find field "input_message_content"',
  ],
  [[card({ type: 'song' })], "can't parse inline query result: Unsupported type specified"],
  [
    [card({ input_message_content: { message_text: '<b>', parse_mode: 'HTML' } })],
    "can't parse inline query result: Can't parse entities: Can't find end tag corresponding to start tag \"b\"",
  ],
  [[card({ input_message_content: { message_text: '字'.repeat(4097) } })], 'MESSAGE_TOO_LONG'],
  [
    [card({ reply_markup: { inline_keyboard: [[{ text: '钮' }]] } })],
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  ['x', "can't parse inline query results JSON object"],
  [{}, 'expected an Array of InlineQueryResult'],
])('results such as %j are refused', (results, reason) => {
  expect(() => validateInlineAnswer({ results })).toThrow(refusal(reason))
})

test.each([
  [{ next_offset: '江'.repeat(22) }, 'NEXT_OFFSET_INVALID'],
  [
    { button: { text: '去' } },
    "can't parse InlineQueryResultsButton: exactly one optional field must be used",
  ],
  [{ button: { text: '去', start_parameter: '中文' } }, 'START_PARAM_INVALID'],
])('an answer with %j is refused', (more, reason) => {
  expect(() => validateInlineAnswer({ results: [card()], ...more })).toThrow(refusal(reason))
})
