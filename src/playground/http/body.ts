import type { IncomingMessage } from 'node:http'
import { type Params, parseObject, UploadedFile } from '../rules/fields.ts'
import { badRequest, Refusal } from '../rules/refusal.ts'

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

/**
 * Parameters of a call: those of the address, and those of the body in any of the forms that Telegram takes.
 * @throws {Refusal} 413, or 400 for a body that is not what its type says
 */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const body = await readBody(request)
  const inAddress = Object.fromEntries(url.searchParams)
  if (body.length === 0) return inAddress
  return { ...inAddress, ...(await parse(body, request.headers['content-type'] ?? '')) }
}

async function parse(body: Buffer, contentType: string): Promise<Params> {
  if (/^application\/json/i.test(contentType)) return parseObject(body.toString())
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(contentType)
    ? readForm(body, contentType)
    : {}
}

async function readForm(body: Buffer, contentType: string): Promise<Params> {
  const fields: Record<string, string | UploadedFile> = {}
  for (const [name, value] of await parseForm(body, contentType))
    fields[name] =
      typeof value === 'string'
        ? value
        : new UploadedFile(value.name, value.type, Buffer.from(await value.arrayBuffer()))
  return fields
}

async function parseForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    if (cause instanceof TypeError) throw badRequest("can't parse the form in the request body")
    throw cause
  }
}
