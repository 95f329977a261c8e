import { loadScriptConverter } from '../../language/index.ts'

let converter: Promise<(text: string) => string> | undefined

/** What writes a text in Traditional characters, by words; its dictionaries are loaded when the first reader needs them. */
export const loadTraditional = (): Promise<(text: string) => string> =>
  (converter ??= loadScriptConverter().then(({ toTraditional }) => toTraditional))

/** Whether a text would be written otherwise in Traditional characters. */
export const changesInTraditional = async (text: string): Promise<boolean> =>
  (await loadTraditional())(text) !== text
