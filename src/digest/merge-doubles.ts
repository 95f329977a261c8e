import type { Article } from '../domain/index.ts'
import { normalise } from '../language/index.ts'

/** Characters of a shingle: longer than nearly all names and set phrases, shorter than a clause. */
const SHINGLE = 8
/** Share of the shorter text's shingles that the longer one must hold. */
const SAME = 0.5

/**
 * Puts articles that tell the same in mostly the same words together, as an agency's text in two papers does. The
 * first of each group is the one that came first; groups are in the order of their first articles.
 *
 * By the containment of shingles (A. Broder, On the resemblance and containment of documents, 1997); the time is
 * linear in the length of all texts, where no shingle stands in very many of them.
 */
export function mergeDoubles(articles: readonly Article[]): readonly (readonly [Article, ...Article[]])[] {
  const groups: [Article, ...Article[]][] = []
  const groupOf = new Map<Article, (typeof groups)[number]>()
  const holders = new Map<string, Article[]>()
  const sizes = new Map<Article, number>()
  for (const article of articles) {
    const shingles = shinglesOf(article)
    sizes.set(article, shingles.size)
    const shared = new Map<Article, number>()
    for (const shingle of shingles)
      for (const other of holders.get(shingle) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const double = [...shared].find(
      ([other, count]) => count >= SAME * Math.min(shingles.size, sizes.get(other) ?? 0),
    )
    const group = double && groupOf.get(double[0])
    if (group) {
      group.push(article)
      groupOf.set(article, group)
    } else {
      const alone: [Article] = [article]
      groups.push(alone)
      groupOf.set(article, alone)
    }
    for (const shingle of shingles) {
      const known = holders.get(shingle)
      if (known) known.push(article)
      else holders.set(shingle, [article])
    }
  }
  return groups
}

/** Without blanks and punctuation, which papers set as they like; the whole text where it is shorter than one. */
function shinglesOf({ headline, paragraphs }: Article): ReadonlySet<string> {
  const body = bare(paragraphs.join(''))
  const text = body.length >= SHINGLE ? body : bare(headline) + body
  const shingles = new Set<string>()
  for (let i = 0; i + SHINGLE <= text.length; i++) shingles.add(text.slice(i, i + SHINGLE))
  return shingles.size > 0 ? shingles : new Set([text])
}

const bare = (text: string) => normalise(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
