import { isJsonObject } from '../../domain/index.ts'
import { badRequest } from './refusal.ts'

/** What a call brought: strings from forms, any JSON from JSON bodies, {@link UploadedFile} from multipart. */
export type Params = Readonly<Record<string, unknown>>

/** With the `u` flag, two halves that belong together are one character, and no match. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** A file that came with the call itself. */
export class UploadedFile {
  readonly name: string
  readonly mimeType: string
  readonly bytes: Buffer
  constructor(name: string, mimeType: string, bytes: Buffer) {
    this.name = name
    this.mimeType = mimeType
    this.bytes = bytes
  }
}

/** The field as text; `''` where it is not there, as Telegram has it. @throws {Refusal} on half a surrogate pair. */
export function readText(params: Params, name: string): string {
  const value = params[name]
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  assertWellFormed(text)
  return text
}

/** The field as a whole number, within bounds; what is no number counts as not there, as Telegram has it. */
export function readInteger(params: Params, name: string): number | undefined {
  const text = readText(params, name)
  return /^-?\d{1,16}$/.test(text) ? Number(text) : undefined
}

/** `true`, `yes`, `1` in any case, as Telegram reads them. */
export const readFlag = (params: Params, name: string): boolean =>
  ['true', 'yes', '1'].includes(readText(params, name).toLowerCase())

/** The field as JSON: given as it is, or as the text of it. `undefined` where it is not there or empty. */
export function readJson(params: Params, name: string, what = `${name} JSON object`): unknown {
  const value = params[name]
  if (typeof value !== 'string') return assertWellFormed(value ?? undefined)
  if (value === '') return undefined
  try {
    return assertWellFormed(JSON.parse(value))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw badRequest(`can't parse ${what}`)
    throw cause
  }
}

/** The fields of a body that is one JSON object. @throws {Refusal} when it is anything else. */
export function parseObject(text: string): Params {
  const parsed = readJson({ text }, 'text', 'request body as JSON object')
  if (!isJsonObject(parsed)) throw badRequest("can't parse request body as JSON object")
  return parsed
}

/** Characters of a text as Telegram counts names and descriptions: a pair of surrogates is one. */
export const countCharacters = (text: string): number => Array.from(text).length

function assertWellFormed(value: unknown): unknown {
  if (typeof value === 'string' && LONE_SURROGATE.test(value))
    throw badRequest('strings must be encoded in UTF-8')
  if (Array.isArray(value)) for (const item of value) assertWellFormed(item)
  else if (isJsonObject(value) && !(value instanceof UploadedFile))
    for (const item of Object.values(value)) assertWellFormed(item)
  return value
}
