/** Ten characters of `[a-z2-7]` made from the content; see `createArticleId`. */
export type ArticleId = string

/**
 * How sure the date of an issue is: read from the page's folio, taken from the file's path, or inferred
 * from what the text says.
 */
export type DatePrecision = 'printed' | 'file' | 'inferred'

/** A sub-heading (小标题) and the paragraph that it stands before. */
export interface Subhead {
  readonly text: string
  /** Index into `Article.paragraphs`, from 0; equal to their number if nothing follows. */
  readonly before: number
}

/** Where an article was cut from. */
export interface ArticleSource {
  /** Path of the page below the corpus folder, with forward slashes. */
  readonly file: string
  /** Numbers of the lines used, from 1, ascending; in a PDF and in forms that are cut already, its place in the file. */
  readonly lines: readonly number[]
  /** Where it stands on the page; there if the source tells. */
  readonly regions?: readonly Region[]
}

/** A rectangle of a page that an article covers. */
export interface Region {
  /** The page's place in its file, from 1. */
  readonly page: number
  /** Left, top, right, bottom: from the top left corner in points, or in the units of the page's picture. */
  readonly rect: readonly [left: number, top: number, right: number, bottom: number]
}

/** How sure the page reader is of an article it has cut: chances from 0 to 1, rounded to hundredths. */
export interface Confidence {
  /** That it holds all of its text, and none of another article. */
  readonly borders: number
  /** That its headline is the printed one, whole and with nothing else, if its borders are right. */
  readonly headline: number
}

/** One article as it was printed. Only `corpus` makes articles; every other part reads them. */
export interface Article {
  /** The same at every reading, wherever the file lies. Deep links, buttons and bookmarks hold it. */
  readonly id: ArticleId
  /** The id that the article came with, if it came already cut (JSON Lines). */
  readonly sourceId?: string
  /** On one line; phrases printed on lines of their own are parted by one space. Never empty. */
  readonly headline: string
  /** Lines above the headline (引题). */
  readonly kicker: readonly string[]
  /** Lines below the headline (副题). */
  readonly deck: readonly string[]
  readonly subheads: readonly Subhead[]
  /** Names of the reporters, in printed order. */
  readonly byline: readonly string[]
  /** Who the reporters write for, as printed: `新华社`, `本报`. */
  readonly agency?: string
  /** `新华社北京6月25日电`. */
  readonly dateline?: string
  /** Plain text: re-flowed, no line breaks, no blanks between Han characters. */
  readonly paragraphs: readonly string[]
  readonly captions: readonly string[]
  readonly paper?: string
  /** Day of the issue, `YYYY-MM-DD`. */
  readonly issueDate?: string
  /** Present whenever `issueDate` is. */
  readonly datePrecision?: DatePrecision
  /** Day of the issue, `MM-DD`, where its year is not known; there is no `issueDate` then. */
  readonly issueMonthDay?: string
  /** Page (版) as printed: `03`, `A06`. */
  readonly page?: string
  /** `要闻`. */
  readonly section?: string
  /** Page that the piece is continued from (紧接01版), if its first part is not in the archive. */
  readonly continuedFrom?: string
  readonly source: ArticleSource
  /** How sure its cut is; absent if its source had cut it already. */
  readonly confidence?: Confidence
  /** What the reader of the page was not sure of, in English, for the operator. */
  readonly warnings: readonly string[]
}
