import { TelegramError } from 'telegraf'
import { PaperboyError } from '../domain/index.ts'

/** Telegram does not know the token. Starting again will not help. */
export class WrongTokenError extends PaperboyError {
  readonly code = 'WRONG_TOKEN'
}

/** Telegram cannot be reached. */
export class UnreachableError extends PaperboyError {
  readonly code = 'TELEGRAM_UNREACHABLE'
}

/** Telegram does not take the address that it is to send updates to. */
export class WebhookRefusedError extends PaperboyError {
  readonly code = 'WEBHOOK_REFUSED'
}

/** Bots that work on different databases answer behind one webhook. */
export class OtherDatabaseError extends PaperboyError {
  readonly code = 'OTHER_DATABASE'
  constructor() {
    super(
      'another bot that answers at WEBHOOK_URL works on another database: set the same DATABASE_URL for all of them, or end that one first',
    )
  }
}

/** The address or port for updates cannot be listened on. */
export class WebhookPortError extends PaperboyError {
  readonly code = 'WEBHOOK_PORT'
  readonly port: number
  constructor(
    { host, port }: { readonly host?: string | undefined; readonly port: number },
    cause: NodeJS.ErrnoException,
  ) {
    const isOfHost = cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND' || cause.code === 'EINVAL'
    const place = host === undefined ? `port ${port}` : `${host}, port ${port}`
    const mend = isOfHost
      ? 'set WEBHOOK_HOST to an address of this machine'
      : 'set WEBHOOK_PORT to a free port'
    super(`cannot listen on ${place} (${cause.code}): ${mend}`, { cause })
    this.port = port
  }
}

/** Names what a first call of the Bot API failed of, for whoever can mend it. */
export function nameFailure(error: unknown, apiRoot: string): PaperboyError {
  const options = { cause: error }
  if (error instanceof TelegramError) {
    // A token of the wrong form is "not found"; one of the right form that Telegram never gave is "unauthorized".
    if (error.code === 401 || error.code === 404)
      return new WrongTokenError(
        'Telegram does not know this BOT_TOKEN: copy it again from @BotFather',
        options,
      )
    return new UnreachableError(`${apiRoot} refuses the bot: ${error.code} ${error.description}`, options)
  }
  if (error instanceof PaperboyError) return error
  const reason =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return new UnreachableError(
    `cannot reach ${apiRoot}${reason}: check the network, and set PROXY_URL if Telegram is reached through a proxy`,
    options,
  )
}
