import { describe, expect, onTestFinished, test } from 'vitest'
import { aNotice } from '../support/outbox.ts'
import { postgresPrograms, startPostgres, stopPostgres, withoutPostgres } from '../support/postgres.ts'
import { promote, startStandby, urlOfAny } from '../support/postgres-standby.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe.skipIf(postgresPrograms === undefined)(`a standby of PostgreSQL${withoutPostgres}`, () => {
  test('takes the place of a primary that dies: what was confirmed is there, and who led leads on', async () => {
    const primary = await startPostgres(temporaryFolder())
    onTestFinished(() => stopPostgres(primary))
    const standby = await startStandby(primary, temporaryFolder())
    onTestFinished(() => stopPostgres(standby))
    // The one that takes changes is found wherever it stands.
    const store = await openTestStore({ postgres: { url: urlOfAny([standby, primary], 'postgres') } })
    const leadership = await store.lead?.(new AbortController().signal)
    const ids = await store.outbox.add([aNotice('a'), aNotice('b', { chatId: 8 })])
    expect(await store.outbox.claim(ids[0] ?? 0)).toBeDefined()

    await stopPostgres(primary, 'SIGKILL')
    const began = performance.now()
    const later = store.outbox.add([aNotice('c', { chatId: 9 })])
    await promote(standby)
    expect(await later).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(await store.outbox.get(ids[0] ?? 0)).toMatchObject({ status: 'sending' })
    await expect.poll(() => store.outbox.claim(ids[1] ?? 0)).toMatchObject({ id: ids[1], attempts: 1 })
    await leadership?.release()
  })
})
