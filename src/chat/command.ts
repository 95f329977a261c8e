import type { Reply } from './reply.ts'
import type { Request } from './request.ts'

/** One command of the bot, as the menu, `/help` and the conversation need it. */
export interface Command {
  /** `[a-z0-9_]`, at most 32 characters (Bot API). */
  readonly name: string
  /** One line for the menu, at most 256 characters (Bot API). */
  readonly describe: string
  /** @param text what stands behind the command, trimmed; often empty */
  readonly run: (text: string, request: Request) => Promise<Reply>
}
