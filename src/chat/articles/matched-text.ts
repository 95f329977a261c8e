import type { Article } from '../../domain/index.ts'
import type { TextRange } from '../../language/index.ts'
import { unlessAway } from '../../search/index.ts'
import type { Origin } from '../callback/origin.ts'
import { searchOptions } from '../lists/list-page.ts'
import type { Parts } from '../turn/parts.ts'
import { HITS_PER_PAGE } from '../views/hits-view.ts'

/** A piece of a paragraph that a search found, with what matched in it. */
export interface MatchedText {
  readonly paragraph: number
  /** Where it stands in the paragraph. */
  readonly range: TextRange
  /** What matched, in the paragraph. */
  readonly marks: readonly TextRange[]
}

/**
 * What the search that a list shows found in an article, best first; empty if the list is no search, or the search server is away.
 * @param origin the page of the list that the article was opened from
 */
export async function matchedTexts(
  { lists, search, today }: Pick<Parts, 'lists' | 'search' | 'today'>,
  article: Article,
  origin: Origin | undefined,
): Promise<readonly MatchedText[]> {
  const list = origin && (await lists.get(origin.list))
  if (origin === undefined || list?.spec.kind !== 'search') return []
  const searching = search.search(list.spec.query, {
    ...searchOptions(list.spec, today()),
    offset: origin.page * HITS_PER_PAGE,
    limit: HITS_PER_PAGE,
  })
  const found = await unlessAway(searching, undefined)
  const excerpts = found?.hits.find((hit) => hit.article.id === article.id)?.excerpts ?? []
  return excerpts.flatMap(({ text: excerpt, highlights }) => {
    const text = excerpt.replaceAll(/^…|…$/g, '')
    const shift = excerpt.startsWith('…') ? 1 : 0
    const paragraph = article.paragraphs.findIndex((it) => it.includes(text))
    const at = article.paragraphs[paragraph]?.indexOf(text)
    if (at === undefined) return []
    const marks = highlights.map(([from, to]): TextRange => [from - shift + at, to - shift + at])
    return [{ paragraph, range: [at, at + text.length] satisfies TextRange, marks }]
  })
}
