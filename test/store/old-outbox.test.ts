import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadDriver, type OutboxMessage } from '../../src/store/index.ts'
import { migrations } from '../../src/store/sqlite/migrations.ts'
import { aNewspaper, anOutbound, at, portsOf } from '../support/outbound.ts'
import { messagesTo } from '../support/outbox.ts'
import { posted } from '../support/scripted-api.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

/** The last version with a table of digests and another one of letters. */
const VERSION = 7
const STATES = ['due', 'sending', 'sent', 'failed'] as const
const NOON = at('2026-01-01T12:00+08:00')

const alertNews = (threadId?: number) => ({
  kind: 'alerts',
  ...(threadId !== undefined && { threadId }),
  matches: [{ alertId: 'abcdefgh', query: '报\u0000童 \ud800 "引"', ids: ['aaaaaaaaaa'] }],
  unlisted: 3,
})
const missingNews = { kind: 'missingFiles', count: 3, known: 9, until: '2026-01-02 08:00' }
const waitNews = { kind: 'longWait', since: '2026-01-01 08:00', until: '2026-01-01 09:00' }
const quoted = (value: unknown) =>
  `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`

/** Makes a database as that version left it, with rows in every state. */
function makeOld(folder: string): void {
  const Database = loadDriver()
  if (!Database) throw new Error('no driver can be loaded')
  const database = new Database(join(folder, 'paperboy.sqlite'), { timeout: 0 })
  for (const step of migrations.slice(0, VERSION)) database.exec(step)
  database.exec(`PRAGMA user_version = ${VERSION}; PRAGMA application_id = 1346522969`)
  const rows: string[] = []
  for (const [n, state] of STATES.entries()) {
    const [messageId, reason] = [state === 'sent' ? 70 + n : 'NULL', state === 'failed' ? "'gone'" : 'NULL']
    // A digest of each state for a chat, and another one for a topic, tried again later.
    rows.push(
      `INSERT INTO digests VALUES (${10 + n}, 0, '2026-01-01', ${NOON}, '${state}', ${n}, ${n}, ${messageId}, ${reason}, 0)`,
      `INSERT INTO digests VALUES (-9, ${3 + n}, '2026-01-02', ${NOON}, '${state}', 1, 0, ${messageId}, ${reason}, ${NOON + 5000})`,
    )
    const settled = state === 'sent' || state === 'failed' ? NOON + 60_000 : 'NULL'
    const old = state === 'due' ? 'waiting' : state
    const letter = (chatId: number, payload: unknown, once: string, priority: number) =>
      `INSERT INTO outbox (chat_id, payload, once, priority, not_before_ms, state, attempts, possible_duplicate, message_id, reason, settled_ms)
       VALUES (${chatId}, ${quoted(payload)}, ${once}, ${priority}, ${NOON + n}, '${old}', ${n}, ${n % 2}, ${messageId}, ${reason}, ${settled})`
    rows.push(
      letter(20 + n, alertNews(), 'NULL', 1),
      letter(-9, alertNews(30 + n), 'NULL', 1),
      letter(40 + n, waitNews, `'wait all 29 ${40 + n}'`, 2),
      letter(70 + n, missingNews, `'missing files 5 ${70 + n}'`, 2),
    )
  }
  rows.push(
    `INSERT INTO outbox (chat_id, payload, priority, not_before_ms, state) VALUES (50, '{"kind": "al', 1, ${NOON}, 'waiting')`,
    `INSERT INTO digests VALUES (60, 0, '2025-12-31', ${NOON - 86_400_000}, 'sent', 1, 0, 99, NULL, 0)`,
    "INSERT INTO shown_articles VALUES (60, 0, 'a'), (60, 3, 'b')",
  )
  for (const row of rows) database.exec(row)
  database.close()
}

