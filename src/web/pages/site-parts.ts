import type { Article } from '../../domain/index.ts'
import type { Logger } from '../../ops/index.ts'
import type { CardPicture, Facsimile, FrontPicture } from '../../pictures/index.ts'
import type { SearchEngine } from '../../search/index.ts'
import type { Archive, BookmarkStore, ChatStore } from '../../store/index.ts'
import type { WebAccess } from '../access/gate.ts'

/** What the site shows, and what it leans on. */
export interface SiteParts {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly chats: Pick<ChatStore, 'get'>
  readonly bookmarks: BookmarkStore
  /** @returns a PNG; rejects if it cannot be drawn */
  readonly drawCard: (card: CardPicture | FrontPicture) => Promise<Uint8Array>
  /** What shows an article as it was printed; undefined if nothing does. */
  readonly facsimileOf: (article: Article) => Promise<Facsimile | undefined>
  /** The printed page of an article with the article outlined, as a PNG; undefined if its source shows none. */
  readonly drawPage: (article: Article) => Promise<Uint8Array | undefined>
  /** Where readers find the site, without a slash at the end: `https://news.example`. */
  readonly origin: string
  readonly access: WebAccess
  /** Mini Apps are opened over http too, as on Telegram's test servers and in the playground. */
  readonly isTestServer: boolean
  /** The bot's token; the site keeps keys made from it, and not the token. */
  readonly token: string
  /** The bot's name without @, once it is known. */
  readonly bot: () => string | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** `YYYY-MM-DD` where the readers live. */
  readonly today: () => string
  readonly log: Logger
}
