import type { IncomingMessage } from 'node:http'
import { type Params, parseObject } from '../rules/fields.ts'
import { Refusal } from '../rules/refusal.ts'
import { readMultipart } from './multipart.ts'

/** Room for the largest file that Telegram takes from a bot, and its fields. */
const LIMIT_BYTES = 51 * 2 ** 20

/** The whole body. @throws {Refusal} 413 when it is larger than the largest file. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LIMIT_BYTES) throw new Refusal(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Parameters of a call: those of the address, and those of the body in any of the forms that Telegram takes. */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const body = await readBody(request)
  const inAddress = Object.fromEntries(url.searchParams)
  return body.length === 0
    ? inAddress
    : { ...inAddress, ...parse(body, request.headers['content-type'] ?? '') }
}

function parse(body: Buffer, contentType: string): Params {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (/^multipart\/form-data/i.test(contentType) && boundary !== undefined)
    return readMultipart(body, boundary)
  if (/^application\/x-www-form-urlencoded/i.test(contentType))
    return Object.fromEntries(new URLSearchParams(body.toString()))
  if (/^application\/json/i.test(contentType)) return parseObject(body.toString())
  return {}
}
