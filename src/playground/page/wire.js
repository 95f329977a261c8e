// @ts-check
/** @import { SceneEvent } from '../world/scene-event.ts' */

/**
 * Does what a reader does; the actions stand in `control-api.ts`.
 * @param {string} action
 * @param {object} [params]
 * @returns {Promise<any>} what the action answers
 */
export async function act(action, params = {}) {
  const response = await fetch(`/control/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  const answer = await response.json()
  if (!answer.ok) throw new Error(answer.error)
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
