/** What readers are told of a search server that answers in part or not at all. */
export interface SearchServerTexts {
  /** It does not answer; all that needs no search works. */
  readonly unavailable: string
  /** The same in a few words, where an inline answer would be. */
  readonly unavailableBriefly: string
  /** In place of what an alert would have told of so far. */
  readonly noPast: string
  /** Part of it did not answer: there may be more hits. */
  readonly partial: string
  /** The same in a few words, above the cards of an inline answer. */
  readonly partialBriefly: string
  /** A query had more terms than it takes; `kept` weigh most, and decided the order. */
  readonly cutTerms: (kept: string) => string
}
