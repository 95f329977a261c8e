import { loadScriptConverter } from '../../language/index.ts'

/** What writes a text in Traditional characters, by words; its dictionaries are loaded when the first reader needs them. */
export const loadTraditional = async (): Promise<(text: string) => string> =>
  (await loadScriptConverter()).toTraditional

/** Whether a text would be written otherwise in Traditional characters. */
export const changesInTraditional = async (text: string): Promise<boolean> =>
  (await loadTraditional())(text) !== text
