import { en } from './en.ts'
import type { Language, Texts } from './texts.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

export type { ChannelObstacle } from './channels/texts.ts'
export type { Alarm } from './operators/texts.ts'
export { COMMANDS, type CommandName, type Language, type Texts } from './texts.ts'
export type { WebProblem } from './web/texts.ts'

/** Every language that the bot speaks, its first one first. */
export const LANGUAGES: readonly Texts[] = [zhHans, zhHant, en]

/** The texts of a language. */
export const textsOf = (language: Language): Texts =>
  LANGUAGES.find((it) => it.language === language) ?? zhHans

/** True of a name of one of our languages. */
export const isLanguage = (name: string): name is Language =>
  LANGUAGES.some(({ language }) => language === name)

/** The texts for a chat: in the language that it has chosen, else for somebody whose Telegram speaks `languageCode`. */
export const textsFor = (chosen: string | undefined, languageCode?: string): Texts =>
  textsOf(chosen !== undefined && isLanguage(chosen) ? chosen : languageFor(languageCode))

/** Written Chinese, whatever is spoken: Mandarin and Cantonese have codes of their own too. */
const CHINESE = /^(?:zh|cmn|yue)\b/
/** A script that is named (`zh-Hans-HK`) goes before what is written in a place. */
const TRADITIONAL = /-hant\b|^(?!.*-hans\b)(?:.*-(?:tw|hk|mo)\b|yue(?!.*-cn\b))/

/**
 * The language for somebody whose Telegram speaks `languageCode` (IETF, such as `zh-hans` or `pt-br`): Chinese as it
 * is written where they live, English for everybody else, and our first language if Telegram tells nothing.
 */
export function languageFor(languageCode: string | undefined): Language {
  if (languageCode === undefined || languageCode === '') return zhHans.language
  const code = languageCode.toLowerCase().replaceAll('_', '-')
  if (!CHINESE.test(code)) return en.language
  return TRADITIONAL.test(code) ? zhHant.language : zhHans.language
}
