/**
 * Which pictures Telegram has already: it sends one that it has by its `file_id`, without an upload. Every method is one
 * transaction.
 */
export interface PictureFileStore {
  /** @param content what tells one picture from all others @returns undefined if it is not known that Telegram has it */
  get(content: string): Promise<string | undefined>
  /** Told again of the same picture, it keeps the later file. Of many, those sent last are kept. */
  set(content: string, fileId: string): Promise<void>
  /** Telegram does not know the file any more. */
  remove(content: string): Promise<void>
}
