/** Where messages go: a chat, or one topic of a forum. */
export interface Place {
  readonly chatId: number
  /** The topic; absent for the chat as a whole. */
  readonly threadId?: number
}
