/** Texts about articles that a reader finds cut wrongly. */
export interface ReportTexts {
  readonly button: string
  readonly noted: string
  readonly known: string
  /** They have reported as many as are kept. */
  readonly full: string
}
