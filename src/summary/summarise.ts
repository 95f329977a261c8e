import type { Article } from '../domain/index.ts'
import { normalise, runsOf, sentencesOf } from '../language/index.ts'

export interface SummaryOptions {
  /** Sentences at most; 3 unless told. */
  readonly sentences?: number
  /** UTF-16 units of all sentences together at most; the first is given even if it alone is longer. */
  readonly maxLength?: number
}

interface Sentence {
  readonly text: string
  readonly pairs: ReadonlySet<string>
  readonly place: number
}

/** The sentences that carry an article, verbatim, in their order. None where the article has no text. */
export function summarise(
  article: Article,
  { sentences: wanted = 3, maxLength = Number.POSITIVE_INFINITY }: SummaryOptions = {},
): readonly string[] {
  const sentences = article.paragraphs
    .flatMap((paragraph) => sentencesOf(paragraph).map((range) => paragraph.slice(...range)))
    .map((text, place) => ({ text: withoutDateline(text), pairs: pairsOf(text), place }))
  const headline = pairsOf([article.headline, ...article.deck, ...article.kicker].join('\n'))
  const scoreOf = ({ pairs, place }: Sentence) => overlap(pairs, headline) + 1 / (1 + place)
  const scored = sentences.toSorted((a, b) => scoreOf(b) - scoreOf(a) || a.place - b.place)
  const chosen: Sentence[] = []
  let length = 0
  for (const it of scored) {
    if (chosen.length >= wanted) break
    if (chosen.length > 0 && length + it.text.length > maxLength) continue
    if (chosen.some((other) => overlap(it.pairs, other.pairs) > 0.6)) continue
    chosen.push(it)
    length += it.text.length
  }
  return chosen.toSorted((a, b) => a.place - b.place).map((it) => it.text)
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const { text: run, unspaced } of runsOf(normalise(text)))
    if (!unspaced || run.length === 1) pairs.add(run)
    else for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2))
  return pairs
}

/** Share of the smaller set that is in both. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const it of a) if (b.has(it)) shared++
  return shared / Math.max(1, Math.min(a.size, b.size))
}

/** `本报讯 （…记者 …）`, `新华社北京6月25日电`: who reports is no part of what is reported. */
const DATELINE =
  /^(?:本报讯|[一-龥]{2,6}社[一-龥]{0,8}(?:\d{1,2}月\d{1,2}日)?(?:专)?电)\s*(?:[（(][^（）()]*[）)])?\s*/u

const withoutDateline = (text: string) => text.replace(DATELINE, '') || text
