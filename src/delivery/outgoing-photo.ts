import type { Keyboard, SafeHtml } from '../chat/index.ts'
import type { Upload } from './upload.ts'

/** A photo that is sent, with what is said below it. */
export interface OutgoingPhoto {
  /** The file, or the `file_id` that Telegram gave it when it was sent before. */
  readonly photo: Upload | string
  /** At most 1,024 UTF-16 units (Bot API). */
  readonly caption: SafeHtml
  readonly buttons: Keyboard
}
