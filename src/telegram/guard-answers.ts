import type { Agent, ClientRequest, IncomingMessage } from 'node:http'

/** Answers of the Bot API are far smaller: a hundred updates with the longest texts have some 5 MB. */
const MAX_BYTES = 20 * 1024 * 1024

/** Called by `http.request` for each request; documented for those who write agents, but not typed. */
type AddRequest = (request: ClientRequest, ...rest: unknown[]) => void

/**
 * Makes requests through an agent fail when their answer breaks off, or has more than 20 MiB. node-fetch 2, which
 * Telegraf uses, would wait for the rest of a broken answer for ever, and read an endless one until memory runs out.
 */
export function guardAnswers<A extends Agent>(agent: A): A {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see AddRequest
  const open = agent as unknown as { addRequest: AddRequest }
  const addRequest = open.addRequest.bind(agent)
  open.addRequest = (request, ...rest) => {
    request.once('response', (response: IncomingMessage) => guard(request, response))
    addRequest(request, ...rest)
  }
  return agent
}

function guard(request: ClientRequest, response: IncomingMessage): void {
  let size = 0
  let isCut = false
  // For node-fetch the body ends here, and is no JSON. It hears nothing of an error of the response; and after an error
  // of the body it would keep a timer of 500 s, and with it the process.
  const cutOff = () => {
    if (isCut) return
    isCut = true
    request.destroy() // first: else the connection, with the rest of this answer in it, would be used again
    response.emit('end')
    response.unpipe()
  }
  response.on('error', cutOff)
  response.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_BYTES) setImmediate(cutOff) // who else hears of this piece comes first
  })
}
