import type { SafeHtml } from '../markup/html.ts'
import type { AlertTexts } from './alerts/texts.ts'
import type { ChannelTexts } from './channels/texts.ts'
import type { HelpTexts } from './help/texts.ts'
import type { OperatorTexts } from './operators/texts.ts'
import type { PictureTexts } from './pictures/texts.ts'
import type { PrivacyTexts } from './privacy/texts.ts'
import type { ReplicaTexts } from './replicas/texts.ts'
import type { ReportTexts } from './reports/texts.ts'
import type { RoundUpTexts } from './round-up/texts.ts'
import type { SearchServerTexts } from './search-server/texts.ts'
import type { SubscriptionTexts } from './subscription/texts.ts'
import type { TalkTexts } from './talk/texts.ts'
import type { TrendTexts } from './trends/texts.ts'
import type { WebTexts } from './web/texts.ts'

/** Commands of the bot, in the order of its menu. */
export const COMMANDS = [
  'search',
  'ask',
  'trend',
  'timeline',
  'headlines',
  'latest',
  'digest',
  'alert',
  'alerts',
  'subscribe',
  'unsubscribe',
  'saved',
  'article',
  'summary',
  'language',
  'tidy',
  'channel',
  'privacy',
  'export',
  'forget',
  'help',
  'start',
] as const

/** A command of the bot, without the slash. */
export type CommandName = (typeof COMMANDS)[number]

/** An interface language. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en'

/**
 * Everything that readers see, but for what the papers themselves say. The compiler sees to it that no language lacks
 * a text. Plain strings are for buttons, toasts, menus and titles; toasts hold at most 200 characters (Bot API).
 */
export interface Texts {
  readonly language: Language
  /** For `Intl`: dates and numbers. */
  readonly locale: string
  /** The language's own name for itself. */
  readonly languageName: string

  /** One line for each command, at most 256 characters (Bot API). */
  readonly menu: Readonly<Record<CommandName, string>>
  /** Shown in an empty chat with the bot; at most 512 characters (Bot API). */
  readonly description: string
  /** Shown on the bot's profile; at most 120 characters (Bot API). */
  readonly shortDescription: string

  readonly welcome: (pages: number, articles: number) => SafeHtml
  readonly welcomeGroup: SafeHtml
  readonly emptyArchive: SafeHtml
  readonly tryThese: string
  readonly alsoTry: SafeHtml
  readonly helpTitle: string
  readonly helpBasics: readonly string[]
  /** The query language on one card: what to type, and what it means. */
  readonly helpQuery: readonly (readonly [example: string, meaning: string])[]
  readonly helpQueryTitle: string
  readonly unknownCommand: (name: string) => SafeHtml

  // search
  readonly searchUsage: SafeHtml
  readonly hits: (total: string) => string
  /** Below a hit: further articles tell the same. @param where papers and days, empty if they are not known */
  readonly doubles: (count: string, where: string) => string
  /** Shows them. @param number of the hit */
  readonly doublesOf: (number: string) => string
  /** While the index is being built: how many articles can be found, of how many. */
  readonly indexing: (done: string, total: string) => string
  readonly foundNothing: SafeHtml
  readonly tryOtherWords: string
  readonly didYouMean: string
  readonly more: string
  readonly or: string
  readonly without: (text: string) => string
  /** Other names that were looked for as well. */
  readonly alsoCalled: (text: string, names: string) => string
  readonly inTitle: (text: string) => string
  readonly byReporter: (text: string) => string
  readonly section: (name: string) => string
  readonly paper: (name: string) => string
  readonly page: (page: string) => string
  readonly since: (day: string) => string
  readonly until: (day: string) => string
  readonly daysBetween: (from: string, to: string) => string
  readonly someWords: (complete: string) => string
  /** Instead, if no article has all the words. */
  readonly onlySomeWords: string
  readonly missingWords: (words: string) => string
  readonly alike: string
  /** Beside hits that hold some of the words. */
  readonly alikeToo: string
  readonly corrected: (from: string, to: string) => string
  readonly pinyin: (from: string, to: string) => string
  readonly dateAsWord: (text: string) => string
  readonly phraseAsWords: (text: string) => string
  readonly problems: {
    readonly nothingAsked: string
    readonly unbalancedQuote: string
    readonly emptyField: (field: string) => string
    readonly badPage: (text: string) => string
    readonly badDate: (text: string) => string
    readonly strayOperator: (text: string) => string
    readonly tooManyCharacters: (kept: string) => string
    readonly tooManyWords: (kept: string) => string
  }
  readonly order: Readonly<Record<'relevance' | 'newest' | 'oldest', string>>
  readonly filter: string
  readonly filterTitle: SafeHtml
  readonly noFilter: string
  readonly nothingToFilter: string
  readonly listGone: string
  readonly listExpired: (day: string) => SafeHtml
  readonly searchAgain: string
  readonly notYourList: string

