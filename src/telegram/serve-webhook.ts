import type { UpdateSource } from './update-source.ts'
import { openWebhook } from './webhook.ts'
import { type WebhookAddress, WebhookRegistration } from './webhook-registration.ts'

/** Where Telegram is to send updates, and where we listen for them. */
export interface WebhookSettings extends WebhookAddress {
  /** Address to listen on; every address of this machine if undefined. */
  readonly host: string | undefined
  /** Port to listen on; whatever serves `url` passes requests on to it. */
  readonly port: number
}

/**
 * Listens for updates until the signal is aborted, and has Telegram send them.
 * @throws {WebhookPortError | WebhookRefusedError} at the start
 */
export async function serveWebhook({
  webhook,
  database,
  take,
  ...options
}: UpdateSource & { readonly webhook: WebhookSettings; readonly database: string }): Promise<void> {
  const { host, port, secret } = webhook
  const server = await openWebhook({
    host,
    port,
    secret,
    database,
    log: options.log,
    take: (it) => take([it]),
  })
  try {
    const registration = new WebhookRegistration({ ...options, webhook })
    await registration.register()
    await registration.keep()
  } finally {
    await server.close()
  }
}
