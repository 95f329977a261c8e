import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { RequestBody } from './encode-payload.ts'

/** Answers of the Bot API are far smaller: a hundred updates with the longest texts have some 5 MB. */
const MAX_BYTES = 20 * 1024 * 1024

/** A response that was read to its end, whatever its status. */
export interface JsonResponse {
  readonly status: number
  /** The words of the status line: `Bad Gateway`. */
  readonly statusText: string
  /** UTF-8. */
  readonly text: string
}

/**
 * Posts a body and reads the whole response, which is JSON as a rule. Redirects are not followed. Nothing of a response is kept when it fails.
 * @throws the system's error, with its `code`; an error if the response breaks off or has more than 20 MiB;
 * an `AbortError` if the signal is aborted
 */
export function postJson(
  url: URL,
  { type, bytes }: RequestBody,
  agent: Agent,
  signal?: AbortSignal,
): Promise<JsonResponse> {
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest
  const headers = { 'content-type': type, 'content-length': bytes.length }
  return new Promise((resolve, reject) => {
    const request = send(url, { method: 'POST', agent, headers, ...(signal && { signal }) }, (response) => {
      // After `destroy` the connection is not used again: the rest of this response is still in it.
      readText(response, (error) => request.destroy(error)).then((text) => {
        resolve({ status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', text })
      }, reject)
    })
    request.on('error', reject)
    request.end(bytes)
  })
}

async function readText(response: IncomingMessage, giveUp: (error: Error) => void): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BYTES) chunks.push(chunk)
    else giveUp(new Error(`the response has more than ${MAX_BYTES / 1024 / 1024} MiB`))
  }
  return Buffer.concat(chunks).toString()
}
