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
    /** Opens the article in a message of its own. */
    readonly open: string
  }
}
