import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Reply, Request } from '../../src/chat/index.ts'
import { joinPieces } from '../../src/intake/index.ts'
import { loadDriver, StoreError } from '../../src/store/index.ts'
import type { Schema } from '../../src/store/sql/schema.ts'
import { createSqlPorts } from '../../src/store/sql/sql-ports.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { anArticle } from '../support/articles.ts'
import { openConversation, textOf } from '../support/conversation.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** More than the pages of the file have room for. */
const LONG = Array.from({ length: 20 }, (_, n) => `${n}${'长'.repeat(110)}`).join('；')

interface Storage {
  readonly db: Kysely<Schema>
  readonly file: string
}

const pragma = (db: Kysely<Schema>, text: string) => sql.raw(`PRAGMA ${text}`).execute(db)

/** What may become of the file while the bot runs. Each causes it, and gives what mends it. */
const troubles = [
  [
    'is held by another program',
    'busy',
    async ({ file }: Storage) => {
      const Database = loadDriver()
      if (!Database) throw new Error('no driver can be loaded')
      const other = new Database(file, { timeout: 0 })
      other.exec('BEGIN IMMEDIATE')
      return async () => {
        other.exec('ROLLBACK')
        other.close()
      }
    },
  ],
  [
    'may not be written to',
    'readOnly',
    async ({ db }: Storage) => {
      await pragma(db, 'query_only = ON')
      return () => pragma(db, 'query_only = OFF')
    },
  ],
  [
    'has no room left',
    'full',
    async ({ db }: Storage) => {
      // Never below the pages that there are, so none of them may be free.
      await sql.raw('VACUUM').execute(db)
      await pragma(db, 'max_page_count = 1')
      return () => pragma(db, 'max_page_count = 1000000')
    },
  ],
] as const satisfies readonly (readonly [
  string,
  StoreError['problem'],
  (storage: Storage) => Promise<() => Promise<unknown>>,
])[]

describe('over a file', () => {
  /** The conversation as Telegram's side of the bot asks it, with the sentence where it fails. */
  async function openOverFile() {
    const file = join(temporaryFolder(), 'paperboy.sqlite')
    const database = openDatabase({ file, busyTimeoutMs: 50 })
    const { db, close } = database
    onTestFinished(close)
    const ports = createSqlPorts(database, joinPieces, () => 0)
    const { conversation, store } = await openConversation([anArticle()], ports)
    const problems: string[] = []
    const act = async (action: Request['action']): Promise<Reply | undefined> => {
      const request: Request = {
        chat: { chatId: 1, kind: 'private' },
        user: { id: 1 },
        bot: 'paperboy_bot',
        isAdministrator: async () => true,
        action,
      }
      return conversation.answer(request).catch((error: unknown) => {
        problems.push(error instanceof StoreError ? error.problem : String(error))
        return conversation.apologise(request, error)
      })
    }
    const subscribe = (text: string) => act({ kind: 'command', name: 'subscribe', text })
    return { db, file, store, act, subscribe, problems }
  }

  test.each(troubles)(
    'that %s, an order is answered with “try later”, and done later',
    async (_what, problem, cause) => {
      const { db, file, store, act, subscribe, problems } = await openOverFile()
      await subscribe('7:30 短')
      const before = await store.subscriptions.get(1)
      const mend = await cause({ db, file })

      const told = await subscribe(`8:00 话题 ${LONG}`)
      expect(told?.kind).toBe('send')
      expect(textOf(told)).toMatch(/没有任何改动。请过几分钟再试/)
      expect(problems).toEqual([problem])
      expect(await store.subscriptions.get(1)).toEqual(before)
      if (problem !== 'full') {
        // What takes no more room than there is can still be done on a full disk.
        expect(await act({ kind: 'callback', data: 'u.t.06:00' })).toMatchObject({
          kind: 'toast',
          toast: expect.stringContaining('请过几分钟再试'),
        })
        expect(await act({ kind: 'command', name: 'unsubscribe', text: '' })).toMatchObject({ kind: 'send' })
        expect(await store.subscriptions.get(1)).toEqual(before)
      }

      await mend()
      expect(textOf(await subscribe(`8:00 话题 ${LONG}`))).toMatch(/^改好了。/)
      expect(await store.subscriptions.get(1)).toMatchObject({ time: '08:00', length: 'short' })
      expect((await store.subscriptions.get(1))?.topics).toHaveLength(20)
    },
  )

  test('any other failure is no reason to try again in a few minutes', async () => {
    const { conversation } = await openConversation([])
    const request = {
      chat: { chatId: 1, kind: 'private' },
      user: { id: 1 },
      bot: 'paperboy_bot',
      isAdministrator: async () => true,
    } as const
    const press = { ...request, action: { kind: 'callback', data: 'u.y' } } as const
    for (const error of [new Error('no'), new StoreError('damaged', 'f', 'damaged')])
      expect(textOf(conversation.apologise(press, error))).toContain('出了点问题')
    expect(textOf(conversation.apologise(press, new StoreError('busy', 'f', 'busy')))).toContain('几分钟')
  })
})
