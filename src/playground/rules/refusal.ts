import { PaperboyError } from '../../domain/index.ts'

/** What a refusal tells the bot beside its words (`ResponseParameters` of the Bot API). */
export interface RefusalParameters {
  /** Seconds. */
  readonly retry_after?: number
  readonly migrate_to_chat_id?: number
}

/** The words that Telegram puts before its reason, by error code. */
const PREFIXES: Readonly<Record<number, string>> = {
  400: 'Bad Request: ',
  403: 'Forbidden: ',
  404: 'Not Found: ',
  409: 'Conflict: ',
  429: 'Too Many Requests: ',
}

/** A call that Telegram would refuse, in Telegram's words. */
export class Refusal extends PaperboyError {
  readonly code = 'BOT_API_REFUSAL'
  /** HTTP status and `error_code` at once: 400, 401, 403, 404, 409, 429 or 5xx. */
  readonly errorCode: number
  readonly parameters: RefusalParameters | undefined
  constructor(errorCode: number, reason: string, parameters?: RefusalParameters) {
    super(`${PREFIXES[errorCode] ?? ''}${asTelegramWrites(reason)}`)
    this.errorCode = errorCode
    this.parameters = parameters
  }
}

/** The commonest refusal: the bot asked for something that cannot be. */
export const badRequest = (reason: string): Refusal => new Refusal(400, reason)

/** The sentence loses its capital after the prefix; codes such as BUTTON_DATA_INVALID keep theirs. */
function asTelegramWrites(reason: string): string {
  const [first = '', second = ''] = reason
  return /[A-Z_]/.test(second) ? reason : first.toLowerCase() + reason.slice(1)
}
