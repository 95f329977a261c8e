/** Writes Chinese in other characters. Text of other languages stays as it is. */
export interface ScriptConverter {
  readonly toSimplified: (text: string) => string
  readonly toTraditional: (text: string) => string
}

/**
 * Loads the dictionaries of OpenCC, a megabyte of them. Words decide where one simplified character stands for several
 * (头发 → 頭髮, 发展 → 發展); the words themselves stay those of the paper.
 */
export async function loadScriptConverter(): Promise<ScriptConverter> {
  const [{ Converter: traditional }, { Converter: simplified }] = await Promise.all([
    import('opencc-js/cn2t'),
    import('opencc-js/t2cn'),
  ])
  return {
    toTraditional: traditional({ from: 'cn', to: 'tw' }),
    toSimplified: simplified({ from: 'tw', to: 'cn' }),
  }
}
