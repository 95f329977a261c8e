import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say } from '../turn/reply.ts'

const MINUTE_MS = 60_000

/** `/status`, for operators alone: how the bot is right now. To anybody else there is no such command. */
export const createStatusCommand =
  ({ status, now }: Parts): Command =>
  async (_text, { texts, request }) => {
    const isOperator = status?.operatorIds.includes(request.user.id) === true
    if (!status || !isOperator || request.chat.kind !== 'private') return say(texts.unknownCommand('status'))
    const { outbox, residentBytes, upMs, ...figures } = await status.read()
    const due = outbox.filter((it) => it.status === 'due')
    const count = (queues: typeof outbox) => queues.reduce((sum, { messages }) => sum + messages, 0)
    const oldestMs = Math.min(...due.map((it) => it.oldestMs))
    return say(
      texts.operators.status({
        ...figures,
        due: count(due),
        sending: count(outbox) - count(due),
        lateMinutes: due.length === 0 ? 0 : Math.max(0, Math.floor((now() - oldestMs) / MINUTE_MS)),
        megabytes: Math.round(residentBytes / 2 ** 20),
        upHours: Math.floor(upMs / (60 * MINUTE_MS)),
      }),
    )
  }
