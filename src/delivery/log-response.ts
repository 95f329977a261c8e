import type { Logger } from '../ops/index.ts'
import type { Step } from './next-step.ts'
import type { ResponseClassification } from './response-classification.ts'
import type { SendJob } from './send-job.ts'

/** Writes one line of log for each call that did not simply succeed. */
export function logResponse(
  log: Logger,
  classification: ResponseClassification,
  step: Step,
  job: SendJob,
): void {
  const { kind } = classification
  if (kind === 'done' || kind === 'wait' || kind === 'moved') return
  const { description } = classification
  const facts = { chat: job.chatId, method: job.method, description }
  if (kind === 'badMarkup')
    log.error(facts, step.kind === 'plain' ? 'HTML was refused: sent as plain text' : 'HTML was refused')
  else if (kind === 'refused') log.error(facts, 'Telegram refuses a call')
  else if (kind === 'targetGone' || kind === 'chatGone') log.debug(facts, 'nobody to send to')
  else if (step.kind === 'again')
    log.warn(
      { ...facts, failures: job.failures + 1, waitMs: step.waitMs },
      step.mark
        ? 'a message may have arrived; sending it again, as a possible duplicate'
        : 'a call failed, trying again',
    )
  else log.warn({ ...facts, may: kind === 'unclear' ? 'have arrived' : undefined }, 'a call failed')
}
