import { describe } from 'vitest'
import { postgresPrograms, testSchema, withoutPostgres } from '../support/postgres.ts'
import { openTestStore } from '../support/stores.ts'
import { archiveContract } from './contract/archive.ts'
import { chatStateContract } from './contract/chat-state.ts'
import { manifestContract } from './contract/manifest.ts'
import type { OpenContractStore } from './contract/open-contract-store.ts'
import { outboxContract } from './contract/outbox.ts'

const open: OpenContractStore = async ({ now } = {}) => {
  const { url, ask } = await testSchema()
  const again = () => openTestStore({ ...(now && { now }), postgres: { url, poolSize: 4 } })
  return { ...(await again()), runSql: ask, again }
}

describe.skipIf(postgresPrograms === undefined)(`over PostgreSQL${withoutPostgres}`, () => {
  archiveContract(open)
  manifestContract(open)
  chatStateContract(open)
  outboxContract(open)
})
