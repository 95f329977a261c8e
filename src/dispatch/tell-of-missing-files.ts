import type { News } from '../chat/index.ts'
import { PRIORITY } from './priority.ts'
import { type Operators, readableTime } from './tell-operators.ts'

/** Known files that are not in the corpus folder, and whose articles are kept for the time being. */
export interface MissingFilesNews {
  readonly count: number
  readonly known: number
  /** When they were missed first, and when their articles will be removed; milliseconds since 1970. */
  readonly sinceMs: number
  readonly dropMs: number
}

/** Tells the operators that files are missing in the corpus folder, once for each time that they went. */
export async function tellOfMissingFiles(
  { count, known, sinceMs, dropMs }: MissingFilesNews,
  { outbox, adminIds, timeZone, now, onLetter }: Operators,
): Promise<void> {
  const news: News = { kind: 'missingFiles', count, known, until: readableTime(dropMs, timeZone) }
  for (const adminId of adminIds)
    await outbox.put({
      chatId: adminId,
      payload: news,
      priority: PRIORITY.operator,
      notBeforeMs: now(),
      once: `missing files ${sinceMs} ${adminId}`,
    })
  if (adminIds.length > 0) onLetter()
}
