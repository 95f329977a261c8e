import type { SafeHtml } from '../../markup/html.ts'

/** What readers see of the daily digest that a chat subscribes to. */
export interface SubscriptionTexts {
  readonly title: string
  readonly subscribed: string
  readonly notSubscribed: string
  readonly next: (when: string) => string
  /** Before anybody has subscribed. */
  readonly first: (when: string) => string
  readonly snoozedUntil: (when: string) => string
  readonly labels: Readonly<Record<'when' | 'topics' | 'length' | 'whenEmpty' | 'picture' | 'quiet', string>>
  readonly at: (days: string, time: string, city: string) => string
  readonly days: Readonly<Record<'every' | 'workdays' | 'weekend', string>>
  readonly everything: string
  readonly andMore: (total: string) => string
  /** How many topics are chosen, on a button. */
  readonly topicCount: (total: string) => string
  readonly lengths: Readonly<Record<'short' | 'normal', string>>
  readonly upTo: (stories: string) => string
  /** What comes on a day without a new issue. */
  readonly whenEmpty: Readonly<Record<'skip' | 'send', string>>
  /** Whether the front page follows the digest as a picture. */
  readonly picture: Readonly<Record<'on' | 'off', string>>
  readonly noQuiet: string
  readonly topicOnly: string
  readonly administratorsOnly: string
  readonly lookFirst: string
  readonly keptSettings: string
  readonly typeHint: SafeHtml
  /** Cities whose clocks many readers live by, by their zone; another zone is called by its own name. */
  readonly cities: Readonly<Record<string, string>>

  // screens for one setting
  readonly askTime: SafeHtml
  readonly askDays: SafeHtml
  readonly askZone: SafeHtml
  readonly askTopics: SafeHtml
  readonly askQuiet: SafeHtml
  readonly askSnooze: SafeHtml
  readonly snoozeFor: Readonly<Record<1 | 3 | 7, string>>

  // buttons; those with a value behind them are as short as can be
  readonly buttons: {
    readonly subscribe: string
    readonly subscribeDaily: string
    readonly unsubscribe: string
    readonly undo: string
    readonly topics: string
    readonly zone: string
    readonly length: string
    readonly whenEmpty: string
    readonly picture: string
    readonly quiet: string
    readonly snooze: string
    readonly endSnooze: string
  }

  // what was done
  readonly done: string
  readonly nowSubscribed: string
  readonly topicAdded: (topic: string, articles: string) => string
  readonly topicAddedEmpty: (topic: string) => string
  readonly topicsReplaced: string
  readonly topicChosen: (topic: string, articles: string) => string
  readonly topicChosenEmpty: (topic: string) => string
  readonly topicRemoved: (topic: string) => string
  /** It was to be dropped, and was none of the topics. */
  readonly topicNotChosen: (topic: string) => SafeHtml
  /** It was to come besides, and all articles come already. */
  readonly topicInAll: (topic: string) => SafeHtml
  readonly unsubscribed: SafeHtml
  readonly nothingToEnd: SafeHtml
  readonly othersInChat: (subscriptions: string) => string

  // what cannot be done, and what to do instead
  readonly keepOneDay: string
  readonly badTime: (text: string) => SafeHtml
  readonly twoTimes: SafeHtml
  readonly badZone: (text: string) => SafeHtml
  readonly didYouMeanZone: string
  readonly nameZone: SafeHtml
  readonly badQuiet: (text: string) => SafeHtml
  readonly badSnooze: (text: string) => SafeHtml
  readonly notUnderstood: (text: string) => SafeHtml
  /** If it would do for a topic. */
  readonly asTopic: (text: string) => SafeHtml
  readonly emptyTopic: SafeHtml
  readonly longTopic: (most: string) => SafeHtml
  readonly vagueTopic: (text: string) => SafeHtml
  readonly tooManyTopics: (most: string) => SafeHtml
  /** The same, where one picks topics. */
  readonly fullOfTopics: (most: string) => string
  /** What can stand behind the command: what to type, and what it means. */
  readonly usageTitle: string
  readonly usage: readonly (readonly [example: string, meaning: string])[]
}
