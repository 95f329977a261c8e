import type { SafeHtml } from '../../markup/html.ts'

/** Texts about what is kept of people, and how they take it along or have it deleted. */
export interface PrivacyTexts {
  /** In a private chat. @param goneDays after how many days a chat that blocked the bot is forgotten; undefined: never */
  readonly aboutPerson: (goneDays: string | undefined) => SafeHtml
  readonly aboutGroup: (goneDays: string | undefined) => SafeHtml
  /** Below the first file of an export. */
  readonly exported: string
  readonly exportedGroup: string
  /** Below the file with the saved articles. */
  readonly exportedBookmarks: string
  /** The same if there are several. @param which `2/3` */
  readonly part: (which: string) => string
  /** The title of the file with the saved articles. */
  readonly bookmarksTitle: string
  readonly bookmarkGone: string
  readonly fileNames: { readonly data: string; readonly bookmarks: string }
  readonly askPerson: SafeHtml
  readonly askGroup: SafeHtml
  readonly forgotten: SafeHtml
  readonly groupForgotten: SafeHtml
  readonly kept: string
  /** To a member of a group who is no administrator. */
  readonly groupAdminsOnly: SafeHtml
  readonly buttons: { readonly forget: string; readonly keep: string }
}
