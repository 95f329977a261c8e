/** A polygon on a page picture, in the picture's own units: x and y in turn. */
export type Polygon = readonly number[]

/** A part of an article's body, in the order of the source. */
export interface BodyPart {
  readonly kind: 'paragraph' | 'subhead' | 'caption'
  /** One line, without markup. Never empty. */
  readonly text: string
}

/** What a source says about the issue that an article or page belongs to. */
export interface IssueFacts {
  readonly paper?: string
  /** Day of the issue, `YYYY-MM-DD`. */
  readonly date?: string
  /** Page as printed: `03`, `A06`. */
  readonly page?: string
  /** The name of the page: `要闻`. */
  readonly section?: string
}

/** An article that its source has cut already. The texts are as printed, only the markup is gone. */
export interface SourceArticle extends IssueFacts {
  /** Empty if the source has none, as below some photos. */
  readonly headline: string
  readonly kicker: readonly string[]
  /** Title lines below the headline; a line that names the authors may be among them. */
  readonly deck: readonly string[]
  /** Lines that name the authors. */
  readonly author: readonly string[]
  readonly body: readonly BodyPart[]
  /** File names of its pictures, without folders. */
  readonly pictures: readonly string[]
  /** Where it stands on the picture of the page; empty if the source does not tell. */
  readonly regions: readonly Polygon[]
  /** Number of the first line or element that holds it, from 1. */
  readonly position: number
  /** What could not be found, in English, for the operator. */
  readonly warnings: readonly string[]
}

/** Why a file gives no article although nothing is wrong with it. */
export type EmptyReason = 'index page' | 'redirect' | 'advertisement' | 'no article'

/** What one file of a source holds. */
export interface SourceFile {
  readonly form: SourceForm
  readonly articles: readonly SourceArticle[]
  /** There if `articles` is empty. */
  readonly empty?: EmptyReason
  readonly warnings: readonly string[]
  /** Where the index of its page lies, relative to the file; there if only that may tell the regions of its article. */
  readonly index?: string
}

/** The form that a file is taken for. */
export type SourceForm = 'html' | 'mhtml' | 'json' | 'table' | 'labelled' | 'markdown' | 'feed'
