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
    }
  /** Headlines: of the issues from one day to another (`YYYY-MM-DD`, both included), of a section, or all. */
  | { readonly kind: 'headlines'; readonly from?: string; readonly to?: string; readonly section?: string }
  | { readonly kind: 'related'; readonly id: ArticleId }
  | { readonly kind: 'saved' }

/** A list that somebody asked for. */
export interface SavedList {
  readonly spec: ListSpec
  readonly chatId: number
  /** Who asked, and so who may turn the pages. */
  readonly ownerId: number
  /** When it was asked for, in milliseconds since 1970. */
  readonly createdMs: number
}

/** Remembers lists, so that a button needs to hold no more than a short id. */
export interface ListStore {
  /** @returns the list's id: eight characters of `[a-z2-7]`. */
  save(list: SavedList): Promise<string>
  /** `undefined` where there was no such list, or it is too old to be kept. */
  get(id: string): Promise<SavedList | undefined>
}
