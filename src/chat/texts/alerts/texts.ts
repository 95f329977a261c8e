import type { SafeHtml } from '../../markup/html.ts'

/** Texts about alerts: a saved search that tells of new articles. */
export interface AlertTexts {
  readonly usage: SafeHtml
  /** What an alert does, below what it looks for. */
  readonly promise: string
  readonly isMuted: string
  readonly known: string
  readonly changed: string
  readonly gone: string
  readonly full: (most: string) => string
  readonly none: SafeHtml
  readonly title: (total: string) => string
  /** Below the list: news come as they arrive, or once a day. */
  readonly comeAtOnce: string
  readonly comeDaily: (next: string) => string
  /** What would have been told, before the newest of it. */
  readonly past: (total: string) => string
  readonly noPast: string
  readonly tooCommon: (percent: string) => string
  readonly datesLeftOut: string
  readonly howToChange: string
  readonly howToExclude: string
  /** Stands for a word in an example. */
  readonly anyWord: string
  readonly muted: string
  readonly unmuted: string
  readonly removed: string
  readonly restored: string
  readonly news: (total: string) => string
  readonly more: (left: string) => string
  readonly buttons: {
    /** Under a search, to be told of what matches it. */
    readonly make: string
    /** Searches for it in the whole archive. */
    readonly run: string
    readonly edit: string
    readonly mute: string
    readonly unmute: string
    readonly remove: string
    readonly undo: string
    readonly all: string
    readonly atOnce: string
    readonly daily: string
  }
}