describe('a database with digests and letters in tables of their own', () => {
  const open = async (now = () => NOON) => {
    const folder = temporaryFolder()
    makeOld(folder)
    return openTestStore({ folder, now })
  }
  const withoutId = ({ id: _id, ...message }: OutboxMessage) => message

  test('is taken over with every row in its state', async () => {
    const store = await open()
    const { outbox, shownArticles } = store
    for (const [n, status] of STATES.entries()) {
      const ended = {
        ...(status === 'sent' && { messageId: 70 + n }),
        ...(status === 'failed' && { reason: 'gone' }),
      }
      const digest = { kind: 'digest', payload: {}, priority: 0, dueMs: NOON, status, ...ended }
      expect((await outbox.ofChat(10 + n)).map(withoutId)).toEqual([
        {
          ...digest,
          chatId: 10 + n,
          uniqueKey: '2026-01-01',
          runAtMs: NOON,
          attempts: n,
          possibleDuplicates: n,
        },
      ])
      const times = {
        dueMs: NOON + n,
        runAtMs: NOON + n,
        status,
        attempts: n,
        possibleDuplicates: n % 2,
        ...ended,
      }
      const alert = { kind: 'alert', priority: 10, ...times }
      expect((await outbox.ofChat(20 + n)).map(withoutId)).toEqual([
        { ...alert, chatId: 20 + n, payload: alertNews() },
      ])
      const inTopics = (await outbox.ofChat(-9)).map(withoutId)
      expect(inTopics).toContainEqual({
        ...digest,
        chatId: -9,
        threadId: 3 + n,
        uniqueKey: '2026-01-02',
        runAtMs: NOON + 5000,
        attempts: 1,
        possibleDuplicates: 0,
      })
      expect(inTopics).toContainEqual({ ...alert, chatId: -9, threadId: 30 + n, payload: alertNews(30 + n) })
      expect(inTopics).toHaveLength(2 * STATES.length)
      expect((await outbox.ofChat(40 + n)).map(withoutId)).toEqual([
        {
          kind: 'operatorNotice',
          uniqueKey: `wait all 29 ${40 + n}`,
          chatId: 40 + n,
          payload: waitNews,
          priority: 20,
          ...times,
        },
      ])
    }
    expect(await outbox.ofChat(70)).toMatchObject([
      { kind: 'operatorNotice', uniqueKey: 'missing files 5 70', payload: missingNews, status: 'due' },
    ])
    expect(await outbox.ofChat(50)).toMatchObject([{ kind: 'alert', status: 'due', payload: undefined }])
    expect(await shownArticles.in({ chatId: 60 })).toEqual(new Set(['a']))
    expect(await store.check()).toEqual([])
  })

  test('knows which digests and notices there were, and takes none of them again', async () => {
    const { outbox } = await open()
    const again = [
      { kind: 'digest', chatId: 60, uniqueKey: '2025-12-31' },
      { kind: 'digest', chatId: -9, threadId: 4, uniqueKey: '2026-01-02' },
      { kind: 'operatorNotice', chatId: 41, uniqueKey: 'wait all 29 41' },
    ]
    for (const key of again)
      expect(await outbox.add([{ ...key, payload: {}, priority: 0, dueMs: 0 }])).toEqual([])
  })

  test('what was being sent goes again and says so, what waited goes, what had ended does not', async () => {
    const clock = createVirtualClock(NOON + 10_000)
    const store = await open(() => clock.now())
    const { search } = await aNewspaper(clock)
    const bot = await anOutbound(clock, portsOf(store, search), posted)
    await bot.until(NOON + 600_000)
    await bot.end()
    const operators = [40, 41, 42, 43, 70, 71, 72, 73]
    expect(bot.calls.flatMap(({ chatId = 0 }) => (operators.includes(chatId) ? chatId : []))).toEqual([
      40, 70, 41, 71,
    ])
    expect(bot.calls.map(({ text }) => text?.includes('可能是重复的'))).toEqual([false, false, true, true])
    // Nobody has subscribed, and no alert is there any more: that is recorded, and nothing is left over.
    const left = await messagesTo(store.outbox, -9, 10, 11, 12, 13, 20, 21, 22, 23, 50, ...operators)
    expect(left.filter(({ status }) => status === 'due' || status === 'sending')).toEqual([])
    const reasons = left.filter(({ chatId }) => chatId === 11 || chatId === 21 || chatId === 50)
    expect(reasons.map(({ reason, possibleDuplicates }) => [reason, possibleDuplicates])).toEqual([
      ['unsubscribed', 2],
      ['nothing left to tell', 2],
      ['damaged payload', 0],
    ])
  })
})
