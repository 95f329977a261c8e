/** Writes Chinese in other characters. Text of other languages stays as it is. */
export interface ScriptConverter {
  readonly toSimplified: (text: string) => string
  readonly toTraditional: (text: string) => string
}

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
  return {
    toTraditional: traditional({ from: 'cn', to: 'tw' }),
    toSimplified: simplified({ from: 'tw', to: 'cn' }),
  }
}
