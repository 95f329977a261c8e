import { isJsonObject } from '../../domain/index.ts'
import { countCharacters, type Params, readJson, readText } from './fields.ts'
import { badRequest } from './refusal.ts'

/** One line of the command menu. */
export interface BotCommand {
  readonly command: string
  readonly description: string
}

/** Who sees a command menu (`BotCommandScope` of the Bot API). */
export interface CommandScope {
  readonly type: (typeof SCOPES)[number]
  readonly chat_id?: number
  readonly user_id?: number
}

const SCOPES = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
] as const

/** Bot API, setMyCommands: “at most 100 commands”. */
const COMMAND_LIMIT = 100
/** Bot API, BotCommand: “1-32 characters … lowercase English letters, digits and underscores”. */
const NAME_LIMIT = 32
/** Bot API, BotCommand: “1-256 characters”. */
const DESCRIPTION_LIMIT = 256

/** The commands of a `setMyCommands` call. @throws {Refusal} */
export function validateCommands(params: Params): readonly BotCommand[] {
  const given = readJson(params, 'commands', 'commands JSON object') ?? []
  if (!Array.isArray(given)) throw badRequest('expected an Array of BotCommand')
  if (given.length > COMMAND_LIMIT) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return given.map(readCommand)
}

function readCommand(given: unknown): BotCommand {
  if (!isJsonObject(given)) throw badRequest("can't parse BotCommand: expected an Object")
  for (const field of ['command', 'description'])
    if (typeof given[field] !== 'string')
      throw badRequest(`can't parse BotCommand: Can't find field "${field}"`)
  const command = readText(given, 'command').replace(/^\//, '')
  const description = readText(given, 'description').trim()
  if (command === '') throw badRequest('command must be non-empty')
  if (command.length > NAME_LIMIT) throw badRequest(`command length must not exceed ${NAME_LIMIT}`)
  if (description === '') throw badRequest('command description must be non-empty')
  if (countCharacters(description) > DESCRIPTION_LIMIT)
    throw badRequest(`command description length must not exceed ${DESCRIPTION_LIMIT}`)
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  return { command, description }
}

/**
 * Reads the scope of a command menu; the default scope if none is given.
 * @throws {Refusal} for an unknown type, or if an id that the type needs is missing
 */
export function readScope(params: Params): CommandScope {
  const scope = readJson(params, 'scope', 'BotCommandScope JSON object') ?? { type: 'default' }
  if (!isJsonObject(scope)) throw badRequest("can't parse BotCommandScope: expected an Object")
  const type = SCOPES.find((it) => it === scope['type'])
  if (type === undefined) throw badRequest("can't parse BotCommandScope: Unsupported type specified")
  const numbers = type === 'chat_member' ? ['chat_id', 'user_id'] : type.startsWith('chat') ? ['chat_id'] : []
  for (const field of numbers)
    if (!Number.isSafeInteger(Number(scope[field])))
      throw badRequest(`can't parse BotCommandScope: Can't find field "${field}"`)
  return { type, ...Object.fromEntries(numbers.map((field) => [field, Number(scope[field])])) }
}

/** Empty, or two letters of ISO 639-1. @throws {Refusal} */
export function readLanguage(params: Params): string {
  const language = readText(params, 'language_code')
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified')
  return language
}