  // answers
  readonly answers: {
    readonly usage: SafeHtml
    readonly title: string
    /** Above the articles on a question that the archive has no answer to. */
    readonly none: string
    /** Before the source of an answer that a newer one has overtaken. */
    readonly older: string
    /** On a button that opens the article where the answer stands. @param mark ① */
    readonly open: (mark: string) => string
    /** Above what was found for a question that only makes sense after the one before. @param question the whole of it */
    readonly follows: (question: string) => string
    /** Of several questions one has no answer. */
    readonly noneTo: (question: string) => string
  }

  // headlines
  readonly headlines: string
  readonly articles: (total: string) => string
  readonly noHeadlines: SafeHtml
  readonly noSuchIssue: (asked: string) => SafeHtml
  readonly newestIssue: (day: string) => SafeHtml
  readonly undated: string
  readonly pickDate: string
  readonly withoutSection: string

  /** A sentence or two for what is no search: how it is said, or what was sent instead of words. */
  readonly talk: TalkTexts

  // digest
  /** What a digest is of, above it. */
  readonly editions: Readonly<
    Record<'newIssue' | 'newestIssue' | 'ofDay' | 'onThisDay' | 'fromTheArchive' | 'week' | 'days', string>
  >
  readonly noDigest: SafeHtml
  /** @param asked for which day */
  readonly noSuchDigest: (asked: string) => SafeHtml
  /** @param time `08:00` @param day if it should have come on another day */
  readonly late: (time: string, day: string | undefined) => string
  readonly perhapsAgain: string
  /** @param days on which it comes @param topics empty for all */
  readonly whyDigest: (days: string, time: string, zone: string, topics: string) => string
  readonly whyNoMore: string

  // alerts
  readonly alerts: AlertTexts

  /** Above the numbers of pages to jump to. */
  readonly jumpTitle: string

  // unasked
  readonly operators: OperatorTexts
  readonly subscription: SubscriptionTexts
  readonly pictures: PictureTexts
  readonly privacy: PrivacyTexts
  readonly help: HelpTexts
  readonly channels: ChannelTexts
  readonly replicas: ReplicaTexts
  readonly reports: ReportTexts
  readonly roundUp: RoundUpTexts
  readonly web: WebTexts
  readonly searchServer: SearchServerTexts
  readonly trends: TrendTexts

  // article
  readonly articleUsage: SafeHtml
  readonly summaryUsage: SafeHtml
  readonly noSuchArticle: string
  readonly inferred: (day: string) => string
  /** A day whose year is not known. */
  readonly yearUnknown: (day: string) => string
  readonly by: (names: string) => string
  readonly caption: (text: string) => string
  readonly continuedFrom: (page: string) => string
  readonly summaryTitle: string
  readonly noKeyPoints: string
  readonly relatedTitle: string
  readonly nothingRelated: string
  readonly sourceTitle: (file: string, lines: string) => string
  readonly sourceGone: string
  readonly saved: string
  readonly unsaved: string
  readonly savedTitle: (total: string) => string
  readonly nothingSaved: SafeHtml
  readonly savedInPrivate: SafeHtml

  // sharing
  readonly openInBot: string
  readonly shapes: Readonly<Record<'headline' | 'summary' | 'excerpt', string>>
  readonly quoteTitle: SafeHtml
  readonly inlineNothing: string

  // buttons
  readonly buttons: {
    /** Shows the digest, or the help, in a new message. */
    readonly digest: string
    readonly help: string
    /** Shows the other buttons of an article, or hides them again. */
    readonly more: string
    readonly less: string
    /** Show an article in the characters that it was printed in, and in Traditional ones. */
    readonly original: string
    readonly inTraditional: string
    readonly fullText: string
    readonly summary: string
    readonly related: string
    readonly save: string
    readonly unsave: string
    readonly share: string
    readonly quote: string
    readonly source: string
    readonly previous: string
    readonly next: string
    readonly back: string
    readonly dates: string
    readonly months: string
    /** Articles without a date. @param count `28 篇` */
    readonly undated: (count: string) => string
    readonly clear: string
    readonly done: string
    readonly why: string
  }

  // language and groups
  readonly languageTitle: SafeHtml
  readonly languageSet: string
  readonly adminsOnly: string

  /** Deleting the bot's own answers in groups. */
  readonly tidy: {
    readonly groupsOnly: string
    readonly isOn: (minutes: string) => SafeHtml
    readonly isOff: SafeHtml
    readonly nowOff: string
    readonly badMinutes: SafeHtml
  }

  // failures
  readonly failed: string
  /** The storage is held, full or read-only; nothing was done. */
  readonly tryLater: string
  /** A button of a group that the bot is no longer in. */
  readonly notHere: string
  readonly staleButton: string
  readonly badLink: SafeHtml
  readonly slowDown: (seconds: string) => string
}
