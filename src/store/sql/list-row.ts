import type { SavedList } from '../lists.ts'
import { readListSpec, readShown } from '../read-list-spec.ts'
import type { Schema } from './schema.ts'

/** In `owner_id`: no person has this id. */
export const NOBODY = 0

/** What makes a saved list. */
export const LIST_COLUMNS = ['chat_id', 'owner_id', 'list', 'saved_ms'] as const

/** The list of a row; undefined if it cannot be read, and so is as good as gone. */
export function toSavedList(
  row: Pick<Schema['lists'], (typeof LIST_COLUMNS)[number]>,
): SavedList | undefined {
  const spec = readListSpec(row.list)
  if (!spec) return undefined
  const shown = readShown(row.list)
  return {
    spec,
    chatId: row.chat_id,
    ...(row.owner_id !== NOBODY && { ownerId: row.owner_id }),
    savedMs: row.saved_ms,
    ...(shown && { shown }),
  }
}
