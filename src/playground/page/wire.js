// @ts-check
/** @import { SceneEvent } from '../world/scene-event.ts' */
import { describeMisuse } from './misuse-texts.js'

/**
 * Does what a reader does; the actions stand in `control-api.ts`.
 * @param {string} action
 * @param {object} [params]
 * @returns {Promise<any>} what the action answers
 * @throws {Error} whose message may be shown to the reader
 */
export async function act(action, params = {}) {
  const headers = { 'content-type': 'application/json' }
  const sent = fetch(`/control/${action}`, { method: 'POST', headers, body: JSON.stringify(params) })
  const response = await sent.catch((cause) => {
    throw new Error('连不上试玩服务器', { cause })
  })
  const answer = await response.json()
  if (!answer.ok) throw new Error(describeMisuse(answer.misuse))
  return answer.result
}

/**
 * Hears all that happens from `place` on. The browser reconnects by itself and asks for what it missed.
 * @param {string} place
 * @param {object} ears
 * @param {(event: SceneEvent) => void} ears.onEvent
 * @param {() => void} ears.onForgotten too much was missed: look at everything anew
 * @param {(isConnected: boolean) => void} ears.onConnection
 * @returns {() => void} stops hearing
 */
export function listen(place, { onEvent, onForgotten, onConnection }) {
  const source = new EventSource(`/control/events?since=${encodeURIComponent(place)}`)
  source.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)))
  source.addEventListener('forgotten', () => {
    source.close()
    onForgotten()
  })
  source.addEventListener('open', () => onConnection(true))
  source.addEventListener('error', () => onConnection(false))
  return () => source.close()
}
