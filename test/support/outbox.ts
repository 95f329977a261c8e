import type { NewOutboxMessage, Outbox, OutboxMessage } from '../../src/store/index.ts'

/** A notice to an operator, which says its text; a test names only what it is about. */
export const aNotice = (text: string, given: Partial<NewOutboxMessage> = {}): NewOutboxMessage => ({
  kind: 'operatorNotice',
  chatId: 7,
  payload: { kind: 'longWait', since: text, until: '' },
  priority: 1,
  dueMs: 0,
  ...given,
})

/** All messages of these chats, in the order in which they were added. */
export async function messagesTo(
  outbox: Pick<Outbox, 'ofChat'>,
  ...chatIds: readonly number[]
): Promise<readonly OutboxMessage[]> {
  const all = await Promise.all(chatIds.map((chatId) => outbox.ofChat(chatId)))
  return all.flat().toSorted((a, b) => a.id - b.id)
}
