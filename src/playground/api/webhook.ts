import type { Logger } from '../../ops/index.ts'
import { type Params, parseObject, readFlag, readInteger, readText } from '../rules/fields.ts'
import { badRequest } from '../rules/refusal.ts'
import { seconds } from '../world/post-message.ts'
import type { Scene } from '../world/scene.ts'
import type { Update } from '../world/update-queue.ts'
import { readAllowedUpdates } from './updates.ts'

/** The bot's own address, to which updates are brought one after the other. */
export interface WebhookDelivery {
  isSet(): boolean
  set(params: Params): string
  remove(params: Params): string
  info(): object
  close(): void
}

/** Calls a method that the bot put into its answer instead of making a call. */
export type CallMethod = (method: string, params: Params) => Promise<unknown>

interface Target {
  readonly url: string
  readonly secret: string
  readonly connections: number
  readonly stopped: AbortController
}

interface Failure {
  readonly date: number
  readonly message: string
}

/** Waiting after the n-th failure in a row; the last one again and again. */
const RETRY_MS = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]
/** Telegram waits this long for the bot's answer. */
const PATIENCE_MS = 60_000

/** Brings updates to the address that `setWebhook` names, and tries again with growing waits. */
export function createWebhookDelivery(scene: Scene, log: Logger, callMethod: CallMethod): WebhookDelivery {
  let target: Target | undefined
  let failure: Failure | undefined

  const stop = () => {
    target?.stopped.abort()
    target = undefined
    failure = undefined
  }

  const deliver = async (to: Target) => {
    const { signal } = to.stopped
    for (let failures = 0; !signal.aborted; ) {
      const [update] = scene.updates.pending()
      if (update === undefined) {
        await nextUpdate(scene, signal)
        continue
      }
      const wrong = await post(to, update)
      if (signal.aborted) return
      if (wrong === undefined) {
        failures = 0
        scene.updates.confirm(update.update_id + 1)
        continue
      }
      failure = { date: seconds(scene), message: wrong }
      await scene.clock.sleep(RETRY_MS[failures] ?? 60_000, signal).catch(() => {})
      failures = Math.min(failures + 1, RETRY_MS.length)
    }
  }

  /** What went wrong, or `undefined` when the bot took the update. */
  const post = async ({ url, secret, stopped }: Target, update: Update): Promise<string | undefined> => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(PATIENCE_MS)]),
      })
      const body = await answer.text()
      if (!answer.ok) return `Wrong response from the webhook: ${answer.status} ${answer.statusText}`.trim()
      await callAnswered(body)
      return undefined
    } catch (err) {
      return stopped.signal.aborted ? undefined : describeFailure(err)
    }
  }

  /** Bot API, “Making requests when getting updates”: the result of such a call is told to nobody. */
  const callAnswered = async (body: string) => {
    if (!body.startsWith('{')) return
    try {
      const { method, ...params } = parseObject(body)
      if (typeof method === 'string') await callMethod(method, params)
    } catch (err) {
      log.debug({ err }, 'the answer to a webhook holds no call')
    }
  }

  return {
    isSet: () => target !== undefined,
    set: (params) => {
      const { url, secret, connections } = readTarget(params)
      if (url === '') return removed()
      readAllowedUpdates(scene, params)
      if (readFlag(params, 'drop_pending_updates')) scene.updates.clear()
      if (target?.url === url && target.secret === secret && target.connections === connections)
        return 'Webhook is already set'
      stop()
      scene.updates.endPoll('terminated by setWebhook request')
      target = { url, secret, connections, stopped: new AbortController() }
      deliver(target).catch((err: unknown) => log.error({ err }, 'cannot deliver to the webhook'))
      return 'Webhook was set'
    },
    remove: (params) => {
      if (readFlag(params, 'drop_pending_updates')) scene.updates.clear()
      return removed()
    },
    info: () => ({
      url: target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: scene.updates.pending().length,
      ...(target && { max_connections: target.connections }),
      ...(failure && { last_error_date: failure.date, last_error_message: failure.message }),
      ...(scene.updates.allowed().length > 0 && { allowed_updates: scene.updates.allowed() }),
    }),
    close: stop,
  }

  function removed(): string {
    const wasSet = target !== undefined
    stop()
    return wasSet ? 'Webhook was deleted' : 'Webhook is already deleted'
  }
}

function readTarget(params: Params): Omit<Target, 'stopped'> {
  const url = readText(params, 'url')
  // Telegram takes HTTPS alone; a Bot API server of one's own takes HTTP too, and so do we.
  if (url !== '' && !/^https?:\/\/./.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  const secret = readText(params, 'secret_token')
  if (secret.length > 256) throw badRequest('secret token is too long')
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  const connections = readInteger(params, 'max_connections') ?? 40
  return { url, secret, connections: Math.min(Math.max(connections, 1), 100) }
}

const nextUpdate = (scene: Scene, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const stopListening = scene.updates.listen(() => finish())
    const finish = () => {
      stopListening()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    signal.addEventListener('abort', finish, { once: true })
  })

function describeFailure(err: unknown): string {
  const cause = err instanceof Error && err.cause instanceof Error ? err.cause : err
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ECONNREFUSED') return 'Connection refused'
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'Read timeout expired'
  return cause instanceof Error ? cause.message : String(cause)
}
