/** Where a word is asked for: headlines with their kicker, deck and sub-heads, or the names of reporters. */
export type QueryField = 'title' | 'byline'

/** A word or phrase of a query. */
export interface Phrase {
  /** As it was typed, without quotation marks and field. */
  readonly text: string
  /** True if it must stand in the article just so. */
  readonly exact: boolean
  readonly field?: QueryField
  /**
   * Days that it may mean. `relative` (昨天, 去年) is taken for the days, and for a word only where those hold nothing;
   * `prose` (6月, 2023年) for either: an issue of those days, or the words themselves; of days without a year in an
   * issue of `saidIn` only, for elsewhere the words mean those of another year.
   */
  readonly dates?: {
    readonly style: 'relative' | 'prose'
    readonly from: string
    readonly to: string
    readonly saidIn?: { readonly from: string; readonly to: string }
  }
}

/** What an article must bear, beside the words. All of it holds together. */
export interface SearchFilter {
  /** Part of the name of a section (栏目). */
  readonly section?: string
  /** Part of the name of a paper. */
  readonly paper?: string
  /** Page (版) as printed, leading zeros aside. */
  readonly page?: string
  /** First and last day of the issue, `YYYY-MM-DD`, both inclusive. Articles without a date fail. */
  readonly from?: string
  readonly to?: string
}

/** How a query was read. Plain data, from which `chat/` makes a line in the reader's language. */
export interface ParsedQuery {
  /** All of them are wanted; of each, one alternative (`a OR b`) is enough. */
  readonly wanted: readonly (readonly Phrase[])[]
  readonly excluded: readonly Phrase[]
  readonly filter: SearchFilter
}

/** A part of a query that made no sense, and was left out or taken for plain words. */
export type QueryProblem =
  /** Nothing to look for is left: no word, no filter. */
  | { readonly kind: 'nothingAsked' }
  /** A quotation mark without its mate; the rest was taken for the phrase. */
  | { readonly kind: 'unbalancedQuote' }
  /** A field without a value (`版:`). `field` as typed. */
  | { readonly kind: 'emptyField'; readonly field: string }
  | { readonly kind: 'badPage'; readonly text: string }
  /** No such day or month, or a range that ends before it begins. */
  | { readonly kind: 'badDate'; readonly text: string }
  /** `OR` with nothing on one side, `-` without a word. */
  | { readonly kind: 'strayOperator'; readonly text: string }
  /** Only the first `kept` characters or words were used; of terms, those that weigh most in the order of hits. */
  | { readonly kind: 'tooLong'; readonly unit: 'characters' | 'words' | 'terms'; readonly kept: number }

/** What kind of answer a question asks for. */
export type QuestionKind =
  | 'number'
  | 'person'
  | 'time'
  | 'place'
  | 'reason'
  | 'list'
  | 'manner'
  | 'yesNo'
  | 'thing'
