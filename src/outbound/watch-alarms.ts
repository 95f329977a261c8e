import type { Alarm } from '../chat/index.ts'
import { repeat } from '../concurrency/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { addNotice, type Operators, readableTime } from './operators.ts'

/** What one look found. `figure`: what stands in the sentence, for example `1.2 GB`. */
export interface AlarmReading {
  /** `between`: better than when the alarm begins, and not yet good: whatever was told stays. */
  readonly state: 'bad' | 'between' | 'good'
  readonly figure: string
}

/** Looks at one thing. One that rejects is as bad as can be; its error is the figure. */
export type AlarmProbe = () => Promise<AlarmReading>
/** The looks that are taken, by what they look at. */
export type AlarmProbes = Readonly<Record<Alarm, AlarmProbe>>

/** What is watched, and who is told. */
export interface AlarmParts {
  readonly probes: AlarmProbes
  readonly operators: Operators
  /** Tells the operators without the outbox, which is of no use while the database cannot be reached. */
  readonly tellDirectly: (alarm: Exclude<Alarm, 'corpus'>, since: string, figure: string) => Promise<void>
  readonly clock: Clock
  readonly log: Logger
}

/** What each alarm is called in the log; of `reader` there is nothing to do. */
const LOGGED: Readonly<Record<Alarm, string>> = {
  disk: 'the disk of the data folder is nearly full: make room',
  database: 'the database cannot be reached or written',
  corpus: 'files of the corpus folder are missing: is the drive mounted?',
  index: 'the index on the search server cannot be updated',
  digests: 'digests come late',
  blocked: 'many chats block or remove the bot',
  reader: 'files are read again, as the page reader has another version: nothing is wrong',
}

/** Soon enough for whoever has to act, and cheap: a few small queries. */
const EVERY_MS = 60_000

/** One after the other: a disk that is full explains a database that cannot be written. */
const ORDER: readonly Alarm[] = ['disk', 'database', 'corpus', 'index', 'digests', 'blocked', 'reader']

/**
 * Looks every minute, and alarms the operators once when something has gone bad and once when it is good again, until the
 * signal is aborted. Never rejects. What was told is forgotten with the process: after a restart, what is still bad
 * is told again.
 */
export async function watchAlarms(parts: AlarmParts, signal: AbortSignal): Promise<void> {
  const { clock, log } = parts
  const episodes = new Map<Alarm, number>()
  const onFailure = (err: unknown) => log.error({ err }, 'the operators could not be alarmed; trying again')
  await repeat(
    async () => {
      // What cannot be told of one must not hide the next: the end of a full disk the database that is gone.
      for (const alarm of ORDER) await look(parts, alarm, episodes).catch(onFailure)
    },
    { timing: clock, everyMs: EVERY_MS, signal, onFailure },
  )
}

async function look(
  { probes, operators, tellDirectly, log }: AlarmParts,
  alarm: Alarm,
  episodes: Map<Alarm, number>,
): Promise<void> {
  const { state, figure } = await probes[alarm]().catch(
    (error: unknown): AlarmReading => ({
      state: 'bad',
      figure: error instanceof Error ? error.message : String(error),
    }),
  )
  const nowMs = operators.now()
  const sinceMs = episodes.get(alarm)
  const read = (ms: number) => readableTime(ms, operators.timeZone)
  if (state === 'bad' && sinceMs === undefined) {
    episodes.set(alarm, nowMs)
    log[alarm === 'reader' ? 'info' : 'error']({ alarm, figure }, `${LOGGED[alarm]}; the operators are told`)
    // The intake has told of it, and until when the articles are kept.
    if (alarm === 'corpus') return
    const news = { kind: 'alarm', alarm, since: read(nowMs), figure } as const
    await addNotice(operators, `alarm ${alarm} ${nowMs}`, news).catch(() =>
      tellDirectly(alarm, news.since, figure),
    )
  } else if (state === 'good' && sinceMs !== undefined) {
    const news = { kind: 'alarmOver', alarm, since: read(sinceMs), until: read(nowMs) } as const
    // Told first: if that fails, it is told at the next look.
    await addNotice(operators, `end of alarm ${alarm} ${sinceMs}`, news)
    episodes.delete(alarm)
    log.info({ alarm, sinceMs }, 'what the operators were alarmed of is over')
  }
}
