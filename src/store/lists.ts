import type { ArticleId } from '../domain/index.ts'

/** What a list is of: enough to make any page of it again. */
export type ListSpec =
  | {
      readonly kind: 'search'
      readonly query: string
      readonly order: 'relevance' | 'newest' | 'oldest'
      readonly section?: string
      /** `2024-06` */
      readonly month?: string
      /** The first page answers what is asked: in any case, or only if there is a question word. */
      readonly answers?: 'always' | 'questions'
    }
  /** Headlines: of the issues from one day to another (`YYYY-MM-DD`, both included), without a date, of a section, or all. */
  | {
      readonly kind: 'headlines'
      readonly from?: string
      readonly to?: string
      readonly isUndated?: boolean
      readonly section?: string
    }
  /** Articles near another one; `origin`: the page of a list that one came from. */
  | {
      readonly kind: 'related'
      readonly id: ArticleId
      readonly origin?: { readonly list: string; readonly page: number }
    }
  /** A digest: its stories in their order. */
  | {
      readonly kind: 'digest'
      readonly edition:
        | 'newIssue'
        | 'newestIssue'
        | 'ofDay'
        | 'onThisDay'
        | 'fromTheArchive'
        | 'week'
        | 'days'
      /** First day, `YYYY-MM-DD`, if it tells of several. */
      readonly from?: string
      /** Day of the issue, `YYYY-MM-DD`, or the last one. */
      readonly date?: string
      readonly ids: readonly ArticleId[]
      /** Stories of which something came, each with the article that tells it. */
      readonly followUps?: readonly (readonly [story: ArticleId, followUp: ArticleId])[]
      /** It came late: when it should have come, in the chat's time zone. */
      readonly late?: {
        /** `HH:MM` */
        readonly time: string
        /** `YYYY-MM-DD`; absent if it came on the same day. */
        readonly day?: string
      }
      /** It may have come before. */
      readonly again?: true
    }
  /** New articles that matched the alerts of a chat. */
  | {
      readonly kind: 'alerts'
      /** Newest first for each alert; an article may stand under several. */
      readonly matches: readonly {
        readonly alertId: string
        readonly query: string
        readonly ids: readonly ArticleId[]
      }[]
      /** How many further articles matched that are not listed. */
      readonly unlisted: number
    }
  /** How often the papers speak of something; `by`: the length of the periods, if it was chosen. */
  | {
      readonly kind: 'trend'
      readonly query: string
      readonly by?: 'day' | 'week' | 'month' | 'year'
      /** Its chart has dark paper. */
      readonly isDark?: boolean
    }
  /** How something went, from its first mention to the latest. */
  | { readonly kind: 'timeline'; readonly query: string }
  | { readonly kind: 'saved' }

/** A list that somebody asked for. */
export interface SavedList {
  readonly spec: ListSpec
  readonly chatId: number
  /** Who asked, and so may turn the pages. Absent if nobody asked: then everybody in the chat may. */
  readonly ownerId?: number
  /** When it was asked for, in milliseconds since 1970. */
  readonly savedMs: number
  /** What of it was shown last in words, without a button; absent before that. */
  readonly shown?: ShownOfList
}

/** Where somebody is in a list. */
export interface ShownOfList {
  /** From 0. */
  readonly page: number
  /** The article that was opened from that page, counted from 1. */
  readonly place?: number
}

/**
 * Remembers lists, so that a button needs to hold no more than a short id: for a year, and of each chat the latest
 * 2,000.
 */
export interface ListStore {
  /** @returns the list's id: eight characters of `[a-z2-7]`. */
  save(list: Omit<SavedList, 'savedMs' | 'shown'>): Promise<string>
  /** `undefined` if there was no such list, or it is no longer kept. */
  get(id: string): Promise<SavedList | undefined>
  /** The list of a chat that was asked for last, by this person or by nobody. */
  latest(
    chatId: number,
    personId: number,
  ): Promise<{ readonly id: string; readonly list: SavedList } | undefined>
  /** Notes what of a list is shown; nothing if there is no such list. */
  noteShown(id: string, shown: ShownOfList): Promise<void>
}
