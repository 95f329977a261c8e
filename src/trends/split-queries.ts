/** Lines of one chart at most: with more of them none is seen. */
export const MOST_QUERIES = 4

const SEPARATOR = /[,，、;；\n]/u
/** A quotation mark that opens, and the one that closes it. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』' }

/**
 * The queries that are compared, of `高铁, 大熊猫 去年`: parted by commas outside of quotation marks, each once.
 * @returns `leftOut`: how many there are beyond the first {@link MOST_QUERIES}
 */
export function splitQueries(asked: string): {
  readonly queries: readonly string[]
  readonly leftOut: number
} {
  const pieces = ['']
  let closes: string | undefined
  for (const character of asked) {
    if (character === closes) closes = undefined
    else if (closes === undefined && asked.includes(QUOTES[character] ?? '\0', asked.indexOf(character) + 1))
      closes = QUOTES[character]
    if (closes === undefined && SEPARATOR.test(character)) pieces.push('')
    else pieces[pieces.length - 1] += character
  }
  const all = [...new Set(pieces.map((it) => it.trim()).filter((it) => it !== ''))]
  return { queries: all.slice(0, MOST_QUERIES), leftOut: Math.max(0, all.length - MOST_QUERIES) }
}
