import { jitteredBackoffMs } from '../concurrency/index.ts'
import { isJsonObject } from '../domain/index.ts'
import { type DeliveryResult, failed } from './delivery-result.ts'
import { isHarmlessTwice, type ResponseClassification } from './response-classification.ts'
import type { SendJob } from './send-job.ts'

/** What is done with a job after a call of it. */
export type Step =
  | { readonly kind: 'settle'; readonly result: DeliveryResult }
  /** To be called again, `waitMs` from now at the earliest. `mark`: it may have arrived, which is noted first. */
  | { readonly kind: 'again'; readonly waitMs: number; readonly mark: boolean }
  | { readonly kind: 'plain' }
  | { readonly kind: 'moved'; readonly to: number }

/**
 * Decides what becomes of a send job after Telegram answered: it is settled, tried again, sent as plain text
 * or sent to the new id of its chat.
 * @param chance in [0, 1), for the jitter
 */
export function nextStep(classification: ResponseClassification, job: SendJob, chance: number): Step {
  switch (classification.kind) {
    case 'done':
      return settle({ kind: 'sent', ...sentOf(classification.result) })
    case 'wait':
      return { kind: 'again', waitMs: classification.seconds * 1000, mark: false }
    case 'again':
      return again(job, chance, false)
    case 'unclear': {
      const isHarmless = isHarmlessTwice(job.method)
      const mayRepeat = isHarmless || job.beforeRepeat !== undefined || isReplyToRepeat(job)
      return mayRepeat ? again(job, chance, !isHarmless) : settle({ kind: 'ambiguous' })
    }
    case 'moved':
      return classification.to === job.chatId
        ? settle(failed('refused'))
        : { kind: 'moved', to: classification.to }
    case 'badMarkup':
      return job.plain ? { kind: 'plain' } : settle(failed('refused'))
    case 'chatGone':
      return settle(failed(classification.reason))
    case 'targetGone':
    case 'refused':
      return settle(failed(classification.kind))
  }
}

/** Somebody waits: a reply that may come twice is better than none. Once more is enough. */
const isReplyToRepeat = ({ priority, mayHaveArrived }: SendJob) => priority === 'reply' && !mayHaveArrived

const settle = (result: DeliveryResult): Step => ({ kind: 'settle', result })

/** As often as it takes: the queue ends it when it is of no use any more. */
const again = ({ failures }: SendJob, chance: number, mark: boolean): Step => ({
  kind: 'again',
  waitMs: jitteredBackoffMs(failures + 1, chance),
  mark,
})

type Sent = Omit<Extract<DeliveryResult, { kind: 'sent' }>, 'kind'>

/** What Telegram tells of a message that it took, or of those of an album. */
function sentOf(result: unknown): Sent {
  if (!Array.isArray(result)) return sentMessageOf(result)
  const messages = result.map(sentMessageOf)
  const fileIds = messages.flatMap(({ fileId }) => fileId ?? [])
  return { messageId: messages[0]?.messageId, ...(fileIds.length === messages.length && { fileIds }) }
}

/** The sizes of a photo come in order (Bot API), the largest last. */
function sentMessageOf(result: unknown): Sent {
  if (!isJsonObject(result)) return { messageId: undefined }
  const { message_id: messageId, photo } = result
  const largest: unknown = Array.isArray(photo) ? photo.at(-1) : undefined
  const fileId = isJsonObject(largest) ? largest['file_id'] : undefined
  return {
    messageId: typeof messageId === 'number' ? messageId : undefined,
    ...(typeof fileId === 'string' && { fileId }),
  }
}
