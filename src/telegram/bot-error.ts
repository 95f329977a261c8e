import { TelegramError } from 'telegraf'
import { PaperboyError } from '../domain/index.ts'

/** Telegram does not know the token. Starting again will not help. */
export class WrongTokenError extends PaperboyError {
  readonly code = 'WRONG_TOKEN'
}

/** Another process reads the updates of the same bot. */
export class SecondInstanceError extends PaperboyError {
  readonly code = 'SECOND_INSTANCE'
}

/** Telegram cannot be reached. */
export class UnreachableError extends PaperboyError {
  readonly code = 'TELEGRAM_UNREACHABLE'
}

/** The port for updates cannot be listened on. */
export class WebhookPortError extends PaperboyError {
  readonly code = 'WEBHOOK_PORT'
  readonly port: number
  constructor(port: number, cause: NodeJS.ErrnoException) {
    super(`cannot listen on port ${port} (${cause.code}): set WEBHOOK_PORT to a free port`, { cause })
    this.port = port
  }
}

/** Names the failures that whoever runs the bot can mend; all others are given back as they are. */
export function nameFailure(error: unknown, apiRoot: string): unknown {
  const options = { cause: error }
  if (error instanceof TelegramError) {
    // A token of the wrong form is "not found"; one of the right form that Telegram never gave is "unauthorized".
    if (error.code === 401 || error.code === 404)
      return new WrongTokenError(
        'Telegram does not know this BOT_TOKEN: copy it again from @BotFather',
        options,
      )
    if (error.code === 409)
      return new SecondInstanceError(
        'this bot is running somewhere else already: stop the other one, or give this one a token of its own',
        options,
      )
    return error
  }
  if (error instanceof Error && error.name === 'FetchError') {
    const reason = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
    return new UnreachableError(
      `cannot reach ${apiRoot}${reason}: check the network, and set PROXY_URL where Telegram is reached through a proxy`,
      options,
    )
  }
  return error
}
