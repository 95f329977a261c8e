/** A list of hits that somebody asked for: what to ask again when a page of it is turned. */
export interface SavedList {
  readonly query: string
  readonly chatId: number
  /** Who asked, and so who may turn the pages. */
  readonly ownerId: number
}

/** Remembers lists of hits, so that a button needs to hold no more than a short id. */
export interface ListStore {
  /** @returns the list's id: eight characters of `[a-z2-7]`. */
  save(list: SavedList): Promise<string>
  /** `undefined` where there was no such list, or it has expired. */
  get(id: string): Promise<SavedList | undefined>
}
