/** What search did on its own because the query as written found too little. */
export type Relaxation =
  /** Only `complete` hits, which come first, hold everything; the others hold some. `missing` occurs nowhere. */
  | { readonly kind: 'someWords'; readonly complete: number; readonly missing: readonly string[] }
  /** `from` was taken for a misspelling of `to`. */
  | { readonly kind: 'corrected'; readonly from: string; readonly to: string }
  /** `from` was read as pinyin, or as its initials; any of `to` will do, the likeliest first. */
  | { readonly kind: 'pinyin'; readonly from: string; readonly to: readonly string[] }
  /** The days that words such as 去年 and 6月9日 point to held nothing fitting, and they were taken for plain words. */
  | { readonly kind: 'dateAsWord'; readonly texts: readonly string[] }
  /** The headlines of some hits mean nearly the same as the query; `only` if no article holds enough of it. */
  | { readonly kind: 'alike'; readonly only: boolean }
  /** No article holds these phrases as written; their words were looked for instead. */
  | { readonly kind: 'phraseAsWords'; readonly texts: readonly string[] }
