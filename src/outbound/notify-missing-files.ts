import { addNotice, type Operators, readableTime } from './operators.ts'

/** Known files that are not in the corpus folder, and whose articles are kept for the time being. */
export interface MissingFilesNews {
  readonly count: number
  readonly known: number
  /** When they were missed first, and when their articles will be removed; milliseconds since 1970. */
  readonly sinceMs: number
  readonly dropMs: number
}

/** Notifies the operators that files are missing in the corpus folder, once for each time that they went. */
export const notifyMissingFiles = (
  { count, known, sinceMs, dropMs }: MissingFilesNews,
  operators: Operators,
): Promise<void> =>
  addNotice(operators, `missing files ${sinceMs}`, {
    kind: 'missingFiles',
    count,
    known,
    until: readableTime(dropMs, operators.timeZone),
  })
