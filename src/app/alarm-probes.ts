import { statfs } from 'node:fs/promises'
import { READER_VERSION } from '../corpus/index.ts'
import type { MissingFiles } from '../intake/index.ts'
import type { AlarmProbes, AlarmReading } from '../outbound/index.ts'
import type { Store } from '../store/index.ts'

const MB = 2 ** 20
/** SQLite needs room for its log, a backup or a VACUUM for the file once more: below that writes begin to fail. */
const DISK_BAD_BYTES = 500 * MB
/** Half as much again, so that one file that comes and goes is not told each time. */
const DISK_GOOD_BYTES = 750 * MB
/** A subscriber notices a quarter of an hour; ten thousand digests take seven minutes. */
const DIGEST_BAD_MS = 15 * 60_000
const DIGEST_GOOD_MS = 2 * 60_000
/** In one hour; on a normal day it is one in a hundred. Many at once were sent something that they did not want. */
const BLOCKED_SHARE = 0.05
/** Of a few readers, some that go are no sign. */
const BLOCKED_FEWEST = 10
const HOUR_MS = 3_600_000

interface Watched {
  readonly store: Pick<Store, 'outbox' | 'chats' | 'manifest'>
  /** Bytes that may still be written where the data folder is. */
  readonly freeBytes: () => Promise<number>
  readonly missing: () => MissingFiles | undefined
  /** Why the index on the search server cannot be used or written; undefined if it can. */
  readonly indexTrouble: () => string | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Looks at what operators are alarmed of. */
export function createAlarmProbes({ store, freeBytes, missing, indexTrouble, now }: Watched): AlarmProbes {
  let isReadAnew = false
  return {
    disk: async () => {
      const free = await freeBytes()
      return judge(-free, -DISK_BAD_BYTES, -DISK_GOOD_BYTES, `${Math.round(free / MB)} MB`)
    },
    database: async () => {
      await store.outbox.queues()
      return { state: 'good', figure: '' }
    },
    digests: async () => {
      const due = (await store.outbox.queues()).filter((it) => it.kind === 'digest' && it.status === 'due')
      const lateMs = Math.max(0, ...due.map(({ oldestMs }) => now() - oldestMs))
      return judge(lateMs, DIGEST_BAD_MS, DIGEST_GOOD_MS, `${Math.round(lateMs / 60_000)}`)
    },
    blocked: async () => {
      const { total, blocked } = await store.chats.countBlocked(now() - HOUR_MS)
      const bad = Math.max(BLOCKED_FEWEST, total * BLOCKED_SHARE)
      return judge(blocked, bad, bad / 2, `${blocked}/${total}`)
    },
    // Held back by the intake if most files went at once.
    corpus: async () => {
      const held = missing()
      return held ? { state: 'bad', figure: `${held.count}/${held.known}` } : { state: 'good', figure: '' }
    },
    index: async () => {
      const reason = indexTrouble()
      return reason === undefined ? { state: 'good', figure: '' } : { state: 'bad', figure: reason }
    },
    // The files do not change their reader again while the process lives.
    reader: async () => {
      if (isReadAnew) return { state: 'good', figure: '' }
      const files = [...(await store.manifest.files()).values()]
      const old = files.filter(({ reader }) => reader !== `version ${READER_VERSION}`)
      isReadAnew = old.length === 0
      return isReadAnew
        ? { state: 'good', figure: '' }
        : { state: 'bad', figure: `${old.length}/${files.length}` }
    },
  }
}

/** Bytes that may still be written into a folder by whoever runs the bot. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const judge = (value: number, bad: number, good: number, figure: string): AlarmReading => ({
  state: value >= bad ? 'bad' : value <= good ? 'good' : 'between',
  figure,
})
