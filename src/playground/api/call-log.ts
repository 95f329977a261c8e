import type { Params } from '../rules/fields.ts'
import { UploadedFile } from '../rules/fields.ts'
import type { Scene } from '../world/scene.ts'
import type { CallRecord } from '../world/scene-event.ts'
import type { CallOutcome } from './outcome.ts'

/** The latest calls of the bot, for whoever wants to see what goes over the wire. */
export interface CallLog {
  /**
   * Notes that a call has come; call the answer with the outcome, which it gives back.
   * @param warnings read when the outcome is there
   */
  start(method: string, params: Params, warnings: readonly string[]): <T extends CallOutcome>(outcome: T) => T
  /** Oldest first. */
  recent(): readonly CallRecord[]
}

/** Calls kept. */
const SIZE = 500

/** Keeps the latest 500 calls, and tells the page of each. */
export function createCallLog(scene: Scene): CallLog {
  const records: CallRecord[] = []
  let last = 0
  return {
    recent: () => records,
    start: (method, params, warnings) => {
      const at = scene.clock.now()
      return (outcome) => {
        last += 1
        const call: CallRecord = {
          number: last,
          at,
          method,
          params: withoutBytes(params),
          answer: outcome,
          durationMs: scene.clock.now() - at,
          refused: typeof outcome === 'string' || !outcome.ok,
          warnings: [...warnings],
        }
        records.push(call)
        if (records.length > SIZE) records.shift()
        scene.events.emit({ kind: 'call', call })
        return outcome
      }
    },
  }
}

const withoutBytes = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value instanceof UploadedFile ? { file: value.name, bytes: value.bytes.length } : value,
    ]),
  )
