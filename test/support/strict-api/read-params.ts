import { type IncomingMessage } from 'node:http'

/** A file that came with a call. */
export interface ReceivedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

export type CallParams = Readonly<Record<string, unknown>>

/** Reads the parameters of a call from JSON, or from a form with files. Fields of a form that hold JSON are parsed. */
export async function readParams(request: IncomingMessage): Promise<CallParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return JSON.parse(body.toString() || '{}') as CallParams
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const params: Record<string, unknown> = {}
  for (const [name, value] of form)
    params[name] =
      typeof value === 'string'
        ? valueOf(value)
        : ({
            name: value.name,
            type: value.type,
            bytes: Buffer.from(await value.arrayBuffer()),
          } satisfies ReceivedFile)
  return params
}

const valueOf = (text: string): unknown =>
  /^(?:[[{].*[\]}]|-?\d+|true|false)$/s.test(text) ? JSON.parse(text) : text

/** Why Telegram would not take a file (Bot API, "Sending files"), or undefined. */
export function problemOfFile(file: unknown, caption: unknown): string | undefined {
  if (typeof file !== 'object' || file === null || !('bytes' in file))
    return 'there is no document in the request'
  const { bytes } = file as ReceivedFile
  if (bytes.length === 0) return 'file must be non-empty'
  if (bytes.length > 50 * 2 ** 20) return 'file is too big'
  return typeof caption === 'string' && caption.length > 1024 ? 'message caption is too long' : undefined
}
