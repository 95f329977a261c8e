import type { Update } from 'telegraf/types'

/** Whether it has what every update has; all else is found out where it is read. */
export const isUpdate = (value: unknown): value is Update =>
  typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id)
