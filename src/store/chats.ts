/** What a chat has chosen. */
export interface ChatSettings {
  /** Language of the interface; without it, that of whoever asks. */
  readonly language?: string
}

/** What is known of the chats that the bot is in. */
export interface ChatStore {
  settings(chatId: number): Promise<ChatSettings>
  /** Changes what is named and leaves the rest. */
  change(chatId: number, settings: ChatSettings): Promise<void>
}
