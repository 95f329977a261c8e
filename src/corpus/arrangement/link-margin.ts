/** How much worse the page would be explained if one decision were the other way round. */
export interface LinkMargin {
  readonly from: number
  readonly to: number
  /** Whether the text flow goes on in the other one. */
  readonly isChosen: boolean
  /** In log-odds, 0 or more. */
  readonly margin: number
}
