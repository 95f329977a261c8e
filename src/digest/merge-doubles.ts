import type { Article } from '../domain/index.ts'
import { lettersOnly, normalise } from '../language/index.ts'

/** Characters of a shingle: longer than nearly all names and set phrases, shorter than a clause. */
const SHINGLE = 8
/** Of the rolling hash: any odd number that is not small. */
const BASE = 0x01000193
/** `BASE` to the power of {@link SHINGLE}, modulo 2³²: what a character weighs when it leaves. */
const BASE_OUT = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1)
/** Numbers of 30 bits take V8 half the time. */
const SMALL = 0x3fff_ffff
/** Share of the shorter text's shingles that the longer one must hold. */
const SAME = 0.5

/**
 * Puts articles that tell the same in mostly the same words together, as an agency's text in two papers does. The
 * first of each group is the one that came first; groups are in the order of their first articles.
 *
 * By the containment of shingles (A. Broder, On the resemblance and containment of documents, 1997); the time is
 * linear in the length of all texts, if no shingle stands in very many of them.
 */
export function mergeDoubles(articles: readonly Article[]): readonly (readonly [Article, ...Article[]])[] {
  const groups: [Article, ...Article[]][] = []
  const groupOf = new Map<Article, (typeof groups)[number]>()
  // Nearly every shingle stands in one article: a list for each would cost most of the time.
  const firstHolder = new Map<number, Article>()
  const otherHolders = new Map<number, Article[]>()
  const sizes = new Map<Article, number>()
  for (const article of articles) {
    const shingles = shinglesOf(article)
    sizes.set(article, shingles.size)
    const shared = new Map<Article, number>()
    const share = (other: Article) => shared.set(other, (shared.get(other) ?? 0) + 1)
    for (const shingle of shingles) {
      const first = firstHolder.get(shingle)
      if (!first) {
        firstHolder.set(shingle, article)
        continue
      }
      share(first)
      const others = otherHolders.get(shingle)
      if (others) {
        others.forEach(share)
        others.push(article)
      } else otherHolders.set(shingle, [article])
    }
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
  }
  return groups
}

/**
 * Without blanks and punctuation, which papers set as they like; the whole text if it is shorter than one. Shingles
 * are told apart by a rolling hash (R. Karp, M. Rabin, 1987): two of a day's hundred thousand may share one, and half of
 * a text's do not.
 */
function shinglesOf({ headline, paragraphs }: Article): ReadonlySet<number> {
  const body = bare(paragraphs.join(''))
  const text = body.length >= SHINGLE ? body : bare(headline) + body
  const shingles = new Set<number>()
  let hash = 0
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0
    if (i >= SHINGLE) hash = (hash - Math.imul(text.charCodeAt(i - SHINGLE), BASE_OUT)) | 0
    if (i >= SHINGLE - 1) shingles.add(hash & SMALL)
  }
  return shingles.size > 0 ? shingles : new Set([hash & SMALL])
}

const bare = (text: string) => lettersOnly(normalise(text))
