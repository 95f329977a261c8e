/** Texts of the reading page, and of the button that opens it. */
export interface WebTexts {
  /** On the button under an article. */
  readonly button: string
  /** What the site is called, on every page. */
  readonly site: string
  readonly skip: string
  readonly search: string
  readonly searchHint: string
  readonly days: string
  readonly wholePage: string
  readonly wholeDay: string
  readonly previousDay: string
  readonly nextDay: string
  readonly previousPage: string
  readonly nextPage: string
  readonly previousArticle: string
  readonly nextArticle: string
  readonly onThisPage: string
  readonly related: string
  readonly withoutPage: string
  readonly moreHits: string
  readonly earlierHits: string
  readonly savedTitle: string
  readonly savedNothing: string

  readonly copy: string
  readonly copied: string
  readonly share: string
  readonly card: string
  readonly print: string
  readonly facsimile: string
  /** Of the picture of a printed page. */
  readonly facsimileHint: string

  readonly display: string
  readonly size: string
  readonly face: string
  readonly theme: string
  readonly script: string
  readonly sizes: Readonly<Record<'s' | 'm' | 'l' | 'xl', string>>
  readonly faces: Readonly<Record<'serif' | 'sans', string>>
  readonly themes: Readonly<Record<'auto' | 'light' | 'sepia' | 'dark', string>>
  readonly scripts: Readonly<Record<'printed' | 'hans' | 'hant', string>>
  /** How often the archive speaks of something. */
  readonly trend: {
    readonly title: string
    readonly hint: string
    readonly period: string
    readonly count: string
    readonly per1000: string
    readonly peak: string
    readonly nothing: string
    readonly leftOut: string
    readonly asTable: string
  }

  /** Why nothing is shown: what happened, and what to do. */
  readonly problems: Readonly<Record<WebProblem, { readonly title: string; readonly text: string }>>
}

/** Why a page is not shown. */
export type WebProblem =
  | 'noArticle'
  | 'noDay'
  | 'noPage'
  | 'membersOnly'
  | 'expired'
  | 'forged'
  | 'otherChat'
  | 'left'
  | 'tooFast'
  | 'tooLong'
  | 'wrongMethod'
  | 'noPicture'
  | 'noSearch'
  | 'later'
  | 'failed'
