/** Writes Chinese in other characters. Text of other languages stays as it is. */
export interface ScriptConverter {
  readonly toSimplified: (text: string) => string
  readonly toTraditional: (text: string) => string
}

/** Words that the dictionaries write as others write them, or take for another word: the head office is no front desk. */
const MENDED: ReadonlyMap<string, string> = new Map([
  ['總檯', '總臺'],
  ['迴歸', '回歸'],
])
const MISTAKEN = new RegExp([...MENDED.keys()].join('|'), 'gu')

const mend = (text: string): string => text.replace(MISTAKEN, (word) => MENDED.get(word) ?? word)

let loading: Promise<ScriptConverter> | undefined

/**
 * Loads the dictionaries of OpenCC, a megabyte of them, once. Words decide where one simplified character stands for several
 * (头发 → 頭髮, 发展 → 發展); the words themselves stay those of the paper.
 */
export const loadScriptConverter = (): Promise<ScriptConverter> => (loading ??= load())

async function load(): Promise<ScriptConverter> {
  const [{ Converter: traditional }, { Converter: simplified }] = await Promise.all([
    import('opencc-js/cn2t'),
    import('opencc-js/t2cn'),
  ])
  const convert = traditional({ from: 'cn', to: 'tw' })
  return {
    toTraditional: (text) => mend(convert(text)),
    toSimplified: simplified({ from: 'tw', to: 'cn' }),
  }
}
