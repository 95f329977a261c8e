import type { Origin } from '../callback/origin.ts'
import type { Message, PictureMessage } from '../turn/reply.ts'

/** Who asks for a page of which list. */
export interface PageRequest extends Origin {
  /** Absent if nobody asked for the list: the bot sent it of itself. */
  readonly ownerId?: number | undefined
}

/** A page of a list, made anew: an archive that has changed since shows what it holds now. */
export interface ListPage {
  /** Articles on all pages. */
  readonly total: number
  readonly message: Message
  /** The same as a picture, if there is one. */
  readonly picture?: PictureMessage
}
