/** Texts about pictures to share. */
export interface PictureTexts {
  readonly buttons: {
    /** Draws a card of what is quoted. */
    readonly card: string
    readonly light: string
    readonly dark: string
    /** As high as wide, or as high as the text needs. */
    readonly square: string
    readonly tall: string
    /** Changes between Simplified and Traditional Chinese. */
    readonly script: string
    /** Shows what the article covers of the printed page; the whole page, with it outlined, or all else faded. */
    readonly clipping: string
    readonly outlined: string
    readonly dimmed: string
    /** Another page that the article stands on. @param part from 1 */
    readonly part: (part: number, parts: number) => string
    /** Opens the article in a message of its own. */
    readonly open: string
  }
  /** Below an album of the clippings of an article. */
  readonly pieces: (pages: number) => string
  /** On a card, before the bot's name: what its code leads to. */
  readonly readOn: string
  /** On the front page of a day. */
  readonly front: {
    /** At its top if the day has several papers, or none that is named. */
    readonly masthead: string
    /** How large the day's paper is. @param pages 0: not known @param articles as it is to be written */
    readonly size: (pages: number, articles: string) => string
    /** Before the bot's name. */
    readonly readInBot: string
  }
  /** Is sent in the place of a printed page that cannot be shown. */
  readonly noPage: string
}
