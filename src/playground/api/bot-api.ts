import type { Logger } from '../../ops/index.ts'
import type { Params } from '../rules/fields.ts'
import { Refusal } from '../rules/refusal.ts'
import type { Scene } from '../world/scene.ts'
import type { CallLog } from './call-log.ts'
import { findMethod } from './methods.ts'
import type { ApiAnswer, CallOutcome } from './outcome.ts'
import { getUpdates } from './updates.ts'
import type { Warn } from './warn-of-dropped.ts'
import { createWebhookDelivery } from './webhook.ts'

/** The Bot API of the playground. */
export interface BotApi {
  /** Does one call. Never rejects: what goes wrong is answered in Telegram's form. */
  call(method: string, params: Params, signal: AbortSignal): Promise<CallOutcome>
  /** Stops bringing updates to the webhook. */
  close(): void
}

/** All methods of the Bot API that the playground has, each call noted in the log. */
export function createBotApi(scene: Scene, calls: CallLog, log: Logger): BotApi {
  const answer = async (
    method: string,
    params: Params,
    signal: AbortSignal,
    warn: Warn,
  ): Promise<ApiAnswer> => {
    try {
      return await perform(method, params, signal, warn)
    } catch (err) {
      return describe(err)
    }
  }

  const perform = async (
    name: string,
    params: Params,
    signal: AbortSignal,
    warn: Warn,
  ): Promise<ApiAnswer> => {
    switch (name.toLowerCase()) {
      case 'getupdates':
        return { ok: true, result: await getUpdates(scene, webhook.isSet(), params, signal) }
      case 'setwebhook':
        return { ok: true, result: true, description: webhook.set(params) }
      case 'deletewebhook':
        return { ok: true, result: true, description: webhook.remove(params) }
      case 'getwebhookinfo':
        return { ok: true, result: webhook.info() }
      default: {
        const method = findMethod(name)
        if (method === undefined) return { ok: false, error_code: 404, description: 'Not Found' }
        return { ok: true, result: method(scene, params, warn) }
      }
    }
  }

  const describe = (err: unknown): ApiAnswer => {
    if (err instanceof Refusal)
      return {
        ok: false,
        error_code: err.errorCode,
        description: err.message,
        ...(err.parameters && { parameters: err.parameters }),
      }
    log.error({ err }, 'the playground failed over a call')
    return { ok: false, error_code: 500, description: 'Internal Server Error' }
  }

  const call = async (method: string, params: Params, signal: AbortSignal): Promise<CallOutcome> => {
    const warnings: string[] = []
    const note = calls.start(method, params, warnings)
    const fault = scene.faults.take(method, readChatId(params))
    if (fault?.kind === 'hang') return note('hang')
    if (fault?.kind === 'reset-before') return note('reset')
    if (fault?.kind === 'error')
      return note({
        ok: false,
        error_code: fault.errorCode,
        description: fault.description,
        ...(fault.parameters && { parameters: fault.parameters }),
      })
    const done = await answer(method, params, signal, (warning) => {
      warnings.push(warning)
      log.warn({ method, warning }, 'Telegram would not show this message as it was sent')
    })
    return note(fault?.kind === 'reset-after' ? 'reset' : done)
  }

  const webhook = createWebhookDelivery(scene, log, (method, params) =>
    call(method, params, new AbortController().signal),
  )
  return { call, close: () => webhook.close() }
}

function readChatId(params: Params): number | undefined {
  const chatId = params['chat_id']
  return chatId === undefined ? undefined : Number(chatId)
}
