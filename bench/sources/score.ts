import type { Article } from '../../src/domain/index.ts'
import type { Printed } from '../../test/support/epaper-sites.ts'
import type { Told } from './forms.ts'

/** What must be as it was printed, one column each. */
export const SCORES = ['headline', 'date', 'page', 'body', 'captions'] as const

/** How many articles came back as they were set. A body counts with its paragraphs as they were parted. */
export function compare(printed: readonly Printed[], found: readonly Article[], tells: Told) {
  const exact = SCORES.map(() => 0)
  let leaked = 0
  const rest = new Set(found)
  for (const wanted of printed) {
    const body = letters(wanted.paragraphs.join(''))
    const article =
      [...rest].find((it) => letters(it.headline) === letters(wanted.headline) && startsAlike(it, body)) ??
      [...rest].find((it) => startsAlike(it, body)) ??
      [...rest].find((it) => letters(it.headline) === letters(wanted.headline))
    if (!article) continue
    rest.delete(article)
    const right: Readonly<Record<(typeof SCORES)[number], boolean>> = {
      headline: letters(article.headline) === letters(wanted.headline),
      date: article.issueDate === wanted.date,
      page: !tells.page || article.page === wanted.page,
      body: paragraphsOf(article.paragraphs) === paragraphsOf(wanted.paragraphs),
      captions: !tells.caption || letters(article.captions.join('')) === letters(wanted.caption),
    }
    for (const [at, name] of SCORES.entries()) if (right[name]) exact[at] = (exact[at] ?? 0) + 1
    const own = letters(Object.values(wanted).flat().join(''))
    leaked += article.paragraphs.filter((it) => !own.includes(letters(it))).length
  }
  // An article that nobody printed is text from around.
  return { exact, leaked: leaked + rest.size, wanted: printed.length }
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
const paragraphsOf = (paragraphs: readonly string[]): string => paragraphs.map(letters).join('\n')
const startsAlike = ({ paragraphs }: Article, body: string): boolean => {
  const own = letters(paragraphs.join(''))
  return own !== '' && (body.startsWith(own.slice(0, 20)) || body.includes(own.slice(0, 40)))
}
