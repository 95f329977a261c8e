import type { SafeHtml } from '../../markup/html.ts'

/** What readers see of a digest that tells of several days. */
export interface RoundUpTexts {
  /** Opens what came later of a story. @param number of the story */
  readonly followUpOf: (number: string) => string
  /** @param day of the later article */
  readonly later: (day: string, headline: string) => string
  /** Days of issues between two. */
  readonly between: (from: string, to: string) => string
  /** What a subscription is called that comes once a week. */
  readonly title: string
  /** Among the settings: what a digest tells of that does not come daily. */
  readonly span: readonly [label: string, value: string]
  /** On a button, with the weekday. */
  readonly weekly: (day: string) => string
  readonly oneDay: SafeHtml
}
