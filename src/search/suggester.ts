import { normalise, normaliseWithPositions, type Tokeniser } from '../language/index.ts'
import type { CandidateSource } from './ranking/candidate-source.ts'
import type { DatedHeadline } from './term-index/headlines.ts'

interface Completion {
  readonly text: string
  /** Headlines that go on like this. */
  readonly count: number
  /** Day of the newest of them. */
  readonly newest: number
}

/** Words that a completion adds at most; then the clause is offered whole. */
const MOST_WORDS = 4
/** Newest headlines that are looked at: enough to tell what is frequent, in a few milliseconds. */
const MOST_HEADLINES = 300

/**
 * Completes what is being typed, from the headlines: at most `limit`, the frequent ones first, counted over the newest
 * headlines that hold what was typed.
 */
export async function suggest(
  typed: string,
  limit: number,
  {
    tokeniser,
    source,
  }: { readonly tokeniser: Tokeniser; readonly source: Pick<CandidateSource, 'headlines'> },
): Promise<readonly string[]> {
  const parts = normalise(typed).split(' ').filter(Boolean)
  const last = parts.pop()
  if (last === undefined) return []
  const found = await source.headlines([last, ...parts], MOST_HEADLINES)
  const completions = count(found, (it) => completionsOf(it.printed, last, tokeniser))
  return worthOffering(completions)
    .slice(0, limit)
    .map(({ text }) => [...parts, text].join(' '))
}

/** How a headline goes on from `typed`: to the end of each of the next words, and of the clause. */
function completionsOf(headline: string, typed: string, tokeniser: Tokeniser): readonly string[] {
  const { text, toOriginal } = normaliseWithPositions(headline)
  const words = tokeniser.wordsOf(headline)
  const ends = new Set<string>()
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    const [start, end] = toOriginal(at, at + typed.length)
    const first = words.findIndex((it) => it.start === start)
    if (first < 0) continue
    let added = 0
    for (const [i, word] of words.slice(first).entries()) {
      if (i > 0 && word.start !== words[first + i - 1]?.end) break
      const isLast = words[first + i + 1]?.start !== word.end
      if (word.end > end && (added++ < MOST_WORDS || isLast)) ends.add(headline.slice(start, word.end))
    }
  }
  return [...ends]
}

function count(
  headlines: readonly DatedHeadline[],
  completionsOf: (headline: DatedHeadline) => readonly string[],
): readonly Completion[] {
  const byText = new Map<string, Completion>()
  for (const headline of headlines)
    for (const text of completionsOf(headline)) {
      const before = byText.get(text)
      // Headlines come newest first, so the first one is the newest.
      byText.set(text, { text, count: (before?.count ?? 0) + 1, newest: before?.newest ?? headline.date })
    }
  return [...byText.values()]
}

/** Frequent phrases first, then the newest; of phrases that begin alike and are as frequent, the longest. */
function worthOffering(completions: readonly Completion[]): readonly Completion[] {
  return completions
    .filter(
      (it) =>
        !completions.some(
          (other) =>
            other.text.length > it.text.length && other.count === it.count && other.text.startsWith(it.text),
        ),
    )
    .toSorted((a, b) => b.count - a.count || b.newest - a.newest || (a.text < b.text ? -1 : 1))
}
