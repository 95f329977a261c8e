import { sql } from './kysely.ts'

/** Whether the chat of a row is not paused; one that the bot never heard of is not. */
export const isActive = (table: string) =>
  sql<boolean>`NOT EXISTS (SELECT 1 FROM chats WHERE chats.chat_id = ${sql.table(table)}.chat_id AND chats.state = 'paused')`
