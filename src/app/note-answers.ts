import type { Clock, Logger } from '../ops/index.ts'
import type { Store } from '../store/index.ts'

const MINUTE_MS = 60_000

/** Notes when an answer in a group is to be deleted, if the group wants that. What cannot be noted is logged, and stays. */
export const noteAnswers =
  ({ chats, deletions }: Pick<Store, 'chats' | 'deletions'>, clock: Clock, log: Logger) =>
  (chatId: number, messageId: number): void => {
    const note = async () => {
      const minutes = (await chats.get(chatId))?.tidyMinutes
      if (minutes === undefined) return
      await deletions.add({ chatId, messageId, dueMs: clock.now() + minutes * MINUTE_MS })
    }
    note().catch((err: unknown) => log.error({ err, chat: chatId }, 'an answer will not be deleted'))
  }
