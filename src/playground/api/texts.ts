import { type BotCommand, readLanguage, readScope, validateCommands } from '../rules/commands.ts'
import { countCharacters, type Params, readText } from '../rules/fields.ts'
import { menuKey } from '../rules/menu-key.ts'
import { badRequest } from '../rules/refusal.ts'
import type { Scene } from '../world/scene.ts'

/** Bot API, setMyDescription: “0-512 characters”. */
const DESCRIPTION_LIMIT = 512
/** Bot API, setMyShortDescription: “0-120 characters”. */
const SHORT_DESCRIPTION_LIMIT = 120

/** `setMyCommands` of the Bot API. @throws {Refusal} in the words of Telegram */
export function setMyCommands(scene: Scene, params: Params): true {
  const commands = validateCommands(params)
  const key = readMenuKey(scene, params)
  if (commands.length === 0) scene.texts.menus.delete(key)
  else scene.texts.menus.set(key, commands)
  scene.events.emit({ kind: 'changed' })
  return true
}

/** `getMyCommands` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getMyCommands(scene: Scene, params: Params): readonly BotCommand[] {
  return scene.texts.menus.get(readMenuKey(scene, params)) ?? []
}

/** `deleteMyCommands` of the Bot API. @throws {Refusal} in the words of Telegram */
export function deleteMyCommands(scene: Scene, params: Params): true {
  scene.texts.menus.delete(readMenuKey(scene, params))
  scene.events.emit({ kind: 'changed' })
  return true
}

function readMenuKey(scene: Scene, params: Params): string {
  const scope = readScope(params)
  if (scope.chat_id !== undefined && !scene.rooms.has(scope.chat_id)) throw badRequest('chat not found')
  return menuKey(scope, readLanguage(params))
}

/** `setMyDescription` of the Bot API. @throws {Refusal} in the words of Telegram */
export function setMyDescription(scene: Scene, params: Params): true {
  return setText(scene, scene.texts.descriptions, params, 'description', DESCRIPTION_LIMIT)
}

/** `setMyShortDescription` of the Bot API. @throws {Refusal} in the words of Telegram */
export function setMyShortDescription(scene: Scene, params: Params): true {
  const { shortDescriptions } = scene.texts
  return setText(scene, shortDescriptions, params, 'short_description', SHORT_DESCRIPTION_LIMIT)
}

/** `getMyDescription` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getMyDescription(scene: Scene, params: Params) {
  return { description: findText(scene.texts.descriptions, readLanguage(params)) }
}

/** `getMyShortDescription` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getMyShortDescription(scene: Scene, params: Params) {
  return { short_description: findText(scene.texts.shortDescriptions, readLanguage(params)) }
}

/** The text for a language, else the one for everybody. */
export const findText = (texts: ReadonlyMap<string, string>, language: string): string =>
  texts.get(language.slice(0, 2)) ?? texts.get('') ?? ''

function setText(
  scene: Scene,
  texts: Map<string, string>,
  params: Params,
  field: string,
  limit: number,
): true {
  const text = readText(params, field)
  const language = readLanguage(params)
  // Telegram's own words for this refusal are not published.
  if (countCharacters(text) > limit) throw badRequest(`${field.replace('_', ' ')} is too long`)
  if (text === '') texts.delete(language)
  else texts.set(language, text)
  scene.events.emit({ kind: 'changed' })
  return true
}
