import type { Rect } from '../../sources/index.ts'
import { isLying } from './rects.ts'

/** How far pieces of one rule are apart at most, in points: borders are drawn cell by cell. */
const NEAR = 1

/** Puts lying rules together that go on where another one ends, so that one that was drawn cell by cell is one. */
export function joinRules(rules: readonly Rect[]): readonly Rect[] {
  const joined: Rect[] = []
  for (const rule of rules.filter(isLying).toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const at = joined.findLastIndex(
      (it) =>
        Math.abs(it.y0 - rule.y0) < NEAR &&
        Math.abs(it.y1 - rule.y1) < NEAR &&
        rule.x0 <= it.x1 + NEAR &&
        rule.x1 >= it.x0 - NEAR,
    )
    const known = joined[at]
    if (known) joined[at] = { ...known, x0: Math.min(known.x0, rule.x0), x1: Math.max(known.x1, rule.x1) }
    else joined.push(rule)
  }
  return joined
}
