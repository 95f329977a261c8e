import type { Message } from '../../src/chat/index.ts'
import { html } from '../../src/chat/markup/html.ts'
import { createRateLimitMemory, type DeliveryOptions, openDelivery } from '../../src/delivery/index.ts'
import { createLogger } from '../../src/ops/index.ts'
import { createScriptedApi, type MadeCall, type Scripted } from './scripted-api.ts'
import { createVirtualClock } from './virtual-clock.ts'

/** A message that says something and has no buttons. */
export const aMessage = (text: string): Message => ({ html: html`<b>${text}</b>`, buttons: [] })

export const privately = (id: number) => ({ chatId: id })
export const inGroup = (id: number) => ({ chatId: id })

/** Delivery on a clock of its own, before a Telegram that answers as the script says. */
export async function aDelivery(
  script: (call: MadeCall, nth: number) => Scripted,
  given: Partial<DeliveryOptions> = {},
) {
  const clock = createVirtualClock()
  const { api, calls } = createScriptedApi(given.clock ?? clock, script)
  const said: string[] = []
  const events: (readonly [string, ...unknown[]])[] = []
  const delivery = await openDelivery({
    api,
    clock,
    chance: () => 0.5,
    waits: createRateLimitMemory(),
    log: createLogger('debug', { write: (line) => void said.push(line) }),
    events: {
      onGone: async (...all) => void events.push(['gone', ...all]),
      onBack: async (...all) => void events.push(['back', ...all]),
      onMoved: async (...all) => void events.push(['moved', ...all]),
    },
    ...given,
  })
  return { delivery, clock, calls, events, said: () => said.join('') }
}
