import { type Draft, isSubhead } from '../arrangement/draft.ts'
import type { Line } from '../layout/line.ts'
import { type ArticleText, type DraftText, textOfDraft, withConfidence } from './article-text.ts'
import type { Neighbours } from './confidence.ts'

/** An article of a reading. */
export interface ReadArticle {
  readonly draft: Draft
  readonly text: ArticleText
  /** What stands beside it in that reading. */
  readonly neighbours?: Neighbours
}

/**
 * Reads the drafts of a page in their order, each with what stands beside it.
 * @param known texts by what their drafts hold: most articles are the same in all readings of a page
 */
export function readDrafts(
  drafts: readonly Draft[],
  known: Map<string, DraftText> = new Map(),
): readonly ReadArticle[] {
  const texts = drafts.map((draft) => {
    const key = contentOf(draft)
    const text = known.get(key) ?? textOfDraft(draft)
    known.set(key, text)
    return text
  })
  return texts.flatMap((text, at): ReadArticle[] => {
    const draft = drafts[at]
    const neighbours = { before: texts[at - 1], next: texts[at + 1] }
    return draft ? [{ draft, text: withConfidence(draft, text, neighbours), neighbours }] : []
  })
}

/** Parts of one printed line that columns share are told apart by what they say. */
export const keyOfLine = ({ number, text }: Line): string => `${number}\n${text}`

/** All that the text of a draft is made of. */
function contentOf({
  kicker,
  headline,
  deck,
  body,
  bylines,
  datelines,
  captions,
  isTitleGiven,
}: Draft): string {
  const partOf = (part: { readonly lines: readonly Line[] }) => part.lines.map(keyOfLine).join('\n')
  const parts = [kicker, headline, deck, bylines, datelines, captions].map((it) => it.map(partOf))
  return JSON.stringify([...parts, body.map((it) => [isSubhead(it), partOf(it)]), isTitleGiven])
}
