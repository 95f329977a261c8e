import type { TopicProblem } from './topics.ts'

/** What stands behind `/subscribe`: settings in any order, then topics to the end of the line. */
export interface Order {
  readonly time?: string
  readonly weekdays?: readonly number[]
  /** A round-up once a week, on Sundays unless a day is named. */
  readonly weekly?: true
  readonly timeZone?: string
  readonly length?: 'short' | 'normal'
  /** `off`: none. */
  readonly quiet?: readonly [from: string, to: string] | 'off'
  /** For how many days no digest is wanted; 0 ends that. */
  readonly snoozeDays?: number
  /** Days that are no longer wanted. */
  readonly except?: readonly number[]
  /** To be added to those that there are; `all`: no choice any more. */
  readonly topics?: readonly string[] | 'all'
  /**
   * What is done with the topics instead: `only` these are wanted, these are `dropped`, or wanted `besides` what comes
   * already.
   */
  readonly choice?: 'only' | 'dropped' | 'besides'
  /** No more digests. */
  readonly end?: true
}

/** Why what was typed behind `/subscribe` could not be done; the views say what to write instead. */
export type OrderProblem =
  | { readonly kind: 'badTime'; readonly text: string }
  | { readonly kind: 'twoTimes' }
  /** A weekly round-up on several days. */
  | { readonly kind: 'oneDay' }
  | { readonly kind: 'badZone'; readonly text: string; readonly near: readonly string[] }
  | { readonly kind: 'badQuiet'; readonly text: string }
  | { readonly kind: 'badSnooze'; readonly text: string }
  | { readonly kind: 'notUnderstood'; readonly text: string }
  | TopicProblem
