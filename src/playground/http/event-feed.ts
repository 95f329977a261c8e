import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EventStream, NumberedEvent } from '../world/event-stream.ts'

/** A line that says nothing, so that neither side takes a quiet connection for a dead one. */
const HEARTBEAT_MS = 15_000

/**
 * Server-sent events, each with its number as id: a listener that comes back gets what it missed, or the event
 * `forgotten` when that is too long ago.
 */
export function feedEvents(
  events: EventStream,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): void {
  const heard = request.headers['last-event-id'] ?? url.searchParams.get('since')
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const write = (numbered: NumberedEvent) =>
    void response.write(`id: ${events.placeAfter(numbered)}\ndata: ${JSON.stringify(numbered.event)}\n\n`)
  response.write('retry: 500\n\n')
  const missed = heard === null ? [] : events.since(String(heard))
  if (missed === undefined) response.write(`id: ${events.place()}\nevent: forgotten\ndata: {}\n\n`)
  else for (const event of missed) write(event)
  const stopListening = events.listen(write)
  const heartbeat = setInterval(() => void response.write(':\n\n'), HEARTBEAT_MS)
  response.on('close', () => {
    stopListening()
    clearInterval(heartbeat)
  })
}
