import { type ArticleId, isArticleId } from '../../domain/index.ts'

/** How one fact of a callback action is written into the data of a button: as some parts, which dots will join. */
export interface CallbackField<T> {
  write(value: T): readonly string[]
  /** Reads the fact from the first of these parts; `undefined` if no button of ours could have written them. */
  read(parts: readonly string[]): { readonly value: T; readonly used: number } | undefined
}

/** A fact that takes one part, of this form. The parts hold no dots. */
const onePart = <T>(
  pattern: RegExp,
  parse: (text: string) => T,
  print: (value: T) => string = String,
): CallbackField<T> => ({
  write: (value) => [print(value)],
  read: ([text]) => (text !== undefined && pattern.test(text) ? { value: parse(text), used: 1 } : undefined),
})

const asIs = (text: string) => text

/** The id of a list, or of an alert, in the store. */
export const storeId: CallbackField<string> = onePart(/^[a-z2-7]{8}$/, asIs)

/** The id of a channel's chat. */
export const chatId: CallbackField<number> = onePart(/^-\d{5,16}$/, Number)

/** From 0. */
export const page: CallbackField<number> = onePart(/^\d{1,6}$/, Number)

/** A whole number of up to three digits. */
export const count: CallbackField<number> = onePart(/^\d{1,3}$/, Number)

/** A bit for each of up to eight things and more, the first the lowest. */
export const bits: CallbackField<number> = onePart(
  /^[0-9a-z]{1,4}$/,
  (text) => Number.parseInt(text, 36),
  (value) => value.toString(36),
)

/** `2024-06`. */
export const month: CallbackField<string> = onePart(/^\d{4}-\d\d$/, asIs)

/** `2024-06-08`. */
export const date: CallbackField<string> = onePart(/^\d{4}-\d\d-\d\d$/, asIs)

/** `08:30`. */
export const time: CallbackField<string> = onePart(/^([01]\d|2[0-3]):[0-5]\d$/, asIs)

/** 1 (Monday) to 7. */
export const weekday: CallbackField<number> = onePart(/^[1-7]$/, Number)

/** 1 (Monday) to 7, ascending. */
export const weekdays: CallbackField<readonly number[]> = onePart(
  /^(?=.)1?2?3?4?5?6?7?$/,
  (text) => Array.from(text, Number),
  (days) => days.join(''),
)

/** An IANA name; whether there is such a zone is for the handler to find out. */
export const timeZone: CallbackField<string> = onePart(/^[A-Za-z][\w+/-]{1,40}$/, asIs)

/** IETF tag of a language; whether we speak it is for the handler to find out. */
export const language: CallbackField<string> = onePart(/^[a-zA-Z-]{2,10}$/, asIs)

/** What `markOf` makes of a topic. */
export const topicMark: CallbackField<string> = onePart(/^[0-9a-f]{8}$/, asIs)

/** True or false, as `1` or `0`. */
export const flag: CallbackField<boolean> = onePart(
  /^[01]$/,
  (text) => text === '1',
  (value) => (value ? '1' : '0'),
)

/** The id of an article: ten characters of `[a-z2-7]`. */
export const articleId: CallbackField<ArticleId> = {
  write: (value) => [value],
  read: ([text = '']) => (isArticleId(text) ? { value: text, used: 1 } : undefined),
}

/** One of a few values, each by its code. */
export const choice = <T extends string>(codes: Readonly<Record<T, string>>): CallbackField<T> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record are its keys
  const values = Object.keys(codes) as T[]
  return {
    write: (value) => [codes[value]],
    read: ([text]) => {
      const value = values.find((it) => codes[it] === text)
      return value === undefined ? undefined : { value, used: 1 }
    },
  }
}

/** All that is left, dots included; blank text is none. */
export const restOfText: CallbackField<string> = {
  write: (value) => [value],
  read: (parts) => {
    const value = parts.join('.')
    return /[^\s.]/u.test(value) ? { value, used: parts.length } : undefined
  },
}

/** A fact that may be absent; then it leaves an empty part behind, so that others may follow. */
export const orEmpty = <T>(field: CallbackField<T>): CallbackField<T | undefined> => ({
  write: (value) => (value === undefined ? [''] : field.write(value)),
  read: (parts) => (parts[0] === '' ? { value: undefined, used: 1 } : field.read(parts)),
})

/** Facts at the end that may be absent; then they take no parts. */
export const optional = <T>(field: CallbackField<T>): CallbackField<T | undefined> => ({
  write: (value) => (value === undefined ? [] : field.write(value)),
  read: (parts) => (parts.length === 0 ? { value: undefined, used: 0 } : field.read(parts)),
})

/** Two facts of a kind. */
export const pair = <T>(field: CallbackField<T>): CallbackField<readonly [T, T]> => ({
  write: ([first, second]) => [...field.write(first), ...field.write(second)],
  read: (parts) => {
    const first = field.read(parts)
    const second = first && field.read(parts.slice(first.used))
    return second && { value: [first.value, second.value], used: first.used + second.used }
  },
})
