import fc from 'fast-check'
import { anyUnicode } from '../any-unicode.ts'

const person = { id: 70_001, is_bot: false, first_name: '王', language_code: 'zh-hans' }
const group = { id: -70_002, type: 'supergroup', title: '读报群' }
const message = (text: string, chat: object = { id: person.id, type: 'private', first_name: '王' }) => ({
  message: { message_id: 3, date: 1_717_800_000, chat, from: person, text },
})
const membership = (status: string) => ({ user: { id: 1, is_bot: true, first_name: '报童' }, status })

/** One update of each kind that the bot takes, as Telegram sends it. */
const TEMPLATES: readonly object[] = [
  message('残疾人 意外险'),
  message('/help'),
  message('/start a_abcdefghij'),
  message('/search@paperboy_bot 成都', group),
  message('@paperboy_bot 中欧班列', { ...group, is_forum: true }),
  {
    callback_query: {
      id: '77',
      from: person,
      chat_instance: '5',
      data: 'l.abcdefgh.2',
      message: { ...message('', group).message, reply_markup: { inline_keyboard: [[{ text: '1' }]] } },
    },
  },
  { inline_query: { id: '78', from: person, query: '班列', offset: '15', chat_type: 'sender' } },
  {
    my_chat_member: {
      chat: group,
      from: person,
      date: 1_717_800_000,
      old_chat_member: membership('left'),
      new_chat_member: membership('member'),
    },
  },
  { message: { ...message('', group).message, migrate_to_chat_id: -1_000_000_070_002 } },
  { message: { ...message('', group).message, migrate_from_chat_id: -70_002 } },
]

/** What may stand where something else should. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', '0', [], {}, [null], { id: {} }, '\u202e', '𠮷'),
  fc.constantFrom('constructor', '__proto__', 'toString', 'kicked', 'private', 'channel'),
  fc.integer(),
  anyUnicode(40),
  fc.jsonValue({ maxDepth: 3 }),
  fc.nat({ max: 200 }).map((count) => '报'.repeat(count * 50)),
  fc
    .integer({ min: 1, max: 1000 })
    .map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
)

/** Values that lie deeper are junk already. */
const DEEPEST = 8

/** Paths to all values, the outer ones first. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || path.length === DEEPEST) return [[...path]]
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}

const DROPPED = Symbol('dropped')

function put(value: unknown, [key, ...rest]: readonly string[], given: unknown): unknown {
  if (key === undefined) return given
  const record = { ...(value as Record<string, unknown>) }
  const inner = put(record[key], rest, given)
  if (inner === DROPPED) delete record[key]
  else record[key] = inner
  return Array.isArray(value) ? Object.values(record) : record
}

/** An update with one to three of its values dropped or replaced by something else; it may even be in order. */
const anyMutation: fc.Arbitrary<object> = fc
  .tuple(
    fc.constantFrom(...TEMPLATES),
    fc.array(fc.tuple(fc.nat(), fc.oneof(junk, fc.constant(DROPPED))), { minLength: 1, maxLength: 3 }),
  )
  .map(([template, changes]) =>
    changes.reduce<object>((update, [place, given]) => {
      const paths = pathsIn(update).slice(1)
      return put(update, paths[place % Math.max(1, paths.length)] ?? [], given) as object
    }, template),
  )
  .filter((update) => typeof update === 'object' && update !== null && !Array.isArray(update))

/** So many mutated updates, the same ones for the same seed; none has an id. */
export const mutatedUpdates = (count: number, seed: number): readonly object[] =>
  fc.sample(anyMutation, { numRuns: count, seed })
