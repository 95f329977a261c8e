import { PaperboyError } from '../domain/index.ts'

/** What a row of the database says is not of the form that it was written in. It is left out; all others are served. */
export class DamagedRowError extends PaperboyError {
  readonly code = 'DAMAGED_ROW'
  readonly table: string
  /** What names the row in its table: an id, or the ids of a chat and a topic. */
  readonly key: string

  constructor(table: string, key: string) {
    super(`the row ${key} of the table ${table} is damaged`)
    this.table = table
    this.key = key
  }
}

/** Told of a row that is damaged. */
export type ReportDamage = (table: string, key: string | number) => void

/** Rows that are remembered to have been told of. */
const MOST_REMEMBERED = 1_000

/** Tells of each damaged row once: it is met again and again. */
export function reportDamageOnce(onDamagedRow: (error: DamagedRowError) => void): ReportDamage {
  const told = new Set<string>()
  return (table, key) => {
    const name = `${table} ${key}`
    if (told.has(name) || told.size >= MOST_REMEMBERED) return
    told.add(name)
    onDamagedRow(new DamagedRowError(table, `${key}`))
  }
}
