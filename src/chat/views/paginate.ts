/** A stretch of an article that is shown in one manner. */
export interface ArticleBlock {
  readonly kind: 'paragraph' | 'subhead' | 'caption'
  readonly text: string
}

/** Where a paragraph may be cut, best first: after a sentence, after a clause, after any character. */
const SEAMS = [/[。！？!?…；;][”’」』）)]*/gu, /[，、：,:\s]/gu, /[\s\S]/gu] as const

/**
 * Deals blocks out to pages of at most `limit` UTF-16 units, two of them for each gap between blocks. Paragraphs
 * are cut only if a page cannot hold one whole, at the end of a sentence if there is one; a sub-heading goes
 * with what follows it, if a page can hold both. Nothing is lost: the texts of all pages, joined, are the texts given.
 * @param limit at least 40
 */
export function paginate(
  blocks: readonly ArticleBlock[],
  limit: number,
): readonly (readonly ArticleBlock[])[] {
  const pages: ArticleBlock[][] = [[]]
  let used = 0
  for (const block of blocks.flatMap((whole) => splitBlock(whole, limit))) {
    const size = sizeOf(block)
    const page = pages.at(-1) ?? []
    if (page.length > 0 && used + size > limit) {
      const last = page.at(-1)
      const follows = page.length > 1 && last?.kind === 'subhead' && sizeOf(last) + size <= limit
      const moved = follows ? page.splice(-1) : []
      pages.push([...moved, block])
      used = moved.reduce((sum, it) => sum + sizeOf(it), size)
    } else {
      page.push(block)
      used += size
    }
  }
  return pages
}

/**
 * Cuts text into parts of at most `limit - 2` UTF-16 units, at the best seam in the second half of each part, and
 * never inside a surrogate pair.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > limit - 2) {
    const end = bestSeam(rest, limit - 2)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...parts, rest]
}

const sizeOf = ({ text }: ArticleBlock) => text.length + 2

const splitBlock = ({ kind, text }: ArticleBlock, limit: number) =>
  splitText(text, limit).map((part) => ({ kind, text: part }))

function bestSeam(text: string, limit: number): number {
  for (const seam of SEAMS) {
    let best = 0
    for (const match of text.slice(0, limit + 1).matchAll(seam)) {
      const end = match.index + match[0].length
      if (end <= limit) best = end
    }
    if (best > limit / 2) return best
  }
  return limit
}
