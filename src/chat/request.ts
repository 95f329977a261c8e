/** What somebody did in a chat. */
export type Action =
  /** `/search 词`: the name without slash and bot, the rest trimmed. */
  | { readonly kind: 'command'; readonly name: string; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A button's `press`. */
  | { readonly kind: 'press'; readonly data: string }

/** Who did what, and where. */
export interface Request {
  readonly chatId: number
  readonly userId: number
  readonly action: Action
}
