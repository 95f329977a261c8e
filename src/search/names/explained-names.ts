/** What leads to another name of what stands before it, in brackets: （以下简称“服贸会”）. Texts are in normal form. */
const EXPLAINS = '["”》]?\\((?:以下|下文|下)?(?:简|又|统|亦|合)称(?:为)?:?["“《]?'
const ENDS = '["”》]?[),;]'
const LETTERS = '[\\p{sc=Han}a-z0-9·-]'
/** Names that a text gives at most; the shorter one is 2 to 12 characters long, as they are made by hand. */
const MOST = 2

/**
 * Other names of a thing that texts explain in brackets, those that are explained most often first: 服务贸易交易会 of 服贸会
 * and the other way round. Of what stands before a short form as much is taken as has its characters in order.
 * @param texts in normal form @param name in normal form
 */
export function namesExplainedIn(texts: readonly string[], name: string): readonly string[] {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\-]/gu, String.raw`\$&`)
  const shortened = new RegExp(`(${LETTERS}{3,30})${EXPLAINS}${escaped}${ENDS}`, 'gu')
  const whole = new RegExp(`${escaped}${EXPLAINS}(${LETTERS}{2,12})${ENDS}`, 'gu')
  const counts = new Map<string, number>()
  const count = (it: string | undefined) => {
    if (it !== undefined && it !== name) counts.set(it, (counts.get(it) ?? 0) + 1)
  }
  for (const text of texts) {
    for (const [, before = ''] of text.matchAll(shortened)) count(fullNameIn(before, name))
    for (const [, short] of text.matchAll(whole)) count(short)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([it]) => it)
}

/** The shortest end of a text that has the characters of a short form in order, from the first one on. */
function fullNameIn(text: string, short: string): string | undefined {
  for (let from = text.length - short.length; from >= 0; from--) {
    if (text.charAt(from) !== short.charAt(0)) continue
    const end = text.slice(from)
    let at = -1
    if (Array.from(short).every((it) => (at = end.indexOf(it, at + 1)) >= 0)) return end
  }
  return undefined
}
