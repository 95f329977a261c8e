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
    /** Shows what the article covers of the printed page; the whole page, with it outlined, or all else faded. */
    readonly clipping: string
    readonly outlined: string
    readonly dimmed: string
    /** Another page that the article stands on. @param part from 1 */
    readonly part: (part: number, parts: number) => string
    /** Opens the article in a message of its own. */
    readonly open: string
  }
  /** Is sent in the place of a printed page that cannot be shown. */
  readonly noPage: string
}
