import type { Article } from '../domain/index.ts'
import { bodyLetters, hashRuns } from './article-letters.ts'

/** Letters in a row. */
const RUN = 8
/** Numbers of an article at most. */
const MOST = 8

/**
 * A few numbers that stand for an article's text: the lowest hashes of its runs of letters (Broder 1997). Two texts share
 * about so large a part of theirs as they share of their runs, wherever each stands and however its lines break.
 */
export function sampleText(article: Article): readonly number[] {
  const lowest: number[] = []
  for (const run of hashRuns(bodyLetters(article), RUN)) {
    const hash = spread(run)
    if (lowest.length === MOST && hash >= (lowest[MOST - 1] ?? 0)) continue
    let at = lowest.length
    while (at > 0 && (lowest[at - 1] ?? 0) > hash) at--
    if (at > 0 && lowest[at - 1] === hash) continue
    lowest.splice(at, 0, hash)
    if (lowest.length > MOST) lowest.pop()
  }
  return lowest
}

/** Hashes of runs that differ in their last letter lie close together, and the lowest must not be those of a few letters. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
