import { type Params, readInteger, readJson } from '../rules/fields.ts'
import { Refusal } from '../rules/refusal.ts'
import type { Scene } from '../world/scene.ts'
import type { Update } from '../world/update-queue.ts'

const WEBHOOK_IS_SET =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
/** Bot API, getUpdates: “Values between 1-100 are accepted”. */
const LIMIT = 100
/** Telegram waits no longer, whatever it is asked for. */
const LONGEST_WAIT_SECONDS = 50

/** `getUpdates` of the Bot API. @throws {Refusal} in the words of Telegram */
export async function getUpdates(
  scene: Scene,
  hasWebhook: boolean,
  params: Params,
  signal: AbortSignal,
): Promise<readonly Update[]> {
  if (hasWebhook) throw new Refusal(409, WEBHOOK_IS_SET)
  readAllowedUpdates(scene, params)
  const limit = readInteger(params, 'limit') ?? LIMIT
  const timeout = Math.min(Math.max(readInteger(params, 'timeout') ?? 0, 0), LONGEST_WAIT_SECONDS)
  return scene.updates.poll({
    offset: readInteger(params, 'offset') ?? 0,
    limit: limit < 1 || limit > LIMIT ? LIMIT : limit,
    timeoutMs: timeout * 1000,
    signal,
  })
}

/** Left out: as before. An empty list: the default again. What is no list is passed over, as Telegram does. */
export function readAllowedUpdates(scene: Scene, params: Params): void {
  const kinds = readJson(params, 'allowed_updates')
  if (Array.isArray(kinds)) scene.updates.allow(kinds.filter((kind) => typeof kind === 'string'))
}
