import { normalise } from '../../language/index.ts'
import { columnOf, textsOf, type Units } from './columns.ts'

/** A headline as it was printed, and the day of its issue as a number (20240608; 0 if there is none). */
export interface DatedHeadline {
  readonly printed: string
  readonly date: number
}

/** The headlines of the documents, by their numbers. */
export interface Headlines {
  set(document: number, headline: string): void
  remove(document: number): void
  /** In normal form. */
  of(document: number): string
  /** The newest, at most so many, that hold all of some texts in normal form; newest first. */
  holding(texts: readonly string[], newest: number): readonly DatedHeadline[]
  column(): Units
  load(headlines: Units): void
}

/** No headlines yet. @param dateOf day of a document as a number */
export function createHeadlines(dateOf: (document: number) => number): Headlines {
  let headlines: string[] = []
  /** Made when first asked for: most processes never complete anything. */
  const normal: string[] = []
  const normalOf = (document: number) => {
    normal[document] ??= normalise(headlines[document] ?? '')
    return normal[document]
  }
  return {
    set: (document, headline) => {
      headlines[document] = headline
    },
    remove: (document) => {
      headlines[document] = ''
      normal[document] = ''
    },
    of: (document) => normalise(headlines[document] ?? ''),
    holding: (texts, newest) =>
      Array.from(headlines.keys())
        .filter((document) => texts.every((it) => normalOf(document).includes(it)))
        .map((document) => ({ printed: headlines[document] ?? '', date: dateOf(document) }))
        .toSorted((a, b) => b.date - a.date)
        .slice(0, newest),
    column: () => columnOf(headlines),
    load: (column) => {
      headlines = textsOf(column)
    },
  }
}
