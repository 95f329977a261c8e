/** What leads to another name of what stands before it, in brackets: （以下简称“服贸会”）. Texts are in normal form. */
const EXPLAINS = '["”》]?\\((?:以下|下文|下)?(?:简|又|统|亦|合)称(?:为)?:?["“《]?'
const ENDS = '["”》]?[),;]'
/** The same in running text: 松原竹艺交易会，简称竹艺会，…；奇石队又称怪石队。 */
const SHORTENS = '["”》]?,?(?:以下)?简称(?:为|作)?["“《]?'
const CALLS = '["”》]?,?(?:又|俗|亦)称(?:为|作)?["“《]?'
const STOPS = '["”》]?[,;。、)]'
/** Where a name begins that is told whole. */
const BEGINS = '(?<=^|[\\n,;。、"“《])'
const LETTERS = '[\\p{sc=Han}a-z0-9·-]'
/** Names that a text gives at most; the shorter one is 2 to 12 characters long, as they are made by hand. */
const MOST = 2

/**
 * Other names of a thing that texts explain, in brackets or in running text, those that are explained most often first: 服务贸易交易会 of 服贸会
 * and the other way round. Of what stands before a short form as much is taken as has its characters in order.
 * @param texts in normal form @param name in normal form
 */
export function namesExplainedIn(texts: readonly string[], name: string): readonly string[] {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\-]/gu, String.raw`\$&`)
  const shortened = new RegExp(`(${LETTERS}{3,30})${EXPLAINS}${escaped}${ENDS}`, 'gu')
  const whole = new RegExp(`${escaped}${EXPLAINS}(${LETTERS}{2,12})${ENDS}`, 'gu')
  const shortenedSo = new RegExp(`(${LETTERS}{3,30})${SHORTENS}${escaped}${STOPS}`, 'gu')
  const calledSo = new RegExp(`${BEGINS}(${LETTERS}{2,12})${CALLS}${escaped}${STOPS}`, 'gu')
  const calls = new RegExp(`${escaped}(?:${SHORTENS}|${CALLS})(${LETTERS}{2,8})${STOPS}`, 'gu')
  const counts = new Map<string, number>()
  const count = (it: string | undefined) => {
    if (it !== undefined && it !== name) counts.set(it, (counts.get(it) ?? 0) + 1)
  }
  for (const text of texts) {
    for (const pattern of [shortened, shortenedSo])
      for (const [, before = ''] of text.matchAll(pattern)) count(fullNameIn(before, name))
    for (const pattern of [whole, calledSo, calls])
      for (const [, other] of text.matchAll(pattern)) count(other)
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
