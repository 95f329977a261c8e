/** A list of hits that somebody asked for: what to ask again when a page of it is turned. */
export interface SavedList {
  readonly query: string
  readonly chatId: number
  /** Who asked, and so who may turn the pages. */
  readonly ownerId: number
  readonly order?: 'relevance' | 'newest' | 'oldest'
  /** What the toggles narrow it to, by name: `{ section: '要闻' }`. */
  readonly filter?: Readonly<Record<string, string>>
}

/** Remembers lists of hits for 30 days, the latest 500 of a chat, so that a button needs to hold a short id only. */
export interface ListStore {
  /** @returns the list's id: eight characters of `[a-z2-7]`. */
  save(list: SavedList): Promise<string>
  /** `undefined` where there was no such list, or it has expired. */
  get(id: string): Promise<SavedList | undefined>
  /** Changes order and filter; a list that is not there is passed over. */
  change(id: string, list: Pick<SavedList, 'order' | 'filter'>): Promise<void>
}
