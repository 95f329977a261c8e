import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readListSpec } from '../../src/store/read-list-spec.ts'
import { createSqlLists } from '../../src/store/sql/sql-lists.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SPECS = [
  { kind: 'search', query: '长江', order: 'newest', section: '要闻', month: '2024-06' },
  { kind: 'search', query: '', order: 'relevance' },
  { kind: 'headlines' },
  { kind: 'headlines', from: '2024-06-08', to: '2024-06-08', section: '要闻' },
  { kind: 'related', id: 'abcdefghij' },
  { kind: 'digest', edition: 'newIssue', ids: ['abcdefghij'] },
  { kind: 'digest', edition: 'ofDay', date: '2024-06-08', ids: ['abcdefghij'] },
  { kind: 'digest', edition: 'onThisDay', date: '2024-06-08', ids: [], late: { time: '08:00' }, again: true },
  { kind: 'alerts', matches: [{ alertId: 'abcdefgh', query: '班列', ids: ['abcdefghij'] }], unlisted: 3 },
  { kind: 'trend', query: '高铁' },
  { kind: 'trend', query: '高铁, 大熊猫', by: 'month' },
  { kind: 'timeline', query: '高铁' },
  { kind: 'saved' },
]

test.each(SPECS)('a list of kind $kind comes back as it was saved', (spec) => {
  expect(readListSpec(JSON.stringify(spec))).toEqual(spec)
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '"saved"',
  '{"kind":"constructor"}',
  '{"kind":"search","query":7,"order":"newest"}',
  '{"kind":"search","query":"x","order":"best"}',
  '{"kind":"search","query":"x","order":"newest","month":"June"}',
  '{"kind":"related"}',
  '{"kind":"trend"}',
  '{"kind":"trend","query":"高铁","isDark":1}',
  '{"kind":"timeline"}',
  '{"kind":"digest","edition":"newIssue","ids":"abcdefghij"}',
  '{"kind":"digest","edition":"newIssue","ids":[],"late":true}',
  '{"kind":"alerts","matches":[{"alertId":"abcdefgh"}],"unlisted":0}',
  '{"kind":"alerts","matches":[],"unlisted":"3"}',
  '{"kind":"digest","edition":"ofDay","ids":[],"followUps":[["a"]]}',
  '{"kind":"digest","edition":"ofDay","ids":[],"followUps":"ab"}',
  '{"kind":"digest","edition":"ofDay","ids":[],"late":{"day":"2024-06-08"}}',
  '{"kind":"digest","edition":"ofDay","ids":[],"again":1}',
  '{"kind":"a kind of a later version"}',
])('what was damaged on the disk is no list: %s', (json) => {
  expect(readListSpec(json)).toBeUndefined()
})

test('whatever stands on the disk, reading never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
      const spec = readListSpec(json)
      expect(spec === undefined || typeof spec.kind === 'string').toBe(true)
    }),
  )
})

test('a damaged row is a list that is gone', async () => {
  const database = openDatabase({ file: join(temporaryFolder(), 'paperboy.sqlite') })
  const lists = createSqlLists(database, () => 1000)
  const id = await lists.save({ spec: { kind: 'saved' }, chatId: 7, ownerId: 7 })
  expect(await lists.get(id)).toBeDefined()
  await database.db.updateTable('lists').set({ list: '{"kind":"sav' }).execute()
  expect(await lists.get(id)).toBeUndefined()
  await database.close()
})
