import { type CallbackField, optional, page, storeId } from './fields.ts'

/** The page of a list that one came from, to go back to. */
export interface Origin {
  /** The list's id in the store. */
  readonly list: string
  /** From 0. */
  readonly page: number
}

const whole: CallbackField<Origin> = {
  write: (value) => [...storeId.write(value.list), ...page.write(value.page)],
  read: (parts) => {
    const list = storeId.read(parts)
    const at = list && page.read(parts.slice(list.used))
    return at && { value: { list: list.value, page: at.value }, used: list.used + at.used }
  },
}

/** Stands at the end of what is written, if one came from a list. */
export const origin: CallbackField<Origin | undefined> = optional(whole)
