import type { Conversation } from '../chat/index.ts'
import type { Api, ApiResponse } from '../delivery/index.ts'
import type { Clock } from '../ops/index.ts'
import type { Outbox } from '../store/index.ts'
import type { Metrics } from './metrics.ts'

/** The same conversation; how long its answers take is measured. */
export function observeConversation(
  conversation: Conversation,
  metrics: Metrics,
  clock: Clock,
): Conversation {
  const measure = async <T>(request: string, answer: () => Promise<T>): Promise<T> => {
    const began = clock.monotonicNow()
    const told = (result: 'ok' | 'error') => metrics.answered(request, result, clock.monotonicNow() - began)
    try {
      const answered = await answer()
      told('ok')
      return answered
    } catch (error) {
      told('error')
      throw error
    }
  }
  return {
    answer: (request) => measure(request.action.kind, () => conversation.answer(request)),
    answerAgain: (request, mayBeAnswered) =>
      measure(request.action.kind, () => conversation.answerAgain(request, mayBeAnswered)),
    answerInline: (request) => measure('inline', () => conversation.answerInline(request)),
    apologise: (request, error) => conversation.apologise(request, error),
  }
}

/** The same API; its calls are counted and measured. */
export const observeApi = (api: Api, metrics: Metrics, clock: Clock): Api => ({
  call: async (method, payload, signal) => {
    const began = clock.monotonicNow()
    const response = await api.call(method, payload, signal)
    metrics.called(method, resultOf(response), clock.monotonicNow() - began)
    return response
  },
})

const resultOf = (response: ApiResponse): string =>
  response.kind === 'error' ? String(response.code) : response.kind

/** The same outbox; what becomes of the messages that are claimed is counted. */
export function observeOutbox(outbox: Outbox, metrics: Metrics): Outbox {
  /** Kinds of the messages that are being sent, by id. */
  const kinds = new Map<number, string>()
  const endOf = (id: number) => {
    const kind = kinds.get(id)
    kinds.delete(id)
    return kind
  }
  return {
    ...outbox,
    claim: async (id) => {
      const message = await outbox.claim(id)
      if (message) kinds.set(id, message.kind)
      return message
    },
    complete: async (id, sent) => {
      await outbox.complete(id, sent)
      const kind = endOf(id)
      if (kind !== undefined) metrics.finished(kind, 'sent')
    },
    fail: async (id, reason) => {
      await outbox.fail(id, reason)
      const kind = endOf(id)
      if (kind !== undefined) metrics.finished(kind, 'failed')
    },
    reschedule: async (id, wait) => {
      await outbox.reschedule(id, wait)
      const kind = endOf(id)
      if (kind !== undefined && wait.mayHaveArrived === true) metrics.repeated(kind)
    },
  }
}
